import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountInWords, nounAfter, numberInWords } from './words';

const VALUES: Record<string, number> = {
  ноль: 0,
  один: 1,
  одна: 1,
  два: 2,
  две: 2,
  три: 3,
  четыре: 4,
  пять: 5,
  шесть: 6,
  семь: 7,
  восемь: 8,
  девять: 9,
  десять: 10,
  одиннадцать: 11,
  двенадцать: 12,
  тринадцать: 13,
  четырнадцать: 14,
  пятнадцать: 15,
  шестнадцать: 16,
  семнадцать: 17,
  восемнадцать: 18,
  девятнадцать: 19,
  двадцать: 20,
  тридцать: 30,
  сорок: 40,
  пятьдесят: 50,
  шестьдесят: 60,
  семьдесят: 70,
  восемьдесят: 80,
  девяносто: 90,
  сто: 100,
  двести: 200,
  триста: 300,
  четыреста: 400,
  пятьсот: 500,
  шестьсот: 600,
  семьсот: 700,
  восемьсот: 800,
  девятьсот: 900,
};
const SIZES: [RegExp, number][] = [
  [/^тысяч/, 1_000],
  [/^миллион/, 1_000_000],
  [/^миллиард/, 1_000_000_000],
];

/** Reads the words back the way a person would. */
function read(words: string): number {
  let total = 0;
  let part = 0;
  for (const word of words.split(' ')) {
    const size = SIZES.find(([pattern]) => pattern.test(word))?.[1];
    if (size) {
      total += part * size;
      part = 0;
    } else part += VALUES[word] ?? Number.NaN;
  }
  return total + part;
}

describe('words', () => {
  it('is read back as the same number', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (n) => read(numberInWords(n)) === n));
  });

  it.each([
    [10_000, 'Один белорусский рубль 00 копеек'],
    [20_100, 'Два белорусских рубля 01 копейка'],
    [10_169_200, 'Одна тысяча шестнадцать белорусских рублей 92 копейки'],
    [110_001_100, 'Одиннадцать тысяч белорусских рублей 11 копеек'],
    [0, 'Ноль белорусских рублей 00 копеек'],
    [
      9_999_999_999_900,
      'Девятьсот девяносто девять миллионов девятьсот девяносто девять тысяч девятьсот девяносто девять белорусских рублей 99 копеек',
    ],
    [220_000_000, 'Двадцать две тысячи белорусских рублей 00 копеек'],
    [-5_000, 'Минус ноль белорусских рублей 50 копеек'],
  ])('says %i', (amount, text) => {
    expect(amountInWords(amount)).toBe(text);
  });

  it('declines after any number as Intl does', () => {
    const plural = new Intl.PluralRules('ru');
    const forms = ['one', 'few', 'many'] as const;
    fc.assert(fc.property(fc.nat(100_000), (n) => nounAfter(n, forms) === plural.select(n)));
  });
});

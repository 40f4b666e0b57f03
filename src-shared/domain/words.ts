import { type Money, roundToKopecks, UNITS_PER_RUBLE } from './money';
import type { YearMonth } from './period';

/** Russian noun forms after a number: one, two to four, five and more. */
export type NounForms = readonly [one: string, few: string, many: string];

/** The form that stands after a whole number: «1 рубль», «3 рубля», «11 рублей». */
export function nounAfter(count: number, forms: NounForms): string {
  const tens = Math.abs(count) % 100;
  const ones = tens % 10;
  if (tens > 10 && tens < 20) return forms[2];
  if (ones === 1) return forms[0];
  return ones >= 2 && ones <= 4 ? forms[1] : forms[2];
}

const RUBLES: NounForms = ['белорусский рубль', 'белорусских рубля', 'белорусских рублей'];
const KOPECKS: NounForms = ['копейка', 'копейки', 'копеек'];

const ONES_MASCULINE = ['', 'один', 'два', 'три', 'четыре', 'пять', 'шесть', 'семь', 'восемь', 'девять'];
const ONES_FEMININE = ['', 'одна', 'две', ...ONES_MASCULINE.slice(3)];
const TEENS =
  'десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать'.split(
    ' ',
  );
const TENS = [
  '',
  '',
  'двадцать',
  'тридцать',
  'сорок',
  'пятьдесят',
  'шестьдесят',
  'семьдесят',
  'восемьдесят',
  'девяносто',
];
const HUNDREDS = [
  '',
  'сто',
  'двести',
  'триста',
  'четыреста',
  'пятьсот',
  'шестьсот',
  'семьсот',
  'восемьсот',
  'девятьсот',
];

/** Classes of three digits from the highest; thousands are feminine in Russian. */
const CLASSES: { value: number; forms: NounForms; feminine: boolean }[] = [
  { value: 1_000_000_000, forms: ['миллиард', 'миллиарда', 'миллиардов'], feminine: false },
  { value: 1_000_000, forms: ['миллион', 'миллиона', 'миллионов'], feminine: false },
  { value: 1_000, forms: ['тысяча', 'тысячи', 'тысяч'], feminine: true },
];

/** A whole number in Russian words. @throws RangeError outside 0…999 999 999 999. */
export function numberInWords(value: number, feminine = false): string {
  if (!Number.isInteger(value) || value < 0 || value > 999_999_999_999) {
    throw new RangeError(`no words for ${value}`);
  }
  if (value === 0) return 'ноль';
  const words: string[] = [];
  let rest = value;
  for (const { value: size, forms, feminine: classFeminine } of CLASSES) {
    const count = Math.floor(rest / size);
    if (count > 0) words.push(...underThousand(count, classFeminine), nounAfter(count, forms));
    rest %= size;
  }
  return [...words, ...underThousand(rest, feminine)].join(' ');
}

function underThousand(value: number, feminine: boolean): string[] {
  const tens = Math.floor(value / 10) % 10;
  const ones = value % 10;
  const last = tens === 1 ? [TEENS[ones]] : [TENS[tens], (feminine ? ONES_FEMININE : ONES_MASCULINE)[ones]];
  return [HUNDREDS[Math.floor(value / 100)], ...last].filter((word): word is string => Boolean(word));
}

/**
 * A sum in words as payment documents want it: «Одна тысяча шестнадцать белорусских рублей 92 копейки».
 * Rounded to kopecks.
 */
export function amountInWords(amount: Money): string {
  const kopecksTotal = Math.abs(roundToKopecks(amount)) / 100;
  const rubles = Math.floor(kopecksTotal / (UNITS_PER_RUBLE / 100));
  const kopecks = kopecksTotal % 100;
  const sign = amount < 0 && kopecksTotal > 0 ? 'минус ' : '';
  const words = `${sign}${numberInWords(rubles)} ${nounAfter(rubles, RUBLES)}`;
  const tail = `${String(kopecks).padStart(2, '0')} ${nounAfter(kopecks, KOPECKS)}`;
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} ${tail}`;
}

const MONTHS = [
  'январь',
  'февраль',
  'март',
  'апрель',
  'май',
  'июнь',
  'июль',
  'август',
  'сентябрь',
  'октябрь',
  'ноябрь',
  'декабрь',
] as const;

/** An hour of the day, 0 … 23: «09:00 – 09:59». */
export function hourWords(hour: number): string {
  const two = String(hour).padStart(2, '0');
  return `${two}:00 – ${two}:59`;
}

/** «май 2021» */
export function monthWords(month: YearMonth): string {
  return `${MONTHS[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`;
}

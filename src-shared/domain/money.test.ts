import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  divideRounded,
  formatCharge,
  formatGroupedCharge,
  formatRublesKopecks,
  formatSum,
  parseAmount,
  proRata,
  roundToKopecks,
  splitVat,
  sumMoney,
} from './money';

const amounts = fc.integer({ min: -9_000_000_000_000, max: 9_000_000_000_000 });

describe('money', () => {
  it('rounds half away from zero', () => {
    expect(divideRounded(5, 2)).toBe(3);
    expect(divideRounded(-5, 2)).toBe(-3);
    expect(divideRounded(4, 3)).toBe(1);
    expect(() => divideRounded(1, 0)).toThrow(RangeError);
    expect(() => divideRounded(0.5, 1)).toThrow(RangeError);
  });

  it('never moves by more than half a unit', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 10_000 }), (n, d) => {
        const error = BigInt(divideRounded(n, d)) * BigInt(d) - BigInt(n);
        return 2n * (error < 0n ? -error : error) <= BigInt(d);
      }),
    );
  });

  // The page «Начисления за май 2021» of the guide, §3.5.
  it.each([
    [813_400, 27, 708_445, 566_756, 141_689],
    [664_300, 27, 578_584, 462_867, 115_717],
    [862_500, 27, 751_210, 600_968, 150_242],
    [962_600, 31, 962_600, 770_080, 192_520],
  ])('pro-rates %i for %i days as the guide prints it', (monthly, days, gross, net, vat) => {
    const charged = proRata(monthly, days, 31);
    expect(charged).toBe(gross);
    expect(splitVat(charged, 25)).toEqual({ net, vat, gross });
  });

  // The table of channel packages of the guide, §3.3.
  it.each([
    [474_500, 379_600],
    [1_491_400, 1_193_100],
    [2_155_800, 1_724_600],
    [9_830_100, 7_864_100],
    [10_169_200, 8_135_400],
  ])('derives the printed net price from %i', (gross, net) => {
    expect(roundToKopecks(splitVat(gross, 25).net)).toBe(net);
  });

  it('splits without losing a unit', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 100 }), (gross, rate) => {
        const split = splitVat(gross, rate);
        return split.net + split.vat === gross;
      }),
    );
  });

  it('prints charges with two to four decimals', () => {
    expect(formatCharge(770_080)).toBe('77,008');
    expect(formatCharge(962_600)).toBe('96,26');
    expect(formatCharge(0)).toBe('0,00');
    expect(formatCharge(3_000_839)).toBe('300,0839');
    expect(formatCharge(-15_000)).toBe('−1,50');
    expect(formatGroupedCharge(-12_345_678_900)).toBe('−1\u202f234\u202f567,89');
    expect(formatGroupedCharge(9_991_234)).toBe('999,1234');
  });

  it('reads back what it prints', () => {
    fc.assert(fc.property(amounts, (amount) => parseAmount(formatCharge(amount)) === amount));
    fc.assert(
      fc.property(amounts, (amount) => parseAmount(formatSum(amount)) === roundToKopecks(amount) + 0),
    );
  });

  it('says sums in the words of the cabinet', () => {
    expect(formatRublesKopecks(10_169_200)).toBe('1016 руб. 92 коп.');
    expect(formatRublesKopecks(474_500)).toBe('47 руб. 45 коп.');
    expect(formatRublesKopecks(50)).toBe('0 руб. 01 коп.');
    expect(formatSum(10_169_200)).toBe('1\u202f016,92');
  });

  it.each(['', 'abc', '1,23456', '1.2.3', '1e5', '--1', '1,'])('refuses «%s»', (text) => {
    expect(parseAmount(text)).toBeNull();
  });

  it('refuses sums past exact integers', () => {
    expect(() => sumMoney([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError);
  });
});

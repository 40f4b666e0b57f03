import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChargeLine, type ChargeTotals, totalCharges, type UsageKey } from './billing';
import { type CallSum, splitMonth, splitParts } from './month-split';
import { makeStatement } from './month-statement';
import { chargeLine } from './testing/guide-page';
import { workClasses } from './work-calendar';

const MOBILE: UsageKey = { direction: 'out', service: 'voice', zone: 'mobile' };
const line = (gross: number, rest: Partial<ChargeLine> = {}): ChargeLine =>
  chargeLine('Исходящие', gross, { kind: 'usage', usage: MOBILE, durationS: 60, ...rest });
const sum = (workClass: CallSum['workClass'], gross: number, rest: Partial<CallSum> = {}): CallSum => ({
  subscriberId: 1,
  usage: MOBILE,
  vatRate: 25,
  workClass,
  count: 1,
  billedS: 60,
  gross,
  ...rest,
});
const split = (lines: ChargeLine[], calls: CallSum[]) =>
  splitMonth(makeStatement([{ id: 1, number: '375291000001', name: 'А', lines }]), calls);
const money = ({ net, vat, localTax, gross }: ChargeTotals): ChargeTotals => ({ net, vat, localTax, gross });

describe('a line of traffic', () => {
  it('is handed out whole: three odd shares have the line’s net', () => {
    const {
      working,
      'off-hours': offHours,
      holiday,
      rest,
    } = split([line(10)], [sum('holiday', 4), sum('working', 3), sum('off-hours', 3)]);
    expect([working, offHours, holiday].map(({ totals }) => [totals.net, totals.vat])).toEqual([
      [2, 1],
      [3, 0],
      [3, 1],
    ]);
    expect(rest.subscribers).toEqual([]);
  });

  it('keeps what its records do not explain apart, and records of no line out', () => {
    const other = { usage: { ...MOBILE, zone: 'cis' } } as const;
    const found = split([line(1000)], [sum('working', 400), sum('working', 50, other)]);
    expect(found.working.totals).toMatchObject({ gross: 400, count: 1 });
    expect(found.rest.subscribers[0]?.rows).toMatchObject([{ gross: 600, unexplained: true, count: null }]);
  });

  it('of the same traffic under another rate has its own records', () => {
    const found = split(
      [line(500), line(260, { vatRate: 26, net: 206, vat: 54 })],
      [sum('working', 500), sum('holiday', 260, { vatRate: 26 })],
    );
    expect(found.working.totals.gross).toBe(500);
    expect(money(found.holiday.totals)).toEqual({ net: 206, vat: 54, localTax: 0, gross: 260 });
  });
});

it('adds up to the statement whatever was charged and whatever was called', () => {
  const anyLine = fc
    .record({
      gross: fc.integer({ min: -90_000, max: 900_000_000 }),
      localTax: fc.nat(999),
      kind: fc.constantFrom('usage' as const, 'service' as const),
      zone: fc.constantFrom('mobile' as const, 'cis' as const),
      vatRate: fc.constantFrom(20, 25),
    })
    .map(({ localTax, zone, kind, ...rest }) => {
      const plain = line(rest.gross, { kind, vatRate: rest.vatRate, usage: { ...MOBILE, zone } });
      // An operator may split a line its own way.
      return { ...plain, localTax, net: plain.net - localTax, ...(kind === 'service' && { usage: null }) };
    });
  const anySum = fc
    .record({
      workClass: fc.constantFrom(...workClasses),
      gross: fc.integer({ min: -1000, max: 900_000_000 }),
      zone: fc.constantFrom('mobile' as const, 'cis' as const),
      vatRate: fc.constantFrom(20, 25),
    })
    .map(({ zone, ...rest }) => sum(rest.workClass, rest.gross, { ...rest, usage: { ...MOBILE, zone } }));
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 8 }), fc.array(anySum, { maxLength: 12 }), (lines, calls) => {
      const found = split(lines, calls);
      expect(totalCharges(splitParts.map((part) => found[part].totals))).toEqual(totalCharges(lines));
      for (const part of splitParts)
        for (const { rows, totals } of found[part].subscribers) {
          expect(totalCharges(rows)).toEqual(money(totals));
          for (const row of rows) expect(row.net + row.vat + row.localTax).toBe(row.gross);
        }
    }),
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Invoice } from './billing';
import { sumMoney } from './money';
import { closingDebt, inKopecks, makeStatement, monthState } from './month-statement';
import { startOfDay } from './period';
import { chargeLine, GUIDE_LINES } from './testing/guide-page';

const invoice: Invoice = {
  id: 1,
  number: '1',
  month: '2021-05',
  issuedAt: startOfDay('2021-06-03'),
  dueOn: '2021-06-25',
  openingDebt: 19_886_249,
  payments: 19_886_200,
  net: 2_400_671,
  vat: 600_168,
  gross: 3_000_839,
  amountDue: 3_000_900,
  status: 'unpaid',
  act: null,
  vatInvoice: null,
};

describe('the statement of a month', () => {
  it('sums up the guide’s page to the last digit', () => {
    const made = makeStatement([
      { id: 1, number: '375291000001', name: 'Главный номер', lines: GUIDE_LINES },
    ]);
    expect(made.totals).toEqual({ net: 2_400_671, vat: 600_168, localTax: 0, gross: 3_000_839 });
    expect(made.rates).toMatchObject([{ vatRate: 25, lines: 5, vat: 600_168, vatOfTotal: 600_168 }]);
    // 240,07 + 60,02 would be a kopeck more than 300,08.
    expect(made.bill).toEqual({ net: 2_400_600, vat: 600_200, localTax: 0, gross: 3_000_800 });
    expect(inKopecks(invoice)).toEqual({ ...invoice, net: 2_400_600, vat: 600_200, gross: 3_000_800 });
    expect(closingDebt(invoice)).toBe(3_000_888);
  });

  it('joins lines of a service across subscribers, but not of two rates', () => {
    const made = makeStatement([
      { id: 1, number: '1', name: 'a', lines: [chargeLine('A', 100, { durationS: 60 }), chargeLine('B', 7)] },
      {
        id: 2,
        number: '2',
        name: 'b',
        lines: [chargeLine('A', 50, { vatRate: 26 }), chargeLine('A', 33, { durationS: 5 })],
      },
    ]);
    expect(
      made.services.map(({ title, vatRate, lines, durationS, gross }) => [
        title,
        vatRate,
        lines,
        durationS,
        gross,
      ]),
    ).toEqual([
      ['A', 25, 2, 65, 133],
      ['B', 25, 1, null, 7],
      ['A', 26, 1, null, 50],
    ]);
    expect(made.rates.map(({ vatRate, gross }) => [vatRate, gross])).toEqual([
      [26, 50],
      [25, 140],
    ]);
  });

  it('adds up whichever way it is read', () => {
    const anyLine = fc
      .record({
        title: fc.constantFrom('A', 'B', 'C'),
        gross: fc.integer({ min: -9_000_000, max: 900_000_000 }),
        vatRate: fc.constantFrom(0, 20, 25, 26),
        durationS: fc.option(fc.nat(100_000)),
      })
      .map(({ title, gross, vatRate, durationS }) => chargeLine(title, gross, { vatRate, durationS }));
    const anybody = fc.record({
      id: fc.nat(),
      number: fc.string(),
      name: fc.string({ unit: 'binary', maxLength: 200 }),
      lines: fc.array(anyLine, { maxLength: 20 }),
    });
    fc.assert(
      fc.property(fc.array(anybody, { maxLength: 12 }), (subscribers) => {
        const { totals, services, rates, bill, subscribers: summed } = makeStatement(subscribers);
        for (const key of ['net', 'vat', 'localTax', 'gross'] as const) {
          for (const parts of [services, rates, summed.map((one) => one.totals)])
            expect(sumMoney(parts.map((part) => part[key]))).toBe(totals[key]);
          expect(Number.isInteger(bill[key] / 100)).toBe(true);
        }
        expect(totals.net + totals.vat + totals.localTax).toBe(totals.gross);
        expect(bill.net + bill.vat + bill.localTax).toBe(bill.gross);
        expect(Math.abs(bill.gross - totals.gross)).toBeLessThanOrEqual(50);
        // Each line is off by half a unit at most.
        for (const { vat, vatOfTotal, lines } of rates)
          expect(Math.abs(vat - vatOfTotal)).toBeLessThanOrEqual((lines + 1) / 2);
      }),
    );
  });
});

describe('the state of a month', () => {
  const { net, vat, gross } = invoice;
  const totals = { net, vat, localTax: 0, gross };
  const nothing = { net: 0, vat: 0, localTax: 0, gross: 0 };
  const at = (day: string) => startOfDay(day);

  it.each([
    ['ready', '2021-05', invoice, totals, at('2021-06-05')],
    ['partial', '2021-05', invoice, { ...totals, gross: gross - 1 }, at('2021-06-05')],
    ['partial', '2021-05', invoice, nothing, at('2021-06-05')],
    ['current', '2021-05', null, totals, at('2021-05-31')],
    ['forming', '2021-05', null, totals, at('2021-06-01')],
    ['forming', '2021-05', null, totals, at('2021-06-04') - 1],
    ['missing', '2021-05', null, totals, at('2021-06-04')],
    ['missing', '2021-04', null, totals, at('2021-06-01')],
  ] as const)('is %s', (state, month, found, sums, now) => {
    expect(monthState(month, found, sums, now)).toBe(state);
  });

  it('of a month without charges is ready when its invoice is of nothing', () => {
    expect(monthState('2021-05', { ...invoice, ...nothing }, nothing, at('2021-06-05'))).toBe('ready');
  });
});

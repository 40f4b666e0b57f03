import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { Invoice, Payment, SubscriberCharges } from '../../../src-shared/domain/billing';
import { totalCharges } from '../../../src-shared/domain/billing';
import type { Cdr } from '../../../src-shared/domain/cdr';
import { roundToKopecks, splitVat, sumMoney } from '../../../src-shared/domain/money';
import { addMonths, endOfMonth, monthOf, startOfMonth } from '../../../src-shared/domain/period';
import type { accountAnswerSchema } from '../../../src-shared/operator-api/feeds';
import { type Api, GUIDE_TIME, signIn, startTestOperator, type TestOperator } from '../testing/client';

let operator: TestOperator;
let api: Api;
let cdrs: Cdr[];
let charges: SubscriberCharges[];
let invoices: Invoice[];
let payments: Payment[];

beforeAll(async () => {
  operator = await startTestOperator();
  api = await signIn(operator);
  cdrs = (await api.pull('cdrs', 5000)).items;
  charges = latest((await api.pull('charges', 5000)).items);
  invoices = (await api.pull('invoices', 5000)).items;
  payments = (await api.pull('payments', 5000)).items;
});
afterAll(async () => {
  await operator.close();
  expect(operator.errors).toEqual([]);
});

const latest = (items: SubscriberCharges[]): SubscriberCharges[] => [
  ...new Map(items.map((item) => [`${item.subscriberId} ${item.month}`, item])).values(),
];

const usageOf = (items: readonly Cdr[]) => {
  const sums = new Map<string, { gross: number; durationS: number; count: number }>();
  for (const cdr of items) {
    if (cdr.direction !== 'out' || cdr.status !== 'answered') continue;
    const key = `${cdr.subscriberId} ${monthOf(cdr.startedAt)} ${cdr.service} ${cdr.zone}`;
    const sum = sums.get(key) ?? { gross: 0, durationS: 0, count: 0 };
    sums.set(key, {
      gross: sum.gross + cdr.gross,
      durationS: sum.durationS + cdr.durationS,
      count: sum.count + 1,
    });
  }
  return sums;
};

describe('charges, calls, invoices and payments agree to the last unit', () => {
  it('charges of every subscriber and month are the sums of its calls', () => {
    const sums = usageOf(cdrs);
    const months = new Set(cdrs.map(({ startedAt }) => monthOf(startedAt)));
    expect([...months].sort()).toEqual([
      '2020-11',
      '2020-12',
      '2021-01',
      '2021-02',
      '2021-03',
      '2021-04',
      '2021-05',
    ]);
    const lines = charges
      .filter(({ month }) => months.has(month))
      .flatMap(({ subscriberId, month, lines: all }) =>
        all.flatMap((line) => (line.usage ? [{ subscriberId, month, line, usage: line.usage }] : [])),
      );
    expect(lines).toHaveLength(sums.size);
    for (const { subscriberId, month, line, usage } of lines) {
      const key = `${subscriberId} ${month} ${usage.service} ${usage.zone}`;
      const sum = sums.get(key);
      expect({ key, gross: line.gross, durationS: line.durationS ?? 0, count: line.count }).toEqual({
        key,
        gross: sum?.gross,
        durationS: usage.service === 'sms' ? 0 : sum?.durationS,
        count: usage.service === 'sms' ? sum?.count : null,
      });
    }
  });

  it('the largest minute package pays until it is used up, and no longer', () => {
    for (const [month, packageS] of [
      ['2020-11', 60_000],
      ['2020-12', 60_000],
      ['2021-01', 180_000],
      ['2021-03', 180_000],
    ] as const) {
      const ofMonth = cdrs.filter(({ startedAt }) => monthOf(startedAt) === month);
      const eligible = ofMonth.filter(
        ({ subscriberId, direction, service, zone, status }) =>
          subscriberId === 1 &&
          direction === 'out' &&
          service === 'voice' &&
          status === 'answered' &&
          (zone === 'mobile' || zone === 'fixed'),
      );
      let left: number = packageS;
      for (const cdr of eligible) {
        const covered = Math.min(left, cdr.billedUnits);
        expect(cdr.packageS).toBe(covered);
        expect(cdr.gross > 0).toBe(covered < cdr.billedUnits);
        left -= covered;
      }
      expect(left === 0).toBe(packageS === 60_000);
      const covered = sumMoney(ofMonth.map((cdr) => cdr.packageS));
      expect(covered).toBe(packageS - left);
      const titles = charges
        .find((item) => item.subscriberId === 1 && item.month === month)
        ?.lines.filter(({ kind }) => kind === 'package')
        .map(({ title }) => title);
      expect(titles).toEqual([`SIP ${packageS / 60} минут в другие сети`]);
    }
  });

  it('splits VAT of every line and every call by the same rule', () => {
    for (const { lines } of charges) {
      for (const { net, vat, gross, vatRate, localTax } of lines) {
        expect(localTax).toBe(0);
        expect({ net, vat, gross }).toEqual(splitVat(gross, vatRate));
      }
    }
    for (const { net, gross, vatRate } of cdrs.slice(0, 5000)) expect(net).toBe(splitVat(gross, vatRate).net);
  });

  it('an invoice is the sum of the month’s charges', () => {
    for (const invoice of invoices) {
      const ofMonth = charges.filter(({ month }) => month === invoice.month);
      const { net, vat, gross } = totalCharges(ofMonth.flatMap(({ lines }) => lines));
      expect({ net: invoice.net, vat: invoice.vat, gross: invoice.gross }).toEqual({ net, vat, gross });
      expect(ofMonth.every(({ closed }) => closed)).toBe(true);
    }
  });

  it('debt is carried from invoice to invoice', () => {
    expect(invoices.length).toBeGreaterThanOrEqual(12);
    for (const [index, invoice] of invoices.entries()) {
      const before = invoices[index - 1];
      if (before) {
        expect(invoice.month).toBe(addMonths(before.month, 1));
        expect(invoice.openingDebt).toBe(before.openingDebt - before.payments + before.gross);
      }
      const taken = payments.filter(
        ({ receivedAt }) =>
          receivedAt >= startOfMonth(invoice.month) && receivedAt < endOfMonth(invoice.month),
      );
      expect(invoice.payments).toBe(sumMoney(taken.map(({ amount }) => amount)));
      const debt = invoice.openingDebt - invoice.payments + invoice.gross;
      expect(invoice.amountDue).toBe(Math.max(0, roundToKopecks(debt)));
      expect(invoice.dueOn).toBe(`${addMonths(invoice.month, 1)}-25`);
      expect(monthOf(invoice.issuedAt)).toBe(addMonths(invoice.month, 1));
    }
    expect(invoices.at(-1)?.month).toBe('2021-04');
    for (const { amount } of payments) expect(amount % 100).toBe(0);
  });

  it('the account’s page follows from them', async () => {
    const response = await api.call('GET', '/account');
    const { account } = (await response.json()) as z.infer<typeof accountAnswerSchema>;
    const last = invoices.at(-1);
    if (!last) throw new Error('no invoice');
    const paid = payments.filter(
      ({ receivedAt }) => receivedAt >= endOfMonth(last.month) && receivedAt <= GUIDE_TIME,
    );
    const paidSum = sumMoney(paid.map(({ amount }) => amount));
    const current = charges.filter(({ month }) => month === '2021-05').flatMap(({ lines }) => lines);
    expect(account.previousMonthCharges).toBe(last.gross);
    expect(account.amountDue).toBe(Math.max(0, last.amountDue - paidSum));
    expect(account.dueOn).toBe(account.amountDue > 0 ? '2021-05-25' : null);
    expect(account.balance).toBe(
      paidSum - (last.openingDebt - last.payments + last.gross) - totalCharges(current).gross,
    );
  });
});

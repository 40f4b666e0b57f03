import type { Invoice, Payment } from '../../../src-shared/domain/billing';
import { roundToKopecks } from '../../../src-shared/domain/money';
import {
  addDays,
  addMonths,
  dayOf,
  endOfMonth,
  type Instant,
  startOfMonth,
  type YearMonth,
} from '../../../src-shared/domain/period';
import { DUE_DAY } from '../config';
import { OPERATOR } from '../demo/company';
import type { Publisher } from '../feeds/publisher';
import type { Ledger } from '../ledger/ledger';
import { invoiceReference, type PaymentPlan, type PaymentRow } from './payment-plan';
import { formingInstant, monthNumber } from './terms';

/** Invoices and payments: opening debt − payments + charges, carried from month to month to the last unit. */
export type InvoiceBook = {
  /** Debt before the first kept month, and the payment that covered it. Called once for a new ledger. */
  open(epoch: YearMonth, debt: number): void;
  /** Forms the invoice of a month whose charges are all booked; the month before must have its own. */
  form(month: YearMonth, totals: { net: number; vat: number; gross: number }): void;
  has(month: YearMonth): boolean;
  /** Puts into the feeds what has come by now: payments, and what they did to invoices. */
  publish(now: Instant): void;
  /** Takes back what has not come yet at an earlier time. */
  rewind(now: Instant): void;
  latest(): InvoiceRow | undefined;
  find(month: YearMonth): InvoiceRow | undefined;
  /** Invoices formed after an instant, in order of their months. */
  issuedAfter(at: Instant): InvoiceRow[];
  /** What is still to be paid of the latest invoice, in whole kopecks; null while there is none. */
  outstanding(now: Instant): { month: YearMonth; amount: number } | null;
  /** Pays what is outstanding. @returns the amount, 0 when there was nothing to pay. */
  pay(now: Instant): number;
  /** Debt at the beginning of a month whose predecessor is invoiced. */
  openingDebt(month: YearMonth): number;
  paidSince(from: Instant, now: Instant): number;
};

export type InvoiceRow = {
  month: YearMonth;
  number: string;
  issued_at: Instant;
  due_on: string;
  opening_debt: number;
  payments: number;
  net: number;
  vat: number;
  gross: number;
  amount_due: number;
};

const OPENING_DEBT = 'opening-debt';

export function createInvoiceBook(options: {
  ledger: Ledger;
  publisher: Publisher;
  payments: PaymentPlan;
  seed: number;
  accountNumber: string;
}): InvoiceBook {
  const { ledger, publisher, payments: plan, seed, accountNumber } = options;
  const { db } = ledger;
  const readInvoice = db.prepare<[string], InvoiceRow>('select * from invoice where month = ?');
  const readInvoices = db.prepare<[], InvoiceRow>('select * from invoice order by month');
  const readLatest = db.prepare<[], InvoiceRow>('select * from invoice order by month desc limit 1');
  const addInvoice = db.prepare('insert into invoice values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const readIssuedAfter = db.prepare<[number], InvoiceRow>(
    'select * from invoice where issued_at > ? order by month',
  );

  const paidSince = (from: Instant, now: Instant) => plan.sum(from, now + 1);

  const invoiceItem = (row: InvoiceRow, now: Instant): Invoice => {
    const paid = paidSince(endOfMonth(row.month), now);
    const status = paid >= row.amount_due ? 'paid' : paid > 0 ? 'partly' : 'unpaid';
    return {
      id: monthNumber(row.month),
      number: row.number,
      month: row.month,
      issuedAt: row.issued_at,
      dueOn: row.due_on,
      openingDebt: row.opening_debt,
      payments: row.payments,
      net: row.net,
      vat: row.vat,
      gross: row.gross,
      amountDue: row.amount_due,
      status,
      act: { number: `${row.number}/А`, signedOn: addDays(`${addMonths(row.month, 1)}-01`, -1) },
      vatInvoice: `${OPERATOR.unp}-${row.month.slice(0, 4)}-${String(monthNumber(row.month)).padStart(10, '0')}`,
    };
  };

  const openingDebt = (month: YearMonth): number => {
    const before = readInvoice.get(addMonths(month, -1));
    if (before) return before.opening_debt - before.payments + before.gross;
    return Number(ledger.get(OPENING_DEBT) ?? 0);
  };

  const outstanding: InvoiceBook['outstanding'] = (now) => {
    const latest = readLatest.get();
    if (!latest) return null;
    const paid = paidSince(endOfMonth(latest.month), now);
    return { month: latest.month, amount: Math.max(0, latest.amount_due - paid) };
  };

  return {
    open: (epoch, debt) => {
      ledger.set(OPENING_DEBT, String(debt));
      plan.plan(addMonths(epoch, -1), roundToKopecks(debt), 'прежнему счету');
    },
    form: (month, totals) => {
      const issuedAt = formingInstant(seed, month);
      const number = `${monthNumber(month)}-${accountNumber.slice(-6)}`;
      const debt = openingDebt(month);
      const payments = plan.sum(startOfMonth(month), endOfMonth(month));
      const amountDue = Math.max(0, roundToKopecks(debt - payments + totals.gross));
      const dueOn = `${addMonths(month, 1)}-${DUE_DAY}`;
      const { net, vat, gross } = totals;
      addInvoice.run(month, number, issuedAt, dueOn, debt, payments, net, vat, gross, amountDue);
      plan.plan(month, amountDue, invoiceReference(number, dayOf(issuedAt)));
    },
    has: (month) => readInvoice.get(month) !== undefined,
    publish: (now) => {
      for (const row of plan.received(now)) publisher.publish('payments', row.id, paymentItem(row));
      for (const row of readInvoices.all()) {
        publisher.publish('invoices', monthNumber(row.month), invoiceItem(row, now));
      }
    },
    rewind: (now) => {
      for (const row of readInvoices.all().filter(({ issued_at }) => issued_at > now)) {
        plan.forget(row.month);
        db.prepare('delete from invoice where month = ?').run(row.month);
        publisher.withdraw('invoices', monthNumber(row.month));
      }
      const early = db.prepare<[number], number>('select id from payment where received_at > ?').pluck();
      for (const id of early.all(now)) publisher.withdraw('payments', id);
    },
    latest: () => readLatest.get(),
    find: (month) => readInvoice.get(month),
    issuedAfter: (at) => readIssuedAfter.all(at),
    outstanding,
    pay: (now) => {
      const latest = readLatest.get();
      const amount = outstanding(now)?.amount ?? 0;
      if (latest && amount > 0) {
        plan.payNow(latest.month, amount, invoiceReference(latest.number, dayOf(latest.issued_at)), now);
      }
      return amount;
    },
    openingDebt,
    paidSince,
  };
}

const paymentItem = (row: PaymentRow): Payment => ({
  id: row.id,
  receivedAt: row.received_at,
  amount: row.amount,
  document: row.document,
  purpose: row.purpose,
});

import type { Account, Delivery } from '../../../src-shared/domain/account';
import {
  addMonths,
  endOfMonth,
  type Instant,
  monthOf,
  monthsBetween,
  startOfMonth,
  type YearMonth,
} from '../../../src-shared/domain/period';
import { CONTRACT } from '../demo/company';
import type { ChargeBook } from './charge-book';
import type { InvoiceBook } from './invoice-book';

/** The account's page «Персональная информация клиента» as the books stand. */
export function accountSummary(options: {
  chargeBook: ChargeBook;
  invoiceBook: InvoiceBook;
  id: number;
  status: Account['status'];
  delivery: Delivery;
  epoch: YearMonth;
  now: Instant;
}): Account {
  const { chargeBook, invoiceBook, id, status, delivery, epoch, now } = options;
  const latest = invoiceBook.latest();
  const from = latest ? endOfMonth(latest.month) : startOfMonth(epoch);
  const paid = invoiceBook.paidSince(from, now);
  const debt = latest ? latest.opening_debt - latest.payments + latest.gross : invoiceBook.openingDebt(epoch);
  const notInvoiced = monthsBetween(latest ? addMonths(latest.month, 1) : epoch, monthOf(now));
  const charged = notInvoiced.reduce((sum, month) => sum + chargeBook.monthTotals(month).gross, 0);
  const amountDue = invoiceBook.outstanding(now)?.amount ?? 0;
  return {
    ...CONTRACT,
    id,
    status,
    delivery,
    previousMonthCharges: chargeBook.monthTotals(addMonths(monthOf(now), -1)).gross,
    balance: paid - debt - charged,
    amountDue,
    dueOn: latest && amountDue > 0 ? latest.due_on : null,
  };
}

import { CabinetError } from '../../../src-shared/bridge/errors';
import type { Account } from '../../../src-shared/domain/account';
import type { Invoice, Payment } from '../../../src-shared/domain/billing';
import { sumMoney } from '../../../src-shared/domain/money';
import {
  type MonthState,
  type MonthStatement,
  makeStatement,
  monthState,
} from '../../../src-shared/domain/month-statement';
import { type Instant, monthOf, type YearMonth } from '../../../src-shared/domain/period';
import type { ReadableCache } from '../../store/cache';
import { readFeedState } from '../../store/feed-state';
import { findInvoice, listPayments, readAccount } from '../../store/read/account';
import { readMonthCharges } from '../../store/read/charges';

/** Everything that the screen and the documents of a month are made of, out of the cache. */
export type MonthFacts = {
  month: YearMonth;
  state: MonthState;
  invoice: Invoice | null;
  statement: MonthStatement;
  /** Operator's time of what is shown. */
  asOf: Instant | null;
};

export function readMonthFacts(cache: ReadableCache, month: YearMonth, now: Instant): MonthFacts {
  const invoice = findInvoice(cache, month);
  const charges = readMonthCharges(cache, month);
  const statement = makeStatement(charges.subscribers);
  return {
    month,
    state: monthState(month, invoice, statement.totals, now),
    invoice,
    statement,
    asOf: invoice ? readFeedState(cache, 'invoices').dataAsOf : charges.asOf,
  };
}

/** A month whose documents can be made. */
export type ReadyMonth = MonthFacts & { invoice: Invoice; account: Account; payments: readonly Payment[] };

/** @throws CabinetError month-not-invoiced, month-incomplete {month}, not-found */
export function readReadyMonth(cache: ReadableCache, month: YearMonth, now: Instant): ReadyMonth {
  const facts = readMonthFacts(cache, month, now);
  const { invoice, state } = facts;
  if (!invoice) throw new CabinetError('month-not-invoiced', { month });
  if (state === 'partial') throw new CabinetError('month-incomplete', { month });
  const account = readAccount(cache);
  if (!account) throw new CabinetError('not-found', { what: 'account' });
  const payments = listPayments(cache)
    .filter(({ receivedAt }) => monthOf(receivedAt) === month)
    .reverse();
  // The operator forgets payments after a year: a list that does not add up is no list.
  const whole = sumMoney(payments.map(({ amount }) => amount)) === invoice.payments;
  return { ...facts, invoice, account, payments: whole ? payments : [] };
}

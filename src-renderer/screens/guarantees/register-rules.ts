import type { Account } from '../../../src-shared/domain/account';
import type { Invoice } from '../../../src-shared/domain/billing';
import { type Money, parseAmount, UNITS_PER_KOPECK } from '../../../src-shared/domain/money';
import {
  addDays,
  addMonthsToDay,
  type CalendarDay,
  dayOf,
  type Instant,
} from '../../../src-shared/domain/period';
import type { Guarantee } from '../../../src-shared/domain/requests';
import { lastPromisedDay, mayRegisterPayments } from '../../../src-shared/domain/rules';
import type { MessageKey } from '../../i18n/messages';

/** What has to be known before a payment can be registered. */
export type RegisterFacts = {
  account: Account;
  invoices: readonly Invoice[];
  guarantees: readonly Guarantee[];
};

export type RegisterBar =
  /** The contract is not older than three months; from `opensOn` on it is. */
  | { bar: 'young'; opensOn: CalendarDay }
  | { bar: 'no-invoice' }
  | { bar: 'paid'; invoice: Invoice }
  | { bar: 'open'; guarantee: Guarantee };

/** Days that can be promised: from tomorrow on. */
export type RegisterTerms = { invoice: Invoice; debt: Money; first: CalendarDay; last: CalendarDay };

/** The regular invoice: the newest one. */
const regularInvoice = (invoices: readonly Invoice[]): Invoice | undefined =>
  [...invoices].sort((a, b) => b.month.localeCompare(a.month))[0];

/** Why a payment need not or cannot be registered now, or within what it can (guide §2.2.3). */
export function registerTerms(facts: RegisterFacts, now: Instant): RegisterBar | RegisterTerms {
  const { account, guarantees } = facts;
  if (!mayRegisterPayments(account.contract.signedOn, now)) {
    return { bar: 'young', opensOn: addDays(addMonthsToDay(account.contract.signedOn, 3), 1) };
  }
  const invoice = regularInvoice(facts.invoices);
  if (!invoice) return { bar: 'no-invoice' };
  if (invoice.status === 'paid' || account.amountDue <= 0) return { bar: 'paid', invoice };
  const open = guarantees.find(({ status }) => status === 'pending' || status === 'accepted');
  if (open) return { bar: 'open', guarantee: open };
  return { invoice, debt: account.amountDue, first: addDays(dayOf(now), 1), last: lastPromisedDay(now) };
}

/** The typed sum in 1/10000 BYN, or what is wrong with it. */
export function readPromise(text: string, debt: Money): Money | MessageKey {
  if (text.trim() === '') return 'signIn.required';
  const amount = parseAmount(text);
  if (amount === null || amount % UNITS_PER_KOPECK !== 0) return 'register.amountWrong';
  if (amount <= 0) return 'register.amountZero';
  return amount > debt ? 'register.amountLarge' : amount;
}

/** What is wrong with the chosen day; null: nothing. */
export function promiseDayFault(day: CalendarDay | null, terms: RegisterTerms): MessageKey | null {
  if (day === null) return 'signIn.required';
  if (day < terms.first) return 'register.dayPast';
  return day > terms.last ? 'register.dayLate' : null;
}

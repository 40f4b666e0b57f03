import {
  addDays,
  addMonths,
  addMonthsToDay,
  type CalendarDay,
  DAY_MS,
  dayOf,
  type Instant,
  minskTime,
  monthOf,
  startOfDay,
  type YearMonth,
} from './period';

/**
 * Calendar rules of the guide that both sides of the contract know: the operator enforces them,
 * the client says them before they are run into. All of them in Minsk time.
 */

/** Invoices are being formed: orders of documents are closed (guide §2.3: 1st to 3rd of each month). */
export const isFormingPeriod = (now: Instant): boolean => minskTime(now).day <= 3;

/** First instant after the forming days of this month. */
export const formingEnds = (now: Instant): Instant => startOfDay(`${monthOf(now)}-04`);

/** Months whose invoice can be ordered or downloaded (guide §2.3.1–2): the two previous, newest first. */
export const orderableInvoiceMonths = (now: Instant): YearMonth[] =>
  [-1, -2].map((back) => addMonths(monthOf(now), back));

/** Days of «Детализация на E-mail» (guide §2.3.4): the previous month and the current one up to yesterday. */
export function cdrOrderDays(now: Instant): { first: CalendarDay; last: CalendarDay } {
  return { first: `${addMonths(monthOf(now), -1)}-01`, last: addDays(dayOf(now), -1) };
}

/** Payments shown by the operator (guide §2.2.1): the last 12 months, today included. */
export const firstPaymentDay = (now: Instant): CalendarDay => addMonthsToDay(dayOf(now), -12);

/** A payment can be registered only under a contract older than three months (guide §2.2.3). */
export const mayRegisterPayments = (signedOn: CalendarDay, now: Instant): boolean =>
  dayOf(now) > addMonthsToDay(signedOn, 3);

/** Last day that can be promised (guide §2.2.3): the 10th of the next month. */
export const lastPromisedDay = (now: Instant): CalendarDay => `${addMonths(monthOf(now), 1)}-10`;

/** From this instant the package of channels can be changed again (guide §3.3: once in 7 days). */
export const channelsOpenAt = (changedAt: Instant): Instant => changedAt + 7 * DAY_MS;

/** A pause of a number: it begins tomorrow at the earliest and within so many days, and lasts at most so long. */
export const SUSPENSION_AHEAD_DAYS = 60;
export const SUSPENSION_MAX_DAYS = 90;

/** Another tariff plan takes effect on the first day of the next month. */
export const planChangeDay = (now: Instant): CalendarDay => `${addMonths(monthOf(now), 1)}-01`;

/** Stable names of broken rules in refusals («rule» of a problem): clients have their own words for them. */
export const ruleNames = {
  forming: 'invoices-are-formed',
  invoiceMonth: 'invoice-month-not-orderable',
  cdrDays: 'cdr-days-out-of-range',
  contractYoung: 'contract-younger-than-3-months',
  invoicePaid: 'invoice-already-paid',
  promisedLate: 'promised-day-too-late',
  promisedEarly: 'promised-day-in-the-past',
  amountZero: 'amount-not-positive',
  amountLarge: 'amount-above-debt',
  guaranteeOpen: 'guarantee-already-open',
  foreignNumbers: 'numbers-not-yours',
  listTooLong: 'too-many-numbers',
  emailsTooLong: 'emails-too-long',
  serviceLocked: 'service-on-paper-only',
  serviceConnected: 'service-already-connected',
  serviceNotAllowed: 'service-not-in-plan',
  serviceRequires: 'service-requires-another',
  serviceRequired: 'service-needed-by-another',
  serviceConflicts: 'service-conflicts',
  servicePermanent: 'service-part-of-plan',
  subscriberClosed: 'subscriber-closed',
  subscriberSuspended: 'subscriber-suspended',
  connectionFixed: 'connection-cannot-change',
  suspensionDays: 'suspension-days-out-of-range',
  suspensionOverlaps: 'suspension-already-there',
  suspensionNotYours: 'suspension-by-operator',
  planSame: 'plan-is-current',
  planNotOffered: 'plan-not-offered',
  planPending: 'plan-change-pending',
  planChangeDone: 'plan-change-not-pending',
  channelsOnlyConnection: 'channels-only-on-connection',
  channelsSame: 'channels-same-package',
  channelsWait: 'channels-once-in-7-days',
  appealClosed: 'appeal-closed',
  operatorNotActive: 'call-centre-number-not-active',
  operatorsNeeded: 'call-centre-needs-operators',
  hoursCrossed: 'call-centre-hours-crossed',
  overflowIsOperator: 'call-centre-overflow-is-operator',
  accountSuspended: 'account-suspended',
} as const;
export type RuleName = (typeof ruleNames)[keyof typeof ruleNames];

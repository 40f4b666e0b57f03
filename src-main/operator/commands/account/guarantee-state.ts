import { formatSum } from '../../../../src-shared/domain/money';
import {
  addDays,
  addMonthsToDay,
  type CalendarDay,
  dayOf,
  formatDay,
  type Instant,
  startOfDay,
  type YearMonth,
} from '../../../../src-shared/domain/period';
import type { Guarantee } from '../../../../src-shared/domain/requests';

/** A promise as it was registered; everything else about it follows from payments and time. */
export type PromiseFacts = {
  id: number;
  registeredAt: Instant;
  /** When the operator's review ends. */
  decideAt: Instant;
  amount: number;
  promisedOn: CalendarDay;
  /** Month of the invoice that is put off. */
  month: YearMonth;
};

export type PromiseState = {
  facts: PromiseFacts;
  status: Guarantee['status'];
  reason: string;
  /** When payments since the registration covered the promise, whether that has come or not. */
  coveredAt: Instant | null;
  /** First instant after the promised day. */
  deadline: Instant;
};

/** After a broken promise no other is accepted for so many months. */
const BROKEN_MONTHS = 3;

/**
 * States of all promises at an instant, from payments in order of time (those to come included).
 * A review refuses when an earlier promise was broken within three months, or when the promised day is over by then
 * without the payment; an accepted promise is kept once payments cover it by the end of that day, else broken
 * (guide §2.2.3).
 */
export function promiseStates(
  promises: readonly PromiseFacts[],
  payments: readonly { at: Instant; amount: number }[],
  now: Instant,
): PromiseState[] {
  const states: PromiseState[] = [];
  for (const facts of promises) {
    const deadline = startOfDay(addDays(facts.promisedOn, 1));
    const coveredAt = coveringOf(facts, payments);
    const state = (status: PromiseState['status'], reason = '') =>
      states.push({ facts, status, reason, coveredAt, deadline });
    if (now < facts.decideAt) {
      state('pending');
      continue;
    }
    const barrier = states.findLast(
      (earlier) =>
        earlier.status === 'broken' &&
        earlier.deadline <= facts.decideAt &&
        dayOf(facts.registeredAt) <= lastBarredDay(earlier),
    );
    if (barrier) state('refused', refusalReason(barrier));
    else if (coveredAt !== null && coveredAt < deadline) state(coveredAt <= now ? 'kept' : 'accepted');
    // Nothing was put off, so nothing can be broken.
    else if (facts.decideAt >= deadline) state('refused', overdueReason(facts));
    else if (now < deadline) state('accepted');
    else state('broken', breachReason(facts, coveredAt !== null && coveredAt <= now ? coveredAt : null));
  }
  return states;
}

/** The promise whose breach keeps the account suspended at this time, if any. */
export const suspendingPromise = (states: readonly PromiseState[], now: Instant): PromiseState | undefined =>
  states.find(({ status, coveredAt }) => status === 'broken' && (coveredAt === null || coveredAt > now));

/** Moments at which a promise's state may change. */
export const turnsOf = ({ facts, coveredAt, deadline }: PromiseState): Instant[] => [
  facts.decideAt,
  deadline,
  ...(coveredAt === null ? [] : [coveredAt]),
];

function coveringOf(
  { registeredAt, amount }: PromiseFacts,
  payments: readonly { at: Instant; amount: number }[],
): Instant | null {
  let paid = 0;
  for (const payment of payments) {
    if (payment.at <= registeredAt) continue;
    paid += payment.amount;
    if (paid >= amount) return payment.at;
  }
  return null;
}

const lastBarredDay = ({ facts }: PromiseState): CalendarDay =>
  addMonthsToDay(facts.promisedOn, BROKEN_MONTHS);

function refusalReason(broken: PromiseState): string {
  const { registeredAt, amount, promisedOn } = broken.facts;
  const open = formatDay(addDays(lastBarredDay(broken), 1));
  return (
    `Платеж ${formatSum(amount)} руб., обещанный ${formatDay(dayOf(registeredAt))}, не поступил до ` +
    `${formatDay(promisedOn)}. Новая отсрочка возможна с ${open}.`
  );
}

const overdueReason = ({ promisedOn }: PromiseFacts): string =>
  `Дата оплаты ${formatDay(promisedOn)} прошла до рассмотрения заявки. Оставьте новую заявку с более поздней датой.`;

function breachReason({ amount, promisedOn }: PromiseFacts, coveredAt: Instant | null): string {
  const breach = `Платеж ${formatSum(amount)} руб. не поступил до ${formatDay(promisedOn)} включительно.`;
  return coveredAt === null
    ? `${breach} Оказание услуг связи приостановлено до погашения задолженности.`
    : `${breach} Задолженность погашена ${formatDay(dayOf(coveredAt))}, оказание услуг возобновлено.`;
}

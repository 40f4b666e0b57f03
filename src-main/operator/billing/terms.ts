import { DAY_MS, dayOf, endOfMonth, type Instant, type YearMonth } from '../../../src-shared/domain/period';
import { isWorkingDay } from '../../../src-shared/domain/work-calendar';
import { fractionOf } from '../calls/random';

/** Months as integers, to mix into seeds and to make ids of. */
export const monthNumber = (month: YearMonth): number =>
  Number(month.slice(0, 4)) * 100 + Number(month.slice(5, 7));

const FORMING_DAYS = 3;
const HOUR_MS = 3_600_000;

/**
 * When the invoice of a month is formed: in the evening of the 3rd, the last of the forming days (guide §2.3).
 * Records that come before that are still in it.
 */
export function formingInstant(seed: number, month: YearMonth): Instant {
  const evening = endOfMonth(month) + (FORMING_DAYS - 1) * DAY_MS + 20 * HOUR_MS;
  return evening + Math.floor(fractionOf(seed, monthNumber(month), 0xf0) * 3 * 3600) * 1000;
}

/** From this instant records of a month are late: they are booked in a later month. */
export const lateFrom = (month: YearMonth): Instant => endOfMonth(month) + FORMING_DAYS * DAY_MS;

/** What the company pays for an invoice, and when. Amounts in whole kopecks. */
export type PlannedPayment = { receivedAt: Instant; amount: number };

/** Banks are closed when nobody works. */
function nextBankDay(midnight: Instant): Instant {
  let day = midnight;
  while (!isWorkingDay(dayOf(day))) day += DAY_MS;
  return day;
}

/**
 * Most invoices are paid at once in the middle of the month, some in two parts, some after the term,
 * and a few not to the end (the rest is in the next invoice's opening debt).
 */
export function plannedPayments(seed: number, month: YearMonth, amountDue: number): PlannedPayment[] {
  if (amountDue <= 0) return [];
  const habit = fractionOf(seed, monthNumber(month), 0xa1);
  const at = (day: number, part: number) =>
    nextBankDay(endOfMonth(month) + (day - 1) * DAY_MS) +
    9 * HOUR_MS +
    Math.floor(fractionOf(seed, monthNumber(month), part) * 8 * 3600) * 1000;
  const day = (from: number, to: number, part: number) =>
    from + Math.floor(fractionOf(seed, monthNumber(month), part, 0xd) * (to - from + 1));
  const wholeRubles = (share: number) => Math.floor((amountDue * share) / 10_000) * 10_000;
  if (habit < 0.7) return [{ receivedAt: at(day(11, 20, 1), 1), amount: amountDue }];
  if (habit < 0.85) {
    const first = wholeRubles(0.6);
    return [
      { receivedAt: at(day(11, 14, 1), 1), amount: first },
      { receivedAt: at(day(19, 23, 2), 2), amount: amountDue - first },
    ].filter(({ amount }) => amount > 0);
  }
  if (habit < 0.95) return [{ receivedAt: at(day(25, 26, 1), 1), amount: amountDue }];
  return [{ receivedAt: at(day(15, 24, 1), 1), amount: wholeRubles(0.7) || amountDue }];
}

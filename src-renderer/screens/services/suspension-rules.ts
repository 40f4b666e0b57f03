import type { Subscriber } from '../../../src-shared/domain/account';
import {
  addDays,
  type CalendarDay,
  dayOf,
  daysBetween,
  type Instant,
} from '../../../src-shared/domain/period';
import { SUSPENSION_AHEAD_DAYS, SUSPENSION_MAX_DAYS } from '../../../src-shared/domain/rules';
import type { Suspension } from '../../../src-shared/domain/subscriber-changes';

/** Days between which a pause may begin, and end when it begins on a day. */
export const firstDays = (now: Instant): { first: CalendarDay; last: CalendarDay } => ({
  first: addDays(dayOf(now), 1),
  last: addDays(dayOf(now), SUSPENSION_AHEAD_DAYS),
});
export const lastDays = (from: CalendarDay): { first: CalendarDay; last: CalendarDay } => ({
  first: from,
  last: addDays(from, SUSPENSION_MAX_DAYS - 1),
});

export type DaysFault = 'from' | 'to' | 'overlaps';

const within = (
  day: CalendarDay | null,
  { first, last }: { first: CalendarDay; last: CalendarDay },
): boolean => day !== null && day >= first && day <= last;

/** What the operator would refuse about these days; null: nothing. */
export function daysFault(
  from: CalendarDay | null,
  to: CalendarDay | null,
  suspensions: readonly Suspension[],
  now: Instant,
): DaysFault | null {
  if (from === null || !within(from, firstDays(now))) return 'from';
  if (to === null || !within(to, lastDays(from))) return 'to';
  const clash = suspensions.some(
    ({ status, fromDay, toDay }) =>
      (status === 'planned' || status === 'active') && fromDay <= to && (toDay === null || toDay >= from),
  );
  return clash ? 'overlaps' : null;
}

export const pauseDays = (from: CalendarDay, to: CalendarDay): number => daysBetween(from, to) + 1;

/** Whether a pause can still be ended or called off: one whose last day has come ends by itself. */
export const mayEnd = ({ status, toDay }: Suspension, now: Instant): boolean =>
  status === 'planned' || (status === 'active' && (toDay === null || toDay > dayOf(now)));

/** The day from which the number is in service again by itself; null: not tomorrow. */
export const resumesOn = ({ status, toDay }: Suspension, now: Instant): CalendarDay | null =>
  status === 'active' && toDay === dayOf(now) ? addDays(toDay, 1) : null;

/** Why the number cannot be paused here at all. */
export function suspensionBar({
  isConnection,
  status,
}: Pick<Subscriber, 'isConnection' | 'status'>): 'connection' | 'closed' | null {
  if (isConnection) return 'connection';
  return status === 'closed' ? 'closed' : null;
}

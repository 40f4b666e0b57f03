import { dayOf, daysBetween, daysInMonth, type Instant, monthOf } from '../../../src-shared/domain/period';

/**
 * Days of this month on which the former package of channels is charged, and those of one that begins today.
 * @param changedAt since when the former one is there; null: there is none
 */
export function packageDays(changedAt: Instant | null, now: Instant): { before: number; after: number } {
  const month = monthOf(now);
  const passed = daysBetween(`${month}-01`, dayOf(now));
  const after = daysInMonth(month) - passed;
  if (changedAt === null) return { before: 0, after };
  return { before: Math.min(passed, daysBetween(dayOf(changedAt), dayOf(now))), after };
}

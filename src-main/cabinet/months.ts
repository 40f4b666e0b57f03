import type { MonthChoice } from '../../src-shared/bridge/cabinet';
import { addMonths, type Instant, monthOf, type YearMonth } from '../../src-shared/domain/period';

/**
 * Months that can be chosen, newest first: the current one, those before it that the operator still shows, and
 * whatever else the cache has kept.
 */
export function monthChoices(
  now: Instant,
  previousShown: number,
  cached: readonly YearMonth[],
): MonthChoice[] {
  const current = monthOf(now);
  const shown = Array.from({ length: previousShown + 1 }, (_, back) => addMonths(current, -back));
  const months = [...new Set([...shown, ...cached])].sort().reverse();
  return months.map((month) => ({
    month,
    kind: month === current ? 'current' : shown.includes(month) ? 'operator' : 'cache',
  }));
}

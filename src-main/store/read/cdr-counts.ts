import { HOUR_MS, type Instant } from '../../../src-shared/domain/period';
import { type ReadableCache, rows } from '../cache';
import type { CdrScope } from './cdr-filter';

/** An hour of a list, its rows and how many of the list's rows lie before it. */
export type HourOfList = { from: Instant; to: Instant; rows: number; before: number };

const COUNTS = ['outgoing', 'incoming'] as const;

/**
 * Hours with rows of the whole account in the order of the list: a place at any depth is found by adding up a few
 * hundred numbers. Conditions beyond time and direction are not looked at.
 */
export function readHours(cache: ReadableCache, scope: CdrScope, descending: boolean): HourOfList[] {
  const count = scope.direction === null ? COUNTS.join(' + ') : COUNTS[scope.direction as 0 | 1];
  const found = rows<{ hour: number; count: number }>(
    cache,
    `SELECT hour, ${count} AS count FROM cdr_hours WHERE hour >= ? AND hour < ? ORDER BY hour ${descending ? 'DESC' : ''}`,
    scope.from / HOUR_MS,
    scope.to / HOUR_MS,
  );
  let before = 0;
  return found.map(({ hour, count }) => {
    const own = { from: hour * HOUR_MS, to: (hour + 1) * HOUR_MS, rows: count, before };
    before += count;
    return own;
  });
}

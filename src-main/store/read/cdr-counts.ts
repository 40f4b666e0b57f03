import { DAY_MS, HOUR_MS, type Instant, MINSK_OFFSET_MS } from '../../../src-shared/domain/period';
import { type ReadableCache, row, rows } from '../cache';
import type { CdrScope } from './cdr-filter';

/** A piece of a list's time, its rows and how many of the list's rows lie before it. */
export type CountedTime = { from: Instant; to: Instant; rows: number; before: number };

const COUNTS = ['outgoing', 'incoming'] as const;
const countOf = ({ direction }: CdrScope): string =>
  direction === null ? COUNTS.join(' + ') : COUNTS[direction as 0 | 1];

type Found = { at: number; count: number };

/** Whether nothing is asked beyond what records are counted by when they are stored. */
export const isCounted = (scope: CdrScope): boolean => scope.rest.length === 0;

/**
 * Hours with rows of the whole account, or days of one subscriber, in the order of the list: a place at any depth is
 * found by adding up a few hundred numbers. Conditions beyond those of `isCounted` are not looked at.
 */
export function readCounts(cache: ReadableCache, scope: CdrScope, descending: boolean): CountedTime[] {
  const count = countOf(scope);
  const order = descending ? ' DESC' : '';
  if (scope.subscriberId === null) {
    const hours = rows<Found>(
      cache,
      `SELECT hour AS at, ${count} AS count FROM cdr_hours WHERE hour >= ? AND hour < ? ORDER BY hour${order}`,
      scope.from / HOUR_MS,
      scope.to / HOUR_MS,
    );
    return addUp(hours, HOUR_MS, 0);
  }
  const days = rows<Found>(
    cache,
    `SELECT day AS at, ${count} AS count FROM cdr_days
     WHERE subscriber_id = ? AND day >= ? AND day < ? ORDER BY day${order}`,
    scope.subscriberId,
    (scope.from + MINSK_OFFSET_MS) / DAY_MS,
    (scope.to + MINSK_OFFSET_MS) / DAY_MS,
  );
  return addUp(days, DAY_MS, MINSK_OFFSET_MS);
}

function addUp(found: readonly Found[], length: number, offset: number): CountedTime[] {
  let before = 0;
  return found.map(({ at, count }) => {
    const from = at * length - offset;
    const own = { from, to: from + length, rows: count, before };
    before += count;
    return own;
  });
}

/** How many rows the whole account has in the scope's time and direction. */
export const countAccount = (cache: ReadableCache, scope: CdrScope): number =>
  row<{ count: number }>(
    cache,
    `SELECT coalesce(sum(${countOf(scope)}), 0) AS count FROM cdr_hours WHERE hour >= ? AND hour < ?`,
    scope.from / HOUR_MS,
    scope.to / HOUR_MS,
  )?.count ?? 0;

import { type ChargeLine, type ChargeTotals, totalCharges } from '../../../src-shared/domain/billing';
import type { ChargedSubscriber } from '../../../src-shared/domain/month-statement';
import type { Instant, YearMonth } from '../../../src-shared/domain/period';
import { type ReadableCache, row, rows } from '../cache';
import { readFeedState } from '../feed-state';

export type ChargesOfMonth = {
  lines: ChargeLine[];
  totals: ChargeTotals;
  /** True once the month's invoice was formed. */
  closed: boolean;
  /** Operator's time of these charges; of the last sync when there are none; null before the first. */
  asOf: Instant | null;
};

/** Charges of a subscriber in a month; no lines when the cache has none. */
export function readCharges(cache: ReadableCache, subscriberId: number, month: YearMonth): ChargesOfMonth {
  const found = row<{ closed: number; asOf: number; lines: string }>(
    cache,
    'SELECT closed, as_of AS asOf, lines FROM charges WHERE subscriber_id = ? AND month = ?',
    subscriberId,
    month,
  );
  if (found) {
    const lines = JSON.parse(found.lines) as ChargeLine[];
    return { lines, totals: totalCharges(lines), closed: found.closed === 1, asOf: found.asOf };
  }
  const closed = row(cache, 'SELECT 1 FROM charges WHERE month = ? AND closed = 1 LIMIT 1', month);
  return {
    lines: [],
    totals: totalCharges([]),
    closed: closed !== undefined,
    asOf: readFeedState(cache, 'charges').dataAsOf,
  };
}

/** Months with charges of the subscriber, oldest first. */
export function chargeMonths(cache: ReadableCache, subscriberId: number): YearMonth[] {
  const found = rows<{ month: YearMonth }>(
    cache,
    'SELECT month FROM charges WHERE subscriber_id = ? ORDER BY month',
    subscriberId,
  );
  return found.map(({ month }) => month);
}

/** Everybody's charges of a month, the administrator first, then by number; those without lines are left out. */
export function readMonthCharges(
  cache: ReadableCache,
  month: YearMonth,
): { subscribers: ChargedSubscriber[]; closed: boolean; asOf: Instant | null } {
  type Found = { id: number; number: string; name: string; closed: number; asOf: Instant; lines: string };
  const found = rows<Found>(
    cache,
    `SELECT subscriber_id AS id, coalesce(number, '') AS number, coalesce(name, '') AS name, closed, as_of AS asOf, lines
     FROM charges LEFT JOIN subscribers ON subscribers.id = subscriber_id
     WHERE month = ? ORDER BY is_connection DESC, number, subscriber_id`,
    month,
  );
  const subscribers = found.map(({ id, number, name, lines }) => ({
    id,
    number,
    name,
    lines: JSON.parse(lines) as ChargeLine[],
  }));
  return {
    subscribers: subscribers.filter(({ lines }) => lines.length > 0),
    closed: found.every(({ closed }) => closed === 1),
    asOf: found.reduce<Instant | null>((oldest, one) => Math.min(oldest ?? one.asOf, one.asOf), null),
  };
}

/** Months of which there are charges or an invoice. */
export function billedMonths(cache: ReadableCache): YearMonth[] {
  const found = rows<{ month: YearMonth }>(
    cache,
    'SELECT month FROM charges UNION SELECT month FROM invoices ORDER BY month',
  );
  return found.map(({ month }) => month);
}

import type { Instant, YearMonth } from '../../../src-shared/domain/period';
import { type ReadableCache, row } from '../cache';

/** The latest instant that anything of a month bears: its calls, charges, invoice, payments. Null: there is nothing. */
export function lastChangeOf(
  cache: ReadableCache,
  month: YearMonth,
  from: Instant,
  to: Instant,
): Instant | null {
  const found = row<{ at: number | null }>(
    cache,
    `SELECT max(at) AS at FROM (
       SELECT max(started_at) AS at FROM cdrs WHERE started_at >= ? AND started_at < ?
       UNION ALL SELECT max(recorded_at) FROM cdrs WHERE started_at >= ? AND started_at < ?
       UNION ALL SELECT max(as_of) FROM charges WHERE month = ?
       UNION ALL SELECT max(issued_at) FROM invoices WHERE month = ?
       UNION ALL SELECT max(received_at) FROM payments WHERE received_at >= ? AND received_at < ?)`,
    from,
    to,
    from,
    to,
    month,
    month,
    from,
    to,
  );
  return found?.at ?? null;
}

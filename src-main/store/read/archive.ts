import type { ChargeLine } from '../../../src-shared/domain/billing';
import { type Instant, monthsBetween, type YearMonth } from '../../../src-shared/domain/period';
import { type ReadableCache, row } from '../cache';

/** A line of charges with whose and of when it is. */
export type ArchivedCharge = {
  subscriberNumber: string;
  subscriberName: string;
  month: YearMonth;
  closed: boolean;
  asOf: Instant;
  /** Place in the list of its month, from 1. */
  place: number;
  line: ChargeLine;
};

/**
 * Months from the first to the last with calls, gaps included: a month that a correction has emptied must not
 * stand in an archive as it was before.
 */
export function archivedMonths(cache: ReadableCache): YearMonth[] {
  const { first, last } = row<{ first: YearMonth | null; last: YearMonth | null }>(
    cache,
    'SELECT min(month) AS first, max(month) AS last FROM cdr_months',
  ) as { first: YearMonth | null; last: YearMonth | null };
  return first && last ? monthsBetween(first, last) : [];
}

/** How many rows all tables of an archive have together. */
export function countArchived(cache: ReadableCache): number {
  const found = row<{ rows: number }>(
    cache,
    `SELECT (SELECT coalesce(sum(rows), 0) FROM cdr_months)
       + (SELECT coalesce(sum(json_array_length(lines)), 0) FROM charges)
       + (SELECT count(*) FROM payments) + (SELECT count(*) FROM invoices) AS rows`,
  );
  return found?.rows ?? 0;
}

/** Lines of all charges, month by month; one subscriber's month in memory at a time. */
export function* iterateCharges(cache: ReadableCache): Generator<ArchivedCharge> {
  type Raw = Omit<ArchivedCharge, 'closed' | 'place' | 'line'> & { closed: number; lines: string };
  const found = cache
    .statement(
      `SELECT coalesce(s.number, '') AS subscriberNumber, coalesce(s.name, '') AS subscriberName, c.month, c.closed,
       c.as_of AS asOf, c.lines FROM charges c LEFT JOIN subscribers s ON s.id = c.subscriber_id
       ORDER BY c.month, c.subscriber_id`,
    )
    .iterate() as IterableIterator<Raw>;
  for (const { lines, closed, ...rest } of found) {
    for (const [at, line] of (JSON.parse(lines) as ChargeLine[]).entries()) {
      yield { ...rest, closed: closed === 1, place: at + 1, line };
    }
  }
}

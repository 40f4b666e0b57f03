import type { CdrFilter, CdrSummary } from '../../../src-shared/bridge/cabinet';
import { monthsBetween, type YearMonth } from '../../../src-shared/domain/period';
import { type ReadableCache, row, rows } from '../cache';
import { workCalendarOf } from '../work-days';
import { type CdrScope, monthsWhereOf, resolveFilter, whereOf } from './cdr-filter';
import { addSums, type CallSums, CDR_SUMS, MONTH_SUMS, noSums, toSummary } from './cdr-sums';

/**
 * Totals of a query: from the monthly sums where they know all of the filter's columns, else by reading the rows.
 * Both ways give the same numbers to the last unit.
 * @throws CabinetError mask-invalid
 */
export const cdrSummary = (cache: ReadableCache, filter: CdrFilter): CdrSummary =>
  toSummary(cache, sumsOfFilter(cache, filter));

function sumsOfFilter(cache: ReadableCache, filter: CdrFilter): CallSums {
  const scope = resolveFilter(filter, workCalendarOf(cache));
  return scope.summable ? sumsOfMonth(cache, scope, filter.month) : sumsOfRows(cache, scope);
}

/** Totals of the months from one to the filter's own, narrowed the same way. @throws CabinetError mask-invalid */
export function cdrSummarySince(cache: ReadableCache, filter: CdrFilter, first: YearMonth): CdrSummary {
  const total = noSums();
  for (const month of monthsBetween(first, filter.month))
    addSums(total, sumsOfFilter(cache, { ...filter, month }));
  return toSummary(cache, total);
}

/** Sums of a filter that the monthly sums have all columns of. */
export function sumsOfMonth(cache: ReadableCache, scope: CdrScope, month: YearMonth): CallSums {
  const where = monthsWhereOf(scope, month);
  return row<CallSums>(
    cache,
    `SELECT ${MONTH_SUMS} FROM cdr_months WHERE ${where.sql}`,
    ...where.values,
  ) as CallSums;
}

function sumsOfRows(cache: ReadableCache, scope: CdrScope): CallSums {
  const where = whereOf(scope);
  return row<CallSums>(cache, `SELECT ${CDR_SUMS} FROM cdrs WHERE ${where.sql}`, ...where.values) as CallSums;
}

/** Months with records of the subscriber, or of the whole account; oldest first. */
export function cdrMonths(cache: ReadableCache, subscriberId: number | null): YearMonth[] {
  const where = subscriberId === null ? '' : 'WHERE subscriber_id = ?';
  const values = subscriberId === null ? [] : [subscriberId];
  const found = rows<{ month: YearMonth }>(
    cache,
    `SELECT DISTINCT month FROM cdr_months ${where} ORDER BY month`,
    ...values,
  );
  return found.map(({ month }) => month);
}

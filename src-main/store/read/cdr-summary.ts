import type { CdrFilter, CdrSummary } from '../../../src-shared/bridge/cabinet';
import type { YearMonth } from '../../../src-shared/domain/period';
import { type ReadableCache, row, rows } from '../cache';
import { serviceCodes } from '../codes';
import { readFeedState } from '../feed-state';
import { workCalendarOf } from '../work-days';
import { type CdrScope, monthsWhereOf, resolveFilter, whereOf } from './cdr-filter';

type Sums = Omit<CdrSummary, 'vat' | 'complete' | 'asOf' | 'calls'>;

const SMS = serviceCodes.code('sms');
const summed = (rowCount: string, messages: string, late: string): string => `
  coalesce(${rowCount}, 0) AS rows, coalesce(${messages}, 0) AS messages, coalesce(sum(duration_s), 0) AS durationS,
  coalesce(sum(iif(service = ${SMS}, 0, billed_units)), 0) AS billedS,
  coalesce(sum(iif(service = ${SMS}, billed_units, 0)), 0) AS parts, coalesce(sum(package_s), 0) AS packageS,
  coalesce(sum(net), 0) AS net, coalesce(sum(gross), 0) AS gross, coalesce(${late}, 0) AS lateRows`;

/**
 * Totals of a query: from the monthly sums where they know all of the filter's columns, else by reading the rows.
 * Both ways give the same numbers to the last unit.
 * @throws CabinetError mask-invalid
 */
export function cdrSummary(cache: ReadableCache, filter: CdrFilter): CdrSummary {
  const scope = resolveFilter(filter, workCalendarOf(cache));
  const sums = scope.summable ? fromMonths(cache, scope, filter.month) : fromRows(cache, scope);
  const state = readFeedState(cache, 'cdrs');
  return {
    ...sums,
    calls: sums.rows - sums.messages,
    vat: sums.gross - sums.net,
    complete: state.complete,
    asOf: state.dataAsOf,
  };
}

function fromMonths(cache: ReadableCache, scope: CdrScope, month: YearMonth): Sums {
  const where = monthsWhereOf(scope, month);
  const columns = summed('sum(rows)', `sum(iif(service = ${SMS}, rows, 0))`, 'sum(late_rows)');
  return row<Sums>(cache, `SELECT ${columns} FROM cdr_months WHERE ${where.sql}`, ...where.values) as Sums;
}

function fromRows(cache: ReadableCache, scope: CdrScope): Sums {
  const where = whereOf(scope);
  const columns = summed('count(*)', `sum(service = ${SMS})`, 'sum(late)');
  return row<Sums>(cache, `SELECT ${columns} FROM cdrs WHERE ${where.sql}`, ...where.values) as Sums;
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

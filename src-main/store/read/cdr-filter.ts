import type { CdrFilter } from '../../../src-shared/bridge/cabinet';
import {
  addDays,
  endOfMonth,
  type Instant,
  startOfDay,
  startOfMonth,
  type YearMonth,
} from '../../../src-shared/domain/period';
import { directionCodes, serviceCodes, statusCodes, zoneCodes } from '../codes';
import { longestDigits } from '../numbers/grams';
import { searchCondition } from '../search-text';
import { MINUTE, type WorkCalendar, workClassCondition } from './cdr-calendar';

const LAST_MINUTE = 1439;

/** A filter in terms of the table. `from` is included, `to` is not. */
export type CdrScope = {
  from: Instant;
  to: Instant;
  subscriberId: number | null;
  /** Null: both. */
  direction: number | null;
  /** Conditions beyond time, subscriber and direction, joined by AND, with their values. */
  rest: string[];
  restValues: (string | number)[];
  /** True when the monthly sums can answer it. */
  summable: boolean;
  /** The longest digits in a row that the other party must have; empty: none are looked for. */
  digits: string;
};

/**
 * @param isWorking the calendar of working days; looked at where the filter asks for classes of time
 * @throws CabinetError mask-invalid
 */
export function resolveFilter(filter: CdrFilter, isWorking: WorkCalendar): CdrScope {
  const from = startOfMonth(filter.month);
  const to = endOfMonth(filter.month);
  const scope: CdrScope = {
    from: filter.fromDay ? Math.max(from, startOfDay(filter.fromDay)) : from,
    to: filter.toDay ? Math.min(to, startOfDay(addDays(filter.toDay, 1))) : to,
    subscriberId: filter.subscriberId,
    direction: filter.direction === 'both' ? null : directionCodes.code(filter.direction),
    rest: [],
    restValues: [],
    summable: true,
    digits: '',
  };
  const restrict = (sql: string, ...values: (string | number)[]) => {
    scope.rest.push(sql);
    scope.restValues.push(...values);
  };
  const oneOf = (column: string, codes: number[] | undefined) => {
    if (codes) restrict(`${column} IN (${codes.map(() => '?').join(', ')})`, ...codes);
  };

  oneOf('service', filter.services?.map(serviceCodes.code));
  oneOf('zone', filter.zones?.map(zoneCodes.code));
  // Everything above is a column of the monthly sums; whatever comes below is not.
  const summed = scope.rest.length;
  oneOf('status', filter.statuses?.map(statusCodes.code));
  if (filter.party && filter.wholeParty) {
    restrict('party = ?', filter.party);
    scope.digits = longestDigits(filter.party);
  } else {
    const party = searchCondition(filter.party ?? '', 'party', 'party_text');
    if (party) restrict(party.sql, ...party.values);
    scope.digits = longestDigits(party?.values.join() ?? '');
  }
  if (filter.minGross !== undefined) restrict('gross >= ?', filter.minGross);
  if (filter.maxGross !== undefined) restrict('gross <= ?', filter.maxGross);
  if (filter.minDurationS !== undefined) restrict('duration_s >= ?', filter.minDurationS);
  if (filter.maxDurationS !== undefined) restrict('duration_s <= ?', filter.maxDurationS);
  if (filter.fromMinute !== undefined || filter.toMinute !== undefined) {
    const first = filter.fromMinute ?? 0;
    const last = filter.toMinute ?? LAST_MINUTE;
    if (first <= last) restrict(`${MINUTE} BETWEEN ? AND ?`, first, last);
    else restrict(`(${MINUTE} >= ? OR ${MINUTE} <= ?)`, first, last);
  }
  if (filter.workClasses) restrict(workClassCondition(filter.month, filter.workClasses, isWorking));
  if (filter.lateOnly) restrict('late = 1');
  scope.summable = scope.rest.length === summed && scope.from === from && scope.to === to;
  return scope;
}

/** A condition with its values. */
export type Where = { sql: string; values: (string | number)[] };

/** What meets one condition and the other. */
export const whereBoth = (one: Where, other: Where): Where => ({
  sql: `${one.sql} AND ${other.sql}`,
  values: [...one.values, ...other.values],
});

/** A filter that the monthly sums can answer as one WHERE clause over `cdr_months`. */
export function monthsWhereOf(scope: CdrScope, month: YearMonth): Where {
  const parts = ['month = ?', ...scope.rest];
  const values: (string | number)[] = [month, ...scope.restValues];
  if (scope.subscriberId !== null) {
    parts.push('subscriber_id = ?');
    values.push(scope.subscriberId);
  }
  if (scope.direction !== null) {
    parts.push('direction = ?');
    values.push(scope.direction);
  }
  return { sql: parts.join(' AND '), values };
}

/** These records and no others. */
export const whereIds = (ids: readonly number[]): Where => ({
  sql: 'id IN (SELECT value FROM json_each(?))',
  values: [JSON.stringify(ids)],
});

/** The whole filter as one WHERE clause over `cdrs`. */
export function whereOf(scope: CdrScope): Where {
  const parts: string[] = [];
  const values: (string | number)[] = [];
  if (scope.subscriberId !== null) {
    parts.push('subscriber_id = ?');
    values.push(scope.subscriberId);
  }
  if (scope.direction !== null) {
    parts.push('direction = ?');
    values.push(scope.direction);
  } else if (scope.subscriberId !== null) {
    // Spelled out so that the index over subscriber, direction and time serves both directions.
    parts.push('direction IN (0, 1)');
  }
  parts.push('started_at >= ?', 'started_at < ?', ...scope.rest);
  values.push(scope.from, scope.to, ...scope.restValues);
  return { sql: parts.join(' AND '), values };
}

import type { CdrStatus } from '../../../src-shared/domain/cdr';
import {
  type CalendarDay,
  DAY_MS,
  dayOf,
  endOfMonth,
  startOfMonth,
  type YearMonth,
} from '../../../src-shared/domain/period';
import { type ReadableCache, rows } from '../cache';
import { directionCodes, serviceCodes, statusCodes } from '../codes';

/** Incoming voice calls of one number on one day that ended alike. */
export type IncomingCalls = {
  subscriberId: number;
  day: CalendarDay;
  status: CdrStatus;
  calls: number;
  talkS: number;
};

const COUNT = `SELECT (started_at - ?) / ${DAY_MS} AS day, status, count(*) AS calls, sum(duration_s) AS talkS FROM cdrs
  WHERE subscriber_id = ? AND direction = ${directionCodes.code('in')} AND started_at >= ? AND started_at < ?
    AND service = ${serviceCodes.code('voice')}
  GROUP BY 1, 2`;

/** Incoming voice calls of a number in a month. */
export function countIncomingCalls(
  cache: ReadableCache,
  subscriberId: number,
  month: YearMonth,
): IncomingCalls[] {
  const from = startOfMonth(month);
  return rows<{ day: number; status: number; calls: number; talkS: number }>(
    cache,
    COUNT,
    from,
    subscriberId,
    from,
    endOfMonth(month),
  ).map(({ day, status, calls, talkS }) => ({
    subscriberId,
    day: dayOf(from + day * DAY_MS),
    status: statusCodes.word(status),
    calls,
    talkS,
  }));
}

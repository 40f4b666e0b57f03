import type { CallSum } from '../../../src-shared/domain/month-split';
import { endOfMonth, startOfMonth, type YearMonth } from '../../../src-shared/domain/period';
import type { WorkClass } from '../../../src-shared/domain/work-calendar';
import { type ReadableCache, rows } from '../cache';
import { directionCodes, serviceCodes, statusCodes, zoneCodes } from '../codes';
import { workCalendarOf } from '../work-days';
import { workClassExpression } from './cdr-calendar';

type Found = Omit<CallSum, 'usage' | 'billedS'> & {
  direction: number;
  service: number;
  zone: number;
  billedS: number;
};

/**
 * What the invoice of a month charges for traffic, by subscriber, kind, rate and working time: answered records that
 * were known when it was formed.
 */
export function readMonthCalls(cache: ReadableCache, month: YearMonth): CallSum[] {
  const found = rows<Found>(
    cache,
    `SELECT subscriber_id AS subscriberId, direction, service, zone, vat_rate AS vatRate,
       ${workClassExpression(month, workCalendarOf(cache))} AS workClass, count(*) AS count, sum(billed_units) AS billedS, sum(gross) AS gross
     FROM cdrs
     WHERE started_at >= ? AND started_at < ? AND status = ? AND late = 0 AND (direction = ? OR gross <> 0)
     GROUP BY 1, 2, 3, 4, 5, 6`,
    startOfMonth(month),
    endOfMonth(month),
    statusCodes.code('answered'),
    directionCodes.code('out'),
  );
  return found.map(({ direction, service, zone, billedS, workClass, ...sum }) => {
    const usage = {
      direction: directionCodes.word(direction),
      service: serviceCodes.word(service),
      zone: zoneCodes.word(zone),
    };
    return {
      ...sum,
      usage,
      workClass: workClass satisfies WorkClass,
      billedS: usage.service === 'sms' ? null : billedS,
    };
  });
}

/** Records of a month that came or changed after its invoice. */
export const countLateCalls = (cache: ReadableCache, month: YearMonth): number =>
  rows<{ late: number }>(
    cache,
    'SELECT coalesce(sum(late_rows), 0) AS late FROM cdr_months WHERE month = ?',
    month,
  )[0]?.late ?? 0;

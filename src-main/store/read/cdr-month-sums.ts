import type { YearMonth } from '../../../src-shared/domain/period';
import { endOfMonth, startOfMonth } from '../../../src-shared/domain/period';
import { type ReadableCache, rows } from '../cache';
import { serviceCodes } from '../codes';

/** Sums of some calls and messages of the whole account; durations in seconds, money in 1/10000 BYN. */
export type CallSums = {
  calls: number;
  messages: number;
  durationS: number;
  /** Rated seconds of calls. */
  billedS: number;
  packageS: number;
  net: number;
  gross: number;
};

const SMS = serviceCodes.code('sms');
const sums = (count: string) => `
  sum(iif(service = ${SMS}, 0, ${count})) AS calls, sum(iif(service = ${SMS}, ${count}, 0)) AS messages,
  sum(duration_s) AS durationS, sum(iif(service = ${SMS}, 0, billed_units)) AS billedS,
  sum(package_s) AS packageS, sum(net) AS net, sum(gross) AS gross`;

/** A month by subscriber, by number; one that is no longer known has blank texts. */
export const sumsBySubscriber = (cache: ReadableCache, month: YearMonth) =>
  rows<CallSums & { number: string; name: string }>(
    cache,
    `SELECT coalesce(number, '') AS number, coalesce(name, '') AS name, own.*
     FROM (SELECT subscriber_id, ${sums('rows')} FROM cdr_months WHERE month = ? GROUP BY subscriber_id) AS own
     LEFT JOIN subscribers ON subscribers.id = subscriber_id ORDER BY number, subscriber_id`,
    month,
  );

/** A month by direction and zone (codes), outgoing first. */
export const sumsByZone = (cache: ReadableCache, month: YearMonth) =>
  rows<CallSums & { direction: number; zone: number }>(
    cache,
    `SELECT direction, zone, ${sums('rows')} FROM cdr_months WHERE month = ? GROUP BY 1, 2 ORDER BY 1, 2`,
    month,
  );

/**
 * A month by what a record costs. Band 0: it gives money back; 1: nothing, all of it from a package; 2: nothing;
 * 3 and on: up to the limits in turn, the last one beyond them.
 * @param limits sums with VAT in 1/10000 BYN, rising
 */
export function sumsByCost(
  cache: ReadableCache,
  month: YearMonth,
  limits: readonly number[],
): (CallSums & { band: number })[] {
  const steps = limits.map((_, at) => `WHEN gross <= ? THEN ${at + 3}`);
  const band = `CASE WHEN gross < 0 THEN 0 WHEN gross = 0 THEN iif(package_s > 0, 1, 2) ${steps.join(' ')}
    ELSE ${limits.length + 3} END`;
  return rows(
    cache,
    `SELECT ${band} AS band, ${sums('1')} FROM cdrs WHERE started_at >= ? AND started_at < ? GROUP BY 1 ORDER BY 1`,
    ...limits,
    startOfMonth(month),
    endOfMonth(month),
  );
}

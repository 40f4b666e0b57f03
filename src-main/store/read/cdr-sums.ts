import type { CdrSummary } from '../../../src-shared/bridge/cabinet';
import type { ReadableCache } from '../cache';
import { serviceCodes } from '../codes';
import { readFeedState } from '../feed-state';

/** What a summary adds up. */
export type CallSums = Omit<CdrSummary, 'vat' | 'complete' | 'asOf' | 'calls'>;

const SMS = serviceCodes.code('sms');

/** Columns of `CallSums` in SQL. */
export const sumColumns = (rowCount: string, messages: string, late: string): string => `
  coalesce(${rowCount}, 0) AS rows, coalesce(${messages}, 0) AS messages, coalesce(sum(duration_s), 0) AS durationS,
  coalesce(sum(iif(service = ${SMS}, 0, billed_units)), 0) AS billedS,
  coalesce(sum(iif(service = ${SMS}, billed_units, 0)), 0) AS parts, coalesce(sum(package_s), 0) AS packageS,
  coalesce(sum(net), 0) AS net, coalesce(sum(gross), 0) AS gross, coalesce(${late}, 0) AS lateRows`;

/** Over `cdrs` itself. */
export const CDR_SUMS = sumColumns('count(*)', `sum(service = ${SMS})`, 'sum(late)');
/** Over `cdr_months`. */
export const MONTH_SUMS = sumColumns('sum(rows)', `sum(iif(service = ${SMS}, rows, 0))`, 'sum(late_rows)');

export const noSums = (): CallSums => ({
  rows: 0,
  messages: 0,
  durationS: 0,
  billedS: 0,
  parts: 0,
  packageS: 0,
  net: 0,
  gross: 0,
  lateRows: 0,
});

/** Adds some sums to others. */
export function addSums(total: CallSums, more: CallSums): void {
  for (const key of Object.keys(total) as (keyof CallSums)[]) total[key] += more[key];
}

/** The sums as a screen shows them, with how complete and how old the data is. */
export function toSummary(cache: ReadableCache, sums: CallSums): CdrSummary {
  const state = readFeedState(cache, 'cdrs');
  return {
    ...sums,
    calls: sums.rows - sums.messages,
    vat: sums.gross - sums.net,
    complete: state.complete,
    asOf: state.dataAsOf,
  };
}

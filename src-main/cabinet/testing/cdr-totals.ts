import { expect } from 'vitest';
import type { CdrFilter } from '../../../src-shared/bridge/cabinet';
import { monthOf } from '../../../src-shared/domain/period';
import { signIn, type TestOperator } from '../../operator/testing/client';
import type { TestCore } from './harness';

/** Test equipment: sums over all calls, of the operator and of the cache. */

export type CdrTotals = { rows: number; gross: number; durationS: number };

export const wholeMonth = (month: string): CdrFilter => ({ subscriberId: null, month, direction: 'both' });

/** What the operator has, of all months or of one, without the program under test. */
export async function operatorTotals(operator: TestOperator, month?: string): Promise<CdrTotals> {
  const { items } = await (await signIn(operator)).pull('cdrs', 5000);
  const newest = new Map(items.map((cdr) => [cdr.id, cdr]));
  const cdrs = [...newest.values()].filter(({ startedAt }) => !month || monthOf(startedAt) === month);
  return {
    rows: cdrs.length,
    gross: cdrs.reduce((sum, { gross }) => sum + gross, 0),
    durationS: cdrs.reduce((sum, { durationS }) => sum + durationS, 0),
  };
}

/** What the cache says of these months, by its monthly sums and by reading its rows. */
export async function cacheTotals(
  core: Pick<TestCore, 'call'>,
  months: readonly string[],
): Promise<CdrTotals> {
  const sum = { rows: 0, gross: 0, durationS: 0 };
  for (const month of months) {
    const fast = await core.call('cdrs.summary', { filter: wholeMonth(month) });
    const slow = await core.call('cdrs.summary', { filter: { ...wholeMonth(month), minDurationS: 0 } });
    expect(fast).toEqual(slow);
    sum.rows += fast.rows;
    sum.gross += fast.gross;
    sum.durationS += fast.durationS;
  }
  return sum;
}

import { setTimeout as pause } from 'node:timers/promises';
import type { TestCore } from '../../../src-main/cabinet/testing/harness';
import type { CdrFilter } from '../../../src-shared/bridge/cabinet';

/** What the screen of calls met while calls were being taken in; ms. */
export type AskedReads = {
  /** From the sign-in to the first answer that held calls. */
  firstRowsMs: number;
  times: number[];
};

const LIMIT = 200;

/**
 * Asks the core for the first page of the newest month that has calls, every so many ms from now until `end`. An answer
 * is timed from when its question was due, not from when a busy thread came to asking it.
 * @param signInAt when the sign-in began, by `performance.now()`
 */
export function askForCalls(
  core: TestCore,
  everyMs: number,
  signInAt: number,
): { end(): Promise<AskedReads> } {
  const asked: Promise<void>[] = [];
  const times: number[] = [];
  let firstRowsMs = Number.NaN;
  let timer: NodeJS.Timeout | undefined;
  let ended = false;

  async function page(month: string): Promise<void> {
    const filter: CdrFilter = { subscriberId: null, month, direction: 'both' };
    const sort = { column: 'startedAt', descending: true } as const;
    const { items } = await core.call('cdrs.page', { filter, sort, offset: 0, limit: LIMIT });
    if (items.length === 0) throw new Error(`${month}: no calls where there were some`);
  }

  async function ask(month: string, due: number): Promise<void> {
    await page(month);
    times.push(performance.now() - due);
  }

  async function begin(): Promise<void> {
    let month = await monthWithCalls(core);
    for (; month === null && !ended; month = await monthWithCalls(core)) await pause(everyMs);
    if (month === null) return;
    const found = month;
    await page(found);
    firstRowsMs = performance.now() - signInAt;
    let next = performance.now() + everyMs;
    if (ended) return;
    timer = setInterval(() => {
      for (; next <= performance.now(); next += everyMs) asked.push(ask(found, next));
    }, 1);
  }

  const begun = begin();
  return {
    async end() {
      ended = true;
      clearInterval(timer);
      await begun;
      await Promise.all(asked);
      return { firstRowsMs, times };
    },
  };
}

async function monthWithCalls(core: TestCore): Promise<string | null> {
  const { items } = await core.call('cdrs.months', { subscriberId: null });
  for (const { month } of items) {
    const filter: CdrFilter = { subscriberId: null, month, direction: 'both' };
    if ((await core.call('cdrs.summary', { filter })).rows > 0) return month;
  }
  return null;
}

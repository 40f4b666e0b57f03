import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { startTestCore } from '../../../src-main/cabinet/testing/harness';
import { keepYoungHeapBesideThreads } from '../../../src-main/cabinet/young-heap';
import { realSleep } from '../../../src-main/sync/environment';
import { askForCalls } from '../lib/asked-reads';
import { type CallSums, NO_SUMS } from '../lib/call-sums';
import { quantile } from '../lib/statistics';
import { answer, taskInput } from '../lib/task';

/**
 * A first sync by the program's own core in a process of its own, from the sign-in to the last row. With `readEveryMs`
 * the screen of calls is asked for all the while.
 */
export type SyncResult = {
  ms: number;
  sums: CallSums;
  /** Longest time that the core could not answer, and the one that 99 % of its pauses were shorter than. */
  lagMaxMs: number;
  lagP99Ms: number;
  reads: { count: number; firstRowsMs: number; p50: number; p99: number; max: number } | null;
};

const { url, folder, phone, password, readEveryMs } = taskInput<{
  url: string;
  folder: string;
  phone: string;
  password: string;
  readEveryMs?: number;
}>();
// As the core's entry does.
keepYoungHeapBesideThreads();
// The threads are the program's own, from its build.
const threads = join(process.cwd(), 'out', 'main');
const core = await startTestCore({ operatorUrl: url, folder, sleep: realSleep, threads });
const lag = monitorEventLoopDelay({ resolution: 1 });
lag.enable();
const started = performance.now();
await core.call('session.signInByPassword', { phone, password });
const asking = readEveryMs === undefined ? null : askForCalls(core, readEveryMs, started);
const end = await core.status(
  ({ state, firstSync, lastError }) => Boolean(lastError) || (state === 'idle' && !firstSync),
);
const ms = performance.now() - started;
lag.disable();
const asked = await asking?.end();
if (end.lastError) throw new Error(`sync: ${JSON.stringify(end.lastError)}`);

const sums: CallSums = { ...NO_SUMS };
const { items } = await core.call('cdrs.months', { subscriberId: null });
for (const { month } of items) {
  const part = await core.call('cdrs.summary', { filter: { subscriberId: null, month, direction: 'both' } });
  for (const key of Object.keys(sums) as (keyof CallSums)[]) sums[key] += part[key];
}
await core.stop();
const reads = asked
  ? {
      count: asked.times.length,
      firstRowsMs: asked.firstRowsMs,
      p50: quantile(asked.times, 0.5),
      p99: quantile(asked.times, 0.99),
      max: Math.max(...asked.times),
    }
  : null;
answer({ ms, sums, lagMaxMs: lag.max / 1e6, lagP99Ms: lag.percentile(99) / 1e6, reads } satisfies SyncResult);

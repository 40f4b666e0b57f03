import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { startTestCore, type TestCore } from '../../../src-main/cabinet/testing/harness';
import { minsk } from '../../../src-main/operator/testing/client';
import type { DemoSize } from '../../../src-shared/bridge/settings';
import type { RunningTask } from '../lib/processes';
import { startTask } from '../lib/processes';
import type { OperatorAnswer, OperatorReady } from '../tasks/operator';
import { createPriceList, type PricedRequest, recordRequests } from './requests';

/** What a client does on the days that matter, with all of its requests and its own processor time. */
export type Step = { requests: readonly PricedRequest[]; clientCpuMs: number };
export type StepName = (typeof stepNames)[number];
export const stepNames = ['first', 'idle', 'morning', 'monthEnd'] as const;
export type ClientDays = Record<StepName, Step> & { calls: number; cacheMb: number };

/** Invoices are formed in the evening of the 3rd: everyone wants them on the 4th at nine. */
const FIRST = minsk('2021-06-02', 9);
const QUARTER = minsk('2021-06-02', 9, 15);
const MORNING = minsk('2021-06-03', 9);
const MONTH_END = minsk('2021-06-04', 9);

/** Lets the program's own core live through the days against the embedded operator in a process of its own. */
export async function liveThrough(size: DemoSize, folder: string): Promise<ClientDays> {
  const operator = await startTask<OperatorReady>('operator', { size, at: FIRST });
  try {
    const client = createClient(operator, folder);
    const first = await client.day(FIRST);
    const idle = await client.again(QUARTER);
    const calls = await client.calls();
    const morning = await client.day(MORNING);
    const monthEnd = await client.day(MONTH_END);
    await client.stop();
    return { first, idle, morning, monthEnd, calls, cacheMb: client.cacheMb() };
  } finally {
    await operator.end();
  }
}

function createClient(operator: RunningTask<OperatorReady>, folder: string) {
  const { url, credentials } = operator.ready;
  const priceList = createPriceList(operator);
  const { fetch, taken } = recordRequests();
  const time = { value: FIRST };
  let core: TestCore | null = null;

  async function stop(): Promise<void> {
    await core?.stop();
    core = null;
  }
  /** Does the work at this time and waits for its sync; then the same requests are priced one by one. */
  async function at(now: number, work: (running: TestCore) => Promise<unknown>): Promise<Step> {
    time.value = now;
    await operator.ask<OperatorAnswer>({ at: now });
    const running =
      core ?? (await startTestCore({ operatorUrl: url, folder, fetch, clock: { now: () => time.value } }));
    core = running;
    taken();
    const before = process.cpuUsage();
    await work(running);
    const { lastError } = await running.status(
      (status) => Boolean(status.lastError) || (status.state === 'idle' && (status.dataAsOf ?? 0) >= now),
    );
    const { user, system } = process.cpuUsage(before);
    if (lastError) throw new Error(`sync: ${JSON.stringify(lastError)}`);
    return { requests: await priceList.price(taken()), clientCpuMs: (user + system) / 1000 };
  }

  return {
    /** The program is started and signed in. */
    async day(now: number): Promise<Step> {
      await stop();
      return at(now, (running) => running.call('session.signInByPassword', credentials));
    },
    again: (now: number) => at(now, (running) => running.call('sync.start', undefined)),
    async calls(): Promise<number> {
      let rows = 0;
      for (const { month } of (await core?.call('cdrs.months', { subscriberId: null }))?.items ?? []) {
        const filter = { subscriberId: null, month, direction: 'both' } as const;
        rows += (await core?.call('cdrs.summary', { filter }))?.rows ?? 0;
      }
      return rows;
    },
    stop,
    cacheMb: () => sizeOf(folder) / 1024 ** 2,
  };
}

const sizeOf = (folder: string): number =>
  readdirSync(folder)
    .map((name) => statSync(join(folder, name)).size)
    .reduce((sum, size) => sum + size, 0);

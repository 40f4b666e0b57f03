import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SyncStatus } from '../../src-shared/bridge/sync';
import { feedNames } from '../../src-shared/operator-api/feeds';
import { minsk } from '../operator/testing/client';
import { createCommandOperator, isCommand } from '../sync/testing/command-operator';
import { cacheTotals, operatorTotals, wholeMonth } from './testing/cdr-totals';
import { type Bench, startBench, type TestCore } from './testing/harness';
import { tampering } from './testing/tampering';

let bench: Bench;
beforeEach(async () => {
  // Three months after the account was opened: some pages of calls, no more.
  bench = await startBench({ at: minsk('2018-05-20', 12), monthFiles: false });
});
afterEach(() => bench.close());

const MONTHS = ['2018-03', '2018-04', '2018-05'];
const truth = () => operatorTotals(bench.operator);
const totals = (core: TestCore) => cacheTotals(core, MONTHS);

async function again(core: TestCore) {
  await core.call('sync.start', undefined);
  return core.idle();
}

describe('a sync', () => {
  it('takes in what the operator has, and costs two requests when nothing is new', async () => {
    const answers: number[] = [];
    const { fetch: counted, requests } = tampering((_, response) => {
      answers.push(response.status);
      return response;
    });
    const core = await bench.signedIn({ fetch: counted });
    await core.idle();
    expect(await totals(core)).toEqual(await truth());
    requests.length = 0;
    answers.length = 0;
    const before = await core.call('sync.status', undefined);
    bench.operator.time.value += 60_000;
    const after = await again(core);
    expect(requests).toEqual(['GET /v1/feed-heads', 'GET /v1/account']);
    expect(answers).toEqual([304, 304]);
    expect(after.dataAsOf).toBe((before.dataAsOf ?? 0) + 60_000);
    expect((await core.call('subscribers.search', { mask: '', offset: 0, limit: 1 })).asOf).toBe(
      after.dataAsOf,
    );
  });

  it('tells its progress and which data changed', async () => {
    let during: SyncStatus | undefined;
    let core: TestCore;
    const { fetch: looking } = tampering(async (url, response) => {
      // Asked for while the sync waits for it: statuses that are sent are thinned out by the speed of the machine.
      if (url.pathname.endsWith('/cdrs')) during ??= await core.call('sync.status', undefined);
      return response;
    });
    core = await bench.signedIn({ fetch: looking });
    await core.idle();
    expect(during).toMatchObject({ state: 'running', online: true, progress: { stage: 'cdrs' } });
    expect(during?.progress?.rows).toBeGreaterThan(0);
    expect(core.statuses.at(-1)).toMatchObject({ state: 'idle', progress: null });
    expect(new Set(core.changed)).toEqual(new Set(['account', ...feedNames]));
  });

  it('says that a month is not complete until the feed’s end was reached', async () => {
    let seen: boolean | undefined;
    let core: TestCore;
    const { fetch: looking } = tampering(async (url, response) => {
      if (url.pathname.endsWith('/cdrs') && url.searchParams.has('since')) {
        seen ??= (await core.call('cdrs.summary', { filter: wholeMonth('2018-03') })).complete;
      }
      return response;
    });
    core = await bench.signedIn({ fetch: looking });
    await core.idle();
    expect(seen).toBe(false);
    expect((await core.call('cdrs.summary', { filter: wholeMonth('2018-03') })).complete).toBe(true);
  });
});

describe('a command that is done while a long sync runs', () => {
  it('is seen at once: the sync goes back to the small feeds and loses nothing', async () => {
    const operator = createCommandOperator(() => bench.operator.time.value);
    let core: TestCore;
    let pages = 0;
    const requests: string[] = [];
    const fetching: typeof fetch = async (input, init) => {
      const request = new Request(input, init);
      const { pathname } = new URL(request.url);
      requests.push(pathname.replace('/v1', ''));
      if (isCommand(request)) return operator.fetch(request);
      const response = await fetch(request);
      if (pathname.endsWith('/cdrs') && ++pages === 2) {
        const { id } = await core.call('commands.submit', {
          kind: 'open-appeal',
          body: { subscriberId: null, topic: 'cdr', text: 'Вопрос', evidence: [] },
        });
        await vi.waitFor(
          async () => expect(await core.call('commands.get', { id })).toMatchObject({ state: 'accepted' }),
          { timeout: 30_000 },
        );
      }
      return response;
    };
    core = await bench.signedIn({ fetch: fetching });
    expect(await core.idle()).toMatchObject({ lastError: null, firstSync: false });
    const after = requests.slice(requests.indexOf('/appeals'));
    expect(after.indexOf('/feed-heads')).toBeGreaterThan(0);
    expect(after.lastIndexOf('/cdrs')).toBeGreaterThan(after.indexOf('/feed-heads'));
    expect(await totals(core)).toEqual(await truth());
  });
});

describe('faults of the link', () => {
  it.each([0, 1, 400, 60_000])('a page of calls cut after %i bytes is asked for again', async (bytes) => {
    let cut = false;
    const cutsLeft = () => bench.operator.control.getState().faults.cutBodies;
    const cutting: typeof fetch = async (input, init) => {
      const request = new Request(input, init);
      if (new URL(request.url).pathname.endsWith('/cdrs')) {
        if (!cut) await bench.operator.control.setFaults({ cutBodies: 3, cutBodyAfterBytes: bytes });
        cut = true;
      } else {
        // Other feeds travel beside the calls: they wait, or they would take the cuts.
        await vi.waitFor(() => expect(cutsLeft()).toBe(0), { timeout: 20_000 });
      }
      return fetch(request);
    };
    const core = await bench.signedIn({ fetch: cutting });
    expect(await core.idle()).toMatchObject({ lastError: null, firstSync: false, online: true });
    expect(cutsLeft()).toBe(0);
    const waits = core.statuses.filter(({ state }) => state === 'waiting');
    expect(waits.map(({ progress }) => progress?.stage)).toContain('cdrs');
    expect(await totals(core)).toEqual(await truth());
  });

  it('a first sync goes on from the last stored page after the link broke for good', async () => {
    let cut = 0;
    const { fetch: cutting, requests } = tampering((url, response) => {
      if (url.pathname.endsWith('/cdrs') && url.searchParams.has('since') && cut++ < 20) {
        return new Response('{"items":[{"id":1,"revis', response);
      }
      return response;
    });
    const core = await bench.signedIn({ fetch: cutting });
    const broken = await core.idle();
    expect(broken).toMatchObject({ lastError: { code: 'operator-answer-malformed' }, firstSync: true });
    const first = await operatorTotals(bench.operator, '2018-03');
    expect(await totals(core)).toEqual(first);
    cut = 100;
    requests.length = 0;
    expect(await again(core)).toMatchObject({ lastError: null, firstSync: false });
    expect(await totals(core)).toEqual(await truth());
    // Two pages of April and one of May; the one of March is not asked for again.
    expect(requests.filter((one) => one.endsWith('/cdrs'))).toHaveLength(3);
  });

  it('waits as long as a busy operator asks, and says so', async () => {
    const slept: number[] = [];
    const core = await bench.signedIn({ sleep: async (ms) => void slept.push(ms) });
    await core.idle();
    await bench.operator.control.setFaults({ serverErrors: 2 });
    const status = await again(core);
    expect(status.lastError).toBeNull();
    expect(slept.filter((ms) => ms === 1_250)).toHaveLength(2);
    const waits = core.statuses.filter(({ state }) => state === 'waiting');
    expect(waits[0]).toMatchObject({ lastError: { code: 'operator-error', params: { status: 503 } } });
    expect(waits[0]?.nextTryAt).toBeGreaterThan(0);
  });

  it('gives up after some tries, keeps the data and plans the next run', async () => {
    let hold: (() => void) | null = null;
    const core = await bench.signedIn({
      syncEveryMin: 10,
      // Short pauses pass at once; the planned run waits until the test lets it go.
      sleep: (ms) =>
        ms < 20_000
          ? Promise.resolve()
          : new Promise((resolve) => {
              hold = resolve;
            }),
    });
    await core.idle();
    const before = await totals(core);
    await bench.operator.control.setFaults({ offline: true });
    await core.call('sync.start', undefined);
    // Waiting without a run: not the pause before another try.
    const failed = await core.status(({ state, progress }) => state === 'waiting' && progress === null);
    expect(failed).toMatchObject({ online: false, lastError: { code: 'operator-unreachable' } });
    expect(await totals(core)).toEqual(before);
    await bench.operator.control.setFaults({ offline: false });
    (hold as (() => void) | null)?.();
    await core.status(({ state, online }) => state === 'idle' && online === true);
  });

  it('is cancelled at once while an answer is awaited, and goes on later', async () => {
    const core = await bench.signedIn();
    await core.idle();
    await bench.operator.control.setFaults({ latencyMs: 60_000 });
    await core.call('sync.start', undefined);
    await core.call('sync.cancel', undefined);
    expect(await core.idle()).toMatchObject({ lastError: { code: 'cancelled' } });
    await bench.operator.control.setFaults({ latencyMs: 0 });
    expect(await again(core)).toMatchObject({ lastError: null });
  });

  it('a cancelled first sync keeps whole pages only', async () => {
    let core: TestCore;
    let pages = 0;
    const { fetch: cancelling } = tampering(async (url, response) => {
      if (url.pathname.endsWith('/cdrs') && ++pages === 2) await core.call('sync.cancel', undefined);
      return response;
    });
    core = await bench.signedIn({ fetch: cancelling });
    expect(await core.idle()).toMatchObject({ lastError: { code: 'cancelled' } });
    const first = await operatorTotals(bench.operator, '2018-03');
    expect([0, first.rows]).toContain((await totals(core)).rows);
    await again(core);
    expect(await totals(core)).toEqual(await truth());
  });
});

import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { Account } from '../../src-shared/domain/account';
import { feedNames } from '../../src-shared/operator-api/feeds';
import { openSample } from '../store/testing/sample';
import type { OperatorClient } from './client';
import { createSyncEngine } from './engine';
import { realLimit, type SyncEnvironment } from './environment';
import { PassingFault } from './faults';
import { createOperatorClock } from './operator-clock';
import { pauseBefore, type Schedule } from './schedule';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

const opened: { close(): void; stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const { stop, close } of opened.splice(0)) {
    await stop();
    close();
  }
});

/** A program on a clock of its own: time passes only in what it sleeps for, and every waking is written down. */
function program(schedule: Schedule, random = 0.5) {
  const sample = openSample();
  let now = Date.parse('2021-05-10T06:00:00Z');
  const sleeps = new Set<{ until: number; wake(): void }>();
  const wakings: number[] = [];
  const requests: string[] = [];
  const operator = { online: true, retryAfterMs: null as number | null };
  const answered = (name: string) => {
    requests.push(name);
    if (!operator.online) throw new PassingFault('operator-unreachable', {}, operator.retryAfterMs);
  };
  const client = {
    async call(name: string) {
      answered(name);
      const heads = Object.fromEntries(feedNames.map((feed) => [feed, `${feed} 1`]));
      return { heads, account: { id: 1 } as Account, months: [], serverTime: now };
    },
    async page(feed: string) {
      answered(feed);
      const page = { items: [], cursor: `${feed} 1`, more: false, remaining: 0, serverTime: now };
      return { next: null, read: async () => page };
    },
  } as unknown as OperatorClient;
  const environment: SyncEnvironment = {
    clock: { now: () => now },
    fetch: () => Promise.reject(new Error('nothing goes past the client')),
    limit: realLimit,
    random: () => random,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve();
        const sleep = { until: now + ms, wake: resolve };
        sleeps.add(sleep);
        signal.addEventListener('abort', () => {
          sleeps.delete(sleep);
          resolve();
        });
      }),
  };
  const nothing = () => {};
  const engine = createSyncEngine({
    environment,
    client,
    cache: sample.cache,
    clock: createOperatorClock(environment.clock),
    authorise: async () => 'token',
    schedule,
    threads: null,
    notice: null,
    onStatus: nothing,
    onStored: nothing,
    onOnline: nothing,
    onExpired: () => false,
    onDamage: nothing,
    accountId: null,
    onOtherAccount: nothing,
    onFault: (error) => {
      throw error;
    },
  });
  opened.push({ close: sample.close, stop: engine.stop });

  /** Until the run has ended or waits for its next try. */
  async function settle(): Promise<void> {
    do await nextTurn();
    while (engine.status().state === 'running');
  }
  return {
    engine,
    operator,
    sleeps,
    wakings,
    requests,
    settle,
    async pass(ms: number): Promise<void> {
      const end = now + ms;
      await settle();
      for (;;) {
        const [next] = [...sleeps].sort((a, b) => a.until - b.until);
        if (!next || next.until > end) break;
        sleeps.delete(next);
        now = Math.max(now, next.until);
        wakings.push(now);
        next.wake();
        await settle();
      }
      now = end;
    },
    /** Somebody sets the computer's clock; what is slept for goes on as it was. */
    turnClock(ms: number): void {
      now += ms;
      for (const sleep of sleeps) sleep.until += ms;
    },
  };
}

/** Whole minutes in which the computer was woken up more than once. */
const crowded = (wakings: readonly number[]) =>
  wakings.filter((at, index) => index > 0 && at - (wakings[index - 1] ?? 0) < MINUTE);

describe('background syncs', () => {
  it('cost two requests each when nothing is new, and wake the computer up as often as the person chose', async () => {
    const { engine, requests, wakings, pass } = program({ everyMin: 15, hidden: false });
    await engine.start();
    requests.length = 0;
    await pass(DAY);
    expect(wakings).toHaveLength(96);
    expect(requests).toHaveLength(2 * 96);
    expect(crowded(wakings)).toEqual([]);
  });

  const YEAR = 365 * DAY;
  it.each([-DAY, -YEAR, DAY, YEAR])(
    'go on at their pace when the clock is moved by %i ms, also when the window was hidden meanwhile',
    async (moved) => {
      const { engine, wakings, turnClock, pass, requests } = program({ everyMin: 15, hidden: false });
      await engine.start();
      turnClock(moved);
      await pass(60 * MINUTE);
      expect(wakings).toHaveLength(4);
      turnClock(moved);
      engine.setSchedule({ everyMin: 15, hidden: true });
      engine.setSchedule({ everyMin: 15, hidden: false });
      requests.length = 0;
      await pass(60 * MINUTE);
      // A clock that has gone past the time makes it due at once.
      expect(wakings).toHaveLength(moved > 0 ? 9 : 8);
      expect(requests).toHaveLength(2 * (wakings.length - 4));
      expect(crowded(wakings.slice(4))).toEqual([]);
    },
  );

  it('are announced for a time that comes, whatever the clock does', async () => {
    const { engine, operator, turnClock, pass } = program({ everyMin: 720, hidden: false });
    await engine.start();
    operator.online = false;
    await pass(721 * MINUTE);
    const before = engine.status();
    expect(before.lastError?.code).toBe('operator-unreachable');
    turnClock(-YEAR);
    engine.setSchedule({ everyMin: 720, hidden: true });
    engine.setSchedule({ everyMin: 720, hidden: false });
    const { nextTryAt, operatorNow } = engine.status();
    expect(nextTryAt).toBeGreaterThan(operatorNow);
    expect(nextTryAt).toBeLessThanOrEqual(operatorNow + 720 * MINUTE);
  });

  it.each([0, 1])('never wake it up twice a minute, whatever is chosen and rolled (%i)', async (random) => {
    const { engine, wakings, pass } = program({ everyMin: 1, hidden: false }, random);
    await engine.start();
    await pass(60 * MINUTE);
    expect(wakings.length).toBeGreaterThan(30);
    expect(crowded(wakings)).toEqual([]);
  });

  it('come back within minutes after a fault, then ever more seldom; tries of one run are no further wakings', async () => {
    const { engine, operator, requests, pass } = program({ everyMin: 720, hidden: false });
    await engine.start();
    operator.online = false;
    requests.length = 0;
    await pass(720 * MINUTE);
    await pass(10 * MINUTE);
    const tries = requests.length;
    expect(tries).toBeGreaterThan(5);
    await pass(720 * MINUTE);
    expect(requests.length - tries).toBeLessThan(60);
    operator.online = true;
    await pass(720 * MINUTE);
    expect(engine.status()).toMatchObject({ state: 'idle', online: true, lastError: null });
  });

  it('do not happen while the window cannot be seen: nothing is slept for, nothing asked', async () => {
    const { engine, requests, wakings, sleeps, pass } = program({ everyMin: 15, hidden: false });
    await engine.start();
    engine.setSchedule({ everyMin: 15, hidden: true });
    requests.length = 0;
    expect(sleeps.size).toBe(0);
    await pass(DAY);
    expect(wakings).toEqual([]);
    expect(requests).toEqual([]);
    engine.setSchedule({ everyMin: 15, hidden: false });
    await pass(0);
    expect(requests).toEqual(['getFeedHeads', 'getAccount']);
  });

  it('go on where they were when the window is seen again before one is due', async () => {
    const { engine, wakings, pass } = program({ everyMin: 15, hidden: false });
    await engine.start();
    await pass(10 * MINUTE);
    engine.setSchedule({ everyMin: 15, hidden: true });
    engine.setSchedule({ everyMin: 15, hidden: false });
    await pass(4 * MINUTE);
    expect(wakings).toEqual([]);
    await pass(MINUTE);
    expect(wakings).toHaveLength(1);
  });

  it('go on when the run that a person wanted to end has just ended by itself', async () => {
    const { engine, wakings, pass } = program({ everyMin: 15, hidden: false });
    await engine.start();
    engine.cancel();
    await pass(60 * MINUTE);
    expect(wakings).toHaveLength(4);
  });

  it('that were begun by the person run in a hidden window too, and leave nothing behind', async () => {
    const { engine, sleeps } = program({ everyMin: 15, hidden: true });
    await engine.start();
    expect(engine.status()).toMatchObject({ state: 'idle', firstSync: false });
    expect(sleeps.size).toBe(0);
  });
});

describe('the pause before the next one', () => {
  it('spreads clients over a whole interval and never falls below a minute', () => {
    expect([0, 0.5, 1].map((random) => pauseBefore(15, 0, null, random) / MINUTE)).toEqual([7.5, 15, 22.5]);
    expect(pauseBefore(1, 0, null, 0)).toBe(MINUTE);
  });

  it('grows with every fault up to the interval', () => {
    const pauses = [1, 2, 3, 4, 5, 50].map((failures) => pauseBefore(15, failures, null, 0.5) / MINUTE);
    expect(pauses).toEqual([1, 2, 4, 8, 15, 15]);
  });

  it('is never shorter than the operator asked for, and not the same for all that it asked', () => {
    expect(pauseBefore(5, 1, 60 * MINUTE, 0)).toBe(60 * MINUTE);
    expect(pauseBefore(5, 1, 60 * MINUTE, 1)).toBe(90 * MINUTE);
    expect(pauseBefore(15, 0, MINUTE, 0.5)).toBe(15 * MINUTE);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CdrFilter } from '../../src-shared/bridge/cabinet';
import { DAY_MS } from '../../src-shared/domain/period';
import { minsk } from '../operator/testing/client';
import { type Bench, startBench, type TestCore } from './testing/harness';

const HOUR = 3_600_000;
const BEGIN = minsk('2018-04-12', 12);

let bench: Bench;
/** The computer's clock; the operator's goes on by itself. */
const computer = { now: BEGIN };
const clock = { now: () => computer.now };
beforeEach(async () => {
  computer.now = BEGIN;
  bench = await startBench({ at: BEGIN, monthFiles: false });
});
afterEach(() => bench.close());

/** Time passes at both ends. */
const pass = (ms: number): void => {
  computer.now += ms;
  bench.operator.time.value += ms;
};
const eventually = (look: () => unknown) => vi.waitFor(look, { timeout: 30_000 });
const filter = (month: CdrFilter['month']): CdrFilter => ({ subscriberId: null, month, direction: 'both' });
const months = async (core: TestCore) =>
  (await core.call('cdrs.months', { subscriberId: null })).items.map(({ month }) => month);
const rowsOf = async (core: TestCore, month: CdrFilter['month']) =>
  (await core.call('cdrs.summary', { filter: filter(month) })).rows;
const ask = (core: TestCore, text: string) =>
  core.call('commands.submit', {
    kind: 'open-appeal',
    body: { subscriberId: null, topic: 'other', text, evidence: [] },
  });
const appeals = async (core: TestCore) =>
  (await core.call('requests.appeals', { subscriberId: null })).items
    .flatMap(({ appeal }) => appeal.messages.map(({ text }) => text))
    .filter((text) => text === 'Вопрос');
const upToDate = ({ state, lastError }: { state: string; lastError: unknown }) =>
  state === 'idle' && lastError === null;

describe('thirty days', () => {
  it('with the program open: the data stays, the age is true, and a sign-in brings the rest', async () => {
    const core = await bench.synced({ clock });
    pass(30 * DAY_MS);
    await core.call('sync.start', undefined);
    expect(await core.idle()).toMatchObject({ lastError: { code: 'session-expired' } });
    const { dataAsOf, operatorNow } = await core.call('sync.status', undefined);
    expect(operatorNow - (dataAsOf ?? 0)).toBeGreaterThanOrEqual(30 * DAY_MS);
    expect(await rowsOf(core, '2018-05')).toBe(0);
    const { id } = await ask(core, 'Вопрос');
    expect(await core.call('commands.get', { id })).toMatchObject({ state: 'waiting' });

    await core.call('session.signInByPassword', bench.credentials);
    await core.status(upToDate);
    expect(await rowsOf(core, '2018-05')).toBeGreaterThan(0);
    await eventually(async () =>
      expect(await core.call('commands.get', { id })).toMatchObject({ state: 'accepted' }),
    );
    await core.status(upToDate);
    await eventually(async () => expect(await appeals(core)).toEqual(['Вопрос']));
  });

  it('with the program closed and no network: the password opens it, and what was ordered goes out once', async () => {
    await (await bench.synced({ clock })).stop();
    pass(30 * DAY_MS);
    await bench.operator.control.setFaults({ offline: true });
    const core = await bench.core({ clock });
    expect(await core.call('session.signInByPassword', bench.credentials)).toMatchObject({ mode: 'offline' });
    const { id } = await ask(core, 'Вопрос');
    await bench.operator.control.setFaults({ offline: false });
    await core.call('sync.start', undefined);
    await core.status(upToDate);
    await eventually(async () =>
      expect(await core.call('commands.get', { id })).toMatchObject({ state: 'accepted' }),
    );
    expect(await rowsOf(core, '2018-05')).toBeGreaterThan(0);
    await eventually(async () => expect(await appeals(core)).toEqual(['Вопрос']));
  });
});

describe('sleep in the middle of a sync', () => {
  /** Answers the first page of calls; the next one is under way when the computer goes to sleep. */
  function sleepy() {
    const state = { woken: false };
    let asleep = (): void => {};
    const sleeping = new Promise<void>((resolve) => {
      asleep = resolve;
    });
    let wake = (): void => {};
    const awake = new Promise<void>((resolve) => {
      wake = resolve;
    });
    const fetching: typeof fetch = async (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input);
      if (url.searchParams.has('since') && url.pathname.endsWith('/cdrs') && !state.woken) {
        asleep();
        await awake;
        throw new TypeError('fetch failed');
      }
      return fetch(input, init);
    };
    return {
      fetch: fetching,
      sleeping,
      wake() {
        state.woken = true;
        wake();
      },
    };
  }

  it.each([8, 30])('for %i hours: it goes on from the last page, or from the next sign-in', async (hours) => {
    const night = sleepy();
    const core = await bench.signedIn({ clock, fetch: night.fetch });
    await night.sleeping;
    pass(hours * HOUR);
    night.wake();
    await core.idle();
    if (hours > 12) {
      expect(await core.call('sync.status', undefined)).toMatchObject({
        lastError: { code: 'session-expired' },
      });
      await core.call('session.signInByPassword', bench.credentials);
    }
    await core.status(upToDate);
    const whole = await bench.synced({ clock, folder: `${bench.folder}/fresh` });
    for (const month of await months(whole)) {
      // Begun before the sleep, the data is called as old as that.
      const { asOf, ...sums } = await core.call('cdrs.summary', { filter: filter(month) });
      expect(await whole.call('cdrs.summary', { filter: filter(month) })).toMatchObject(sums);
      expect(asOf).toBeLessThanOrEqual(computer.now);
    }
  });

  it('that locks the program leaves whole pages, and the password goes on from there', async () => {
    const night = sleepy();
    const core = await bench.signedIn({ clock, fetch: night.fetch });
    await night.sleeping;
    const locking = core.call('session.lock', undefined);
    night.wake();
    await locking;
    await expect(core.call('account.get', undefined)).rejects.toMatchObject({ code: 'not-signed-in' });
    pass(30 * HOUR);
    await core.call('session.signInByPassword', bench.credentials);
    await core.status(upToDate);
    expect(await core.call('cdrs.summary', { filter: filter('2018-03') })).toMatchObject({ complete: true });
  });
});

describe('a computer’s clock that is wrong', () => {
  it.each([
    ['a day', -DAY_MS],
    ['a year', -365 * DAY_MS],
    ['ten years ahead', 3650 * DAY_MS],
  ])('by %s changes neither what is current nor what is sent', async (_, wrong) => {
    const core = await bench.synced({ clock });
    computer.now += wrong;
    const { id } = await ask(core, 'Вопрос');
    await eventually(async () =>
      expect(await core.call('commands.get', { id })).toMatchObject({ state: 'accepted' }),
    );
    await core.call('sync.start', undefined);
    await core.status(upToDate);
    const { dataAsOf, operatorNow } = await core.call('sync.status', undefined);
    expect(operatorNow).toBe(bench.operator.time.value);
    expect(dataAsOf).toBeLessThanOrEqual(operatorNow);
    await eventually(async () => expect(await appeals(core)).toEqual(['Вопрос']));
    await core.stop();

    // The same after a restart, where the kept session has to be judged by a clock as well.
    const again = await bench.signedIn({ clock });
    await again.status(upToDate);
    expect((await again.call('sync.status', undefined)).operatorNow).toBe(bench.operator.time.value);
  });
});

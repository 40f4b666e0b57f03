import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CdrFilter } from '../../../src-shared/bridge/cabinet';
import { minsk } from '../../operator/testing/client';
import { createCommandOperator, isCommand } from '../../sync/testing/command-operator';
import { type Bench, startBench, type TestCore } from '../testing/harness';
import { spoilCaches } from '../testing/spoil';

let bench: Bench;
let core: TestCore;
beforeEach(async () => {
  bench = await startBench({ at: minsk('2018-04-12', 12) });
  core = await bench.synced();
});
afterEach(() => bench.close());

/** How long an outbox that ends waits for the answer that is on its way. */
const OUTBOX_GRACE_MS = 3_000;
const filter: CdrFilter = { subscriberId: null, month: '2018-03', direction: 'both' };
const eventually = (look: () => unknown) => vi.waitFor(look, { timeout: 30_000 });
/** Damaged caches in the folder, without the logs beside them. */
const setAside = () =>
  readdirSync(bench.folder).filter((name) => name.includes('.damaged-') && !name.endsWith('-wal'));

describe('a cache that an export found damaged', () => {
  it('is set aside and loaded anew, though this process remembers its pages', async () => {
    const before = await core.call('cdrs.summary', { filter });
    spoilCaches(bench.folder);
    await core.call('core.checkCache', undefined);
    await eventually(() => expect(setAside()).not.toEqual([]));
    await core.status(({ state, firstSync }) => state === 'idle' && !firstSync);
    const after = await core.call('cdrs.summary', { filter });
    expect(after).toMatchObject({ rows: before.rows, gross: before.gross, complete: true });
  });

  it('stays when it is sound', async () => {
    await core.call('core.checkCache', undefined);
    expect(setAside()).toEqual([]);
    expect(core.logs.join()).not.toContain('damaged');
  });
});

describe('a cache found damaged by reading it', () => {
  /** Commands go to the test's operator; what is read comes only while the link is up. */
  const operator = createCommandOperator(() => bench.operator.time.value);
  const link = { up: true };
  const fetching: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    if (isCommand(request)) return operator.fetch(request);
    if (request.method === 'GET' && !link.up) throw new TypeError('fetch failed');
    return fetch(request);
  };

  it('is set aside once, however many readings met the damage, and its commands go on', async () => {
    await core.stop();
    spoilCaches(bench.folder);
    link.up = false;
    let letGo = (): void => {};
    const grace = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    core = await bench.synced({
      fetch: fetching,
      sleep: (ms) => (ms === OUTBOX_GRACE_MS ? grace : new Promise((resolve) => setImmediate(resolve))),
    });
    operator.mishaps.push('hangs-before');
    const { id } = await core.call('commands.submit', {
      kind: 'open-appeal',
      body: { subscriberId: null, topic: 'other', text: 'Вопрос', evidence: [] },
    });
    await eventually(() => expect(operator.requests).toHaveLength(1));
    // The first one begins the recovery, which waits for the answer to the command; the second meets the damage too.
    const reading = () => core.call('cdrs.summary', { filter: { ...filter, minDurationS: 0 } });
    await expect(reading()).rejects.toMatchObject({ code: 'cache-damaged' });
    await expect(reading()).rejects.toMatchObject({ code: 'cache-damaged' });
    letGo();
    await eventually(async () =>
      expect(await core.call('commands.get', { id })).toMatchObject({ state: 'accepted' }),
    );
    // Whatever still waited for its turn to recover has had it.
    link.up = true;
    await core.call('session.signInByPassword', bench.credentials);
    expect(setAside()).toHaveLength(1);
    expect(await core.idle()).toMatchObject({ lastError: null });
  });

  it('that cannot be replaced stays where it is, and the account is closed', async () => {
    const [name] = readdirSync(bench.folder).filter((file) => file.endsWith('.db'));
    mkdirSync(join(bench.folder, `${name}.new`));
    spoilCaches(bench.folder);
    await core.call('core.checkCache', undefined);
    await eventually(() => expect(core.sessions.at(-1)).toMatchObject({ phase: 'signed-out' }));
    await expect(core.call('account.get', undefined)).rejects.toMatchObject({ code: 'not-signed-in' });
    expect(setAside()).toEqual([]);
    expect(readdirSync(bench.folder)).toContain(name);
  });
});

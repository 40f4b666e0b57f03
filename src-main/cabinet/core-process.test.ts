import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SyncEnvironment } from '../sync/environment';
import { type Bench, startBench, type TestCore } from './testing/harness';

let bench: Bench;
let core: TestCore;

beforeAll(async () => {
  bench = await startBench();
  core = await bench.synced();
});
afterAll(() => bench.close());

describe('the cabinet after a sign-in', () => {
  it('takes everything in by itself', async () => {
    const status = await core.call('sync.status', undefined);
    expect(status).toMatchObject({ state: 'idle', online: true, firstSync: false, lastError: null });
    const { account } = await core.call('account.get', undefined);
    expect(account?.organisation).toBeTruthy();
  });
});

describe('a program whose window cannot be seen', () => {
  it('sleeps for nothing, and plans again when it is seen', async () => {
    const pauses = new Set<number>();
    const sleep: SyncEnvironment['sleep'] = (ms, signal) =>
      new Promise((resolve) => {
        pauses.add(ms);
        signal.addEventListener('abort', () => {
          pauses.delete(ms);
          resolve();
        });
      });
    const configure = (hidden: boolean) =>
      quiet.call('core.configure', {
        operatorUrl: bench.operator.url,
        dataFolder: bench.folder,
        syncEveryMin: 15,
        hidden,
      });
    const quiet = await bench.core({ sleep });
    await configure(true);
    await quiet.call('session.signInByPassword', bench.credentials);
    await quiet.idle();
    expect(pauses.size).toBe(0);
    await configure(false);
    expect(pauses.size).toBe(1);
    await configure(true);
    expect(pauses.size).toBe(0);
  });
});

describe('another operator that could not be taken', () => {
  it('is refused again when it is asked for again: no password goes to the one before', async () => {
    const moving = await bench.core();
    const configure = () =>
      moving.call('core.configure', {
        operatorUrl: 'https://operator.example',
        // A file has the folder's place.
        dataFolder: join(bench.folder, 'installation'),
        syncEveryMin: 0,
        hidden: false,
      });
    for (const _ of ['at first', 'again'])
      await expect(configure()).rejects.toMatchObject({ code: 'data-not-writable' });
  });
});

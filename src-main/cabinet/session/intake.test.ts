import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { bundleThreads } from '../../store/testing/bundle-entry';
import { prepareProgram } from '../testing/core-fork';
import { type Bench, startBench, type TestCore } from '../testing/harness';

const MONTH = '2021-05';

let bench: Bench;
let program: string;
beforeEach(async () => {
  bench = await startBench();
  program = join(bench.folder, 'program');
  prepareProgram(program, join(import.meta.dirname, '../../..'));
  await bundleThreads(program);
});
afterEach(() => bench.close());

const caches = (part: string) => readdirSync(bench.folder).filter((name) => name.includes(part));
const monthOf = (core: TestCore) =>
  core.call('cdrs.summary', { filter: { subscriberId: null, month: MONTH, direction: 'both' } });

it('a lock in the middle of a large sync leaves the file to nobody, and the next sign-in goes on from there', async () => {
  const whole = await bench.synced({ folder: join(bench.folder, 'other') });
  const wanted = await monthOf(whole);
  await whole.stop();

  const core = await bench.core({ threads: program });
  await core.call('session.signInByPassword', bench.credentials);
  // Some pages are stored, others are on their way through the thread.
  await core.status(({ progress }) => progress?.stage === 'cdrs' && progress.rows > 10_000);
  await core.call('session.lock', undefined);
  expect(caches('.db-wal')).toEqual([]);

  await core.call('session.signInByPassword', bench.credentials);
  expect(await core.idle()).toMatchObject({ lastError: null, firstSync: false });
  expect(await monthOf(core)).toEqual(wanted);
  // A thread that could not be had would be told.
  expect(core.logs.filter((text) => !/ took \d+ ms$/.test(text))).toEqual([]);
  await core.stop();
  expect(caches('.db-wal')).toEqual([]);
});

import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { minsk } from '../../operator/testing/client';
import { type Bench, startBench } from '../testing/harness';

/** An export that still reads the cache of a visit: Windows removes no file that is open. */
const reader = vi.hoisted(() => ({ holds: false }));
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const rmSync: typeof fs.rmSync = (path, options) => {
    const held = reader.holds && String(path).includes('.visit-') && fs.existsSync(path);
    if (held) throw Object.assign(new Error('held'), { code: 'EBUSY' });
    fs.rmSync(path, options);
  };
  return { ...fs, rmSync };
});

let bench: Bench;
beforeEach(async () => {
  // A month after the account was opened: little to take in.
  bench = await startBench({ at: minsk('2018-04-12', 12) });
});
afterEach(async () => {
  reader.holds = false;
  await bench.close();
});
const visits = () => readdirSync(bench.folder).filter((name) => name.includes('.visit-'));

it('a visit is left although its file cannot go yet; it goes at the next start', async () => {
  bench.keyring.state.present = false;
  const core = await bench.core();
  await core.call('session.signInBySms', await bench.smsSignIn(core));
  await core.idle();
  reader.holds = true;
  expect(await core.call('session.signOut', undefined)).toMatchObject({ phase: 'signed-out' });
  expect(core.sessions.at(-1)).toMatchObject({ phase: 'signed-out' });
  expect(visits()).not.toEqual([]);
  await core.stop();
  reader.holds = false;
  await bench.core();
  expect(visits()).toEqual([]);
});

it('a core starts beside an export that reads the visit of the one before', async () => {
  writeFileSync(join(bench.folder, 'abc.visit-123.db'), 'x');
  reader.holds = true;
  const core = await bench.core();
  expect(await core.call('session.state', undefined)).toMatchObject({ phase: 'signed-out' });
});

import { dirname } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { listBackups, makeBackup } from './backups';
import { rows, type WritableCache } from './cache';
import { openOrReplace, replaceDamaged } from './damage';
import { replaceCache } from './restore';
import { openSample, SAMPLE_KEY } from './testing/sample';
import { addCommand } from './write/outbox';

/** A new file that a virus scanner looks at: it can neither get another name nor go. */
const scanner = vi.hoisted(() => ({ holds: false }));
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const held = (path: unknown) => {
    if (scanner.holds && String(path).endsWith('.new')) throw Object.assign(new Error(), { code: 'EBUSY' });
  };
  const renameSync: typeof fs.renameSync = (from, to) => {
    held(from);
    fs.renameSync(from, to);
  };
  const rmSync: typeof fs.rmSync = (path, options) => {
    if (fs.existsSync(path)) held(path);
    fs.rmSync(path, options);
  };
  return { ...fs, renameSync, rmSync };
});

const AT = Date.UTC(2021, 4, 10, 9);
let sample: ReturnType<typeof openSample>;
let cache: WritableCache;
beforeEach(() => {
  sample = openSample();
  cache = sample.cache;
  addCommand(cache, {
    idempotencyKey: 'unsent',
    kind: 'open-appeal',
    payload: {},
    secret: null,
    subscriberId: null,
    searchText: '',
    createdAt: AT,
  });
});
afterEach(() => {
  scanner.holds = false;
  if (cache.isOpen) cache.close();
  sample.close();
});

const commands = () => rows(cache, 'SELECT idempotency_key AS key, state FROM outbox');
const UNSENT = [{ key: 'unsent', state: 'waiting' }];

it('a copy that cannot take the place leaves the cache open as it was', async () => {
  await makeBackup(sample.path, SAMPLE_KEY, { at: AT, keep: 3 });
  const copy = `${dirname(sample.path)}/${listBackups(sample.path)[0]?.name}`;
  scanner.holds = true;
  const result = replaceCache(cache, SAMPLE_KEY, { copy, at: AT + 1000, mayReplace: () => true });
  cache = result.cache;
  expect(result.error).toMatchObject({ code: 'file-busy' });
  expect(commands()).toEqual(UNSENT);
  expect(listBackups(sample.path)).toHaveLength(1);
});

it('a new cache that cannot take the place of a damaged one leaves the next sign-in the commands', () => {
  cache.close();
  scanner.holds = true;
  expect(() => replaceDamaged(sample.path, SAMPLE_KEY, AT)).toThrow(
    expect.objectContaining({ code: 'file-busy' }),
  );
  scanner.holds = false;
  cache = openOrReplace(sample.path, SAMPLE_KEY, AT).cache;
  expect(commands()).toEqual(UNSENT);
});

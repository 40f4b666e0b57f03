import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { prepareProgram } from '../cabinet/testing/core-fork';
import { row } from '../store/cache';
import { readFeedState } from '../store/feed-state';
import { bundleEntry } from '../store/testing/bundle-entry';
import { openSample, SAMPLE_KEY, sampleCdrs, temporaryFolder } from '../store/testing/sample';
import { FIELDS, fields } from '../store/write/packed-cdrs';
import { type PackedCdrPage, packCdrPage } from './cdr-page';
import { startIntakeThread } from './intake/thread';
import { createPageStore } from './store-page';

const PAGE = 1500;
const folder = temporaryFolder();
let script: string;
let sample: ReturnType<typeof openSample>;
let faults: unknown[];

beforeAll(async () => {
  prepareProgram(folder.path, join(import.meta.dirname, '../..'));
  script = await bundleEntry('intake', folder.path);
});
afterAll(() => folder.remove());
beforeEach(() => {
  sample = openSample();
  faults = [];
});
afterEach(() => sample.close());

/** Page `at` of three. */
const page = (at: number, rows = PAGE): PackedCdrPage =>
  packCdrPage({
    items: sampleCdrs(rows, at, 1 + at * PAGE),
    cursor: `c ${at}`,
    more: at < 2,
    remaining: 0,
    serverTime: 1,
  });

function pageStore(file: string | null) {
  const { cache, path } = sample;
  const start = file === null ? null : () => startIntakeThread(file, { path, keyHex: SAMPLE_KEY });
  return createPageStore(cache, start, (fault) => faults.push(fault));
}

const found = () => ({
  rows: row<{ rows: number }>(sample.cache, 'SELECT count(*) AS rows FROM cdrs')?.rows,
  summed: row<{ rows: number }>(sample.cache, 'SELECT sum(rows) AS rows FROM cdr_months')?.rows,
  ...readFeedState(sample.cache, 'cdrs'),
});
const EVERYTHING = { rows: 3 * PAGE, summed: 3 * PAGE, cursor: 'c 2', complete: true, dataAsOf: 77 };

async function storeAll(pages: ReturnType<typeof createPageStore>): Promise<number[]> {
  const stored: number[] = [];
  for (const at of [0, 1, 2]) await pages.store('cdrs', page(at), 77, () => stored.push(at));
  await pages.settle();
  await pages.end();
  return stored;
}

function scriptOf(name: string, text: string): string {
  const file = join(folder.path, name);
  writeFileSync(file, text);
  return file;
}

describe('pages of records', () => {
  it('are stored in the thread, in order, and what they changed is known here', async () => {
    const before = sample.cache.changesOf('2021-04');
    expect(await storeAll(pageStore(script))).toEqual([0, 1, 2]);
    expect(found()).toEqual(EVERYTHING);
    expect(sample.cache.changesOf('2021-04')).toBeGreaterThan(before);
    expect(faults).toEqual([]);
    // It is in the file and not in the log alone.
    expect(statSync(sample.path).size).toBeGreaterThan(200_000);
  });

  it('are stored here where there is no thread, and small ones without starting it', async () => {
    expect(await storeAll(pageStore(null))).toEqual([0, 1, 2]);
    expect(found()).toEqual(EVERYTHING);
    const pages = pageStore(join(folder.path, 'absent.cjs'));
    await pages.store('cdrs', page(0, 10), 77, () => {});
    await pages.end();
    expect(faults).toEqual([]);
  });

  it.each([
    ['cannot start', () => join(folder.path, 'absent.cjs')],
    [
      'ends before it has said that a page is stored',
      () =>
        scriptOf(
          'dies.cjs',
          `const threads = require('node:worker_threads');
           threads.parentPort.postMessage = () => process.exit(1);
           require(${JSON.stringify(script)});`,
        ),
    ],
  ])('are stored here when the thread %s', async (_name, file) => {
    const before = sample.cache.changesOf('2021-05');
    expect(await storeAll(pageStore(file()))).toEqual([0, 1, 2]);
    expect(found()).toEqual(EVERYTHING);
    expect(sample.cache.changesOf('2021-05')).toBeGreaterThan(before);
    expect(faults).toHaveLength(1);
  });

  it('that come after one that could not be stored are not stored either', async () => {
    const pages = pageStore(script);
    const bad = page(0);
    bad.items.numbers[700 * FIELDS + fields.subscriberId] = Number.NaN;
    const stored: string[] = [];
    await pages.store('cdrs', bad, 77, () => stored.push('bad'));
    await pages.store('cdrs', page(1), 77, () => stored.push('next'));
    await expect(pages.settle()).rejects.toThrow(/NOT NULL|datatype/);
    await expect(pages.settle()).rejects.toThrow();
    await pages.end();
    expect(stored).toEqual([]);
    expect(found()).toMatchObject({ rows: 0, cursor: null });
  });
});

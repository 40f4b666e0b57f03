import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CdrFilter, CdrSort } from '../../../src-shared/bridge/cabinet';
import { row } from '../../store/cache';
import { cdrPage } from '../../store/read/cdr-pages';
import { bundleEntry } from '../../store/testing/bundle-entry';
import { openSample, SAMPLE_KEY, sampleCdrs, storeSample, temporaryFolder } from '../../store/testing/sample';
import { prepareProgram } from '../testing/core-fork';
import { createNumberIndexing } from './index-numbers';
import { startIndexerThread } from './thread';

let sample: ReturnType<typeof openSample>;
const onFault = vi.fn();
beforeEach(() => {
  sample = openSample();
  onFault.mockReset();
});
afterEach(() => sample.close());

/** No person is at work. */
const nobody = { rest: async () => undefined };

const indexed = () =>
  row<{ n: number }>(sample.cache, 'SELECT coalesce(sum(records), 0) AS n FROM number_segments')?.n;

it('indexes numbers between syncs, not during one, and gives way to a closed account', async () => {
  const { cache } = sample;
  const { syncRuns } = createNumberIndexing({ cache, startThread: null, attention: nobody, onFault });
  const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

  syncRuns(true);
  storeSample(cache, sampleCdrs(3000));
  await settle();
  expect(indexed()).toBe(0);
  syncRuns(false);
  await vi.waitFor(() => expect(indexed()).toBe(3000));
  storeSample(cache, sampleCdrs(3000, 2, 3001));
  syncRuns(false);
  cache.close();
  await settle();
  syncRuns(false);
  expect(onFault).not.toHaveBeenCalled();
});

it('leaves the processor to a person at work, whom a stop does not wait for', async () => {
  const { cache } = sample;
  let letGo = () => {};
  const rest = (signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      letGo = resolve;
      signal.addEventListener('abort', () => resolve());
    });
  const indexing = createNumberIndexing({ cache, startThread: null, attention: { rest }, onFault });
  storeSample(cache, sampleCdrs(3000));
  indexing.syncRuns(false);
  await setImmediate();
  expect(indexed()).toBe(0);
  letGo();
  await vi.waitFor(() => expect(indexed()).toBe(3000));

  storeSample(cache, sampleCdrs(3000, 2, 3001));
  indexing.syncRuns(false);
  await indexing.stop();
  expect(indexed()).toBe(3000);
});

const MANY = 40_000;
const sort: CdrSort = { column: 'startedAt', descending: true };
const filter: CdrFilter = { subscriberId: null, month: '2021-05', direction: 'both', party: '0042' };
const search = async () =>
  (await cdrPage(sample.cache, { filter, sort, offset: 0, limit: 500 })).map(({ id }) => id);

describe('an index of very many numbers is made', () => {
  const folder = temporaryFolder();
  let script: string;
  beforeAll(async () => {
    prepareProgram(folder.path, join(import.meta.dirname, '../../..'));
    script = await bundleEntry('indexer', folder.path);
  });
  afterAll(() => folder.remove());

  /** The thread's bundle, which ends after one segment. */
  function mortalScript(): string {
    const file = join(folder.path, 'mortal.cjs');
    const text = `const { parentPort } = require('node:worker_threads');
      const post = parentPort.postMessage.bind(parentPort);
      let left = 1;
      parentPort.postMessage = (...answer) => (left-- > 0 ? post(...answer) : process.exit(1));
      require(${JSON.stringify(script)});`;
    writeFileSync(file, text);
    return file;
  }

  it.each([
    ['by a thread', () => script, 0],
    ['by the core when the thread ends in the middle', mortalScript, 1],
    ['by the core when there is no thread to be had', () => join(folder.path, 'absent.cjs'), 1],
  ])('%s', async (_name, scriptFile, faults) => {
    const { cache, path } = sample;
    const file = scriptFile();
    const start = vi.fn(() => startIndexerThread(file, { path, keyHex: SAMPLE_KEY }));
    storeSample(cache, sampleCdrs(MANY));
    const byReading = await search();
    expect(byReading).not.toEqual([]);

    const indexing = createNumberIndexing({ cache, startThread: start, attention: nobody, onFault });
    indexing.syncRuns(false);
    await vi.waitFor(() => expect(indexed()).toBe(MANY), 10_000);
    await indexing.stop();
    expect(await search()).toEqual(byReading);
    expect(onFault).toHaveBeenCalledTimes(faults);

    // The few that come later are not worth a thread.
    storeSample(cache, sampleCdrs(3000, 2, MANY + 1));
    indexing.syncRuns(false);
    await vi.waitFor(() => expect(indexed()).toBe(MANY + 3000), 10_000);
    await indexing.stop();
    expect(start).toHaveBeenCalledTimes(1);
    // The thread has left the file: the last one out takes the log away.
    cache.close();
    expect(existsSync(`${path}-wal`)).toBe(false);
  });
});

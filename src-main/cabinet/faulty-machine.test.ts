import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, beforeEach, describe, expect, it, onTestFinished, type TestContext } from 'vitest';
import { minsk } from '../operator/testing/client';
import { type ReadableCache, row, type WritableCache } from '../store/cache';
import { checkFile, openOrReplace, replaceDamaged } from '../store/damage';
import { mapSqliteError } from '../store/errors';
import { openCache } from '../store/open';
import { SAMPLE_KEY, sampleCdrs, seeded, storeSample, temporaryFolder } from '../store/testing/sample';
import { addCommand } from '../store/write/outbox';
import { mountDisk, remountDisk } from './testing/disks';
import { startBench } from './testing/harness';

const KIB = 1024;
/** Records that are stored in one transaction. */
const BATCH = 100;
const SEEDS = Array.from({ length: 100 }, (_, index) => index + 1);

let folder: string;
let path: string;
beforeEach(() => {
  const temporary = temporaryFolder();
  onTestFinished(() => temporary.remove());
  folder = temporary.path;
  path = join(folder, 'cache.db');
});

/** Puts a disk of its own under the test's folder; it goes before the folder does. */
const disk = (context: TestContext, size: string): void => mountDisk(context, folder, `size=${size}`);
const fill = (bytes: number): void => writeFileSync(join(folder, 'filling'), Buffer.alloc(bytes, 1));
const makeRoom = (): void => rmSync(join(folder, 'filling'));

type Facts = { records: number; gross: number };
const facts = (cache: ReadableCache) =>
  row<Facts>(cache, 'SELECT count(*) AS records, total(gross) AS gross FROM cdrs') as Facts;

function storeBatches(cache: WritableCache, count: number): void {
  for (let number = 0; number < count; number++) {
    storeSample(cache, sampleCdrs(BATCH, number + 1, 1 + number * BATCH));
  }
}

/** Begins a cache with records and one command, and closes it. @returns what is in it */
function makeCache(): Facts {
  const cache = openCache(path, SAMPLE_KEY);
  storeBatches(cache, 20);
  addCommand(cache, {
    idempotencyKey: 'k1',
    kind: 'change-sip-password',
    payload: { subscriberId: 7 },
    secret: null,
    subscriberId: 7,
    searchText: '',
    createdAt: 5,
  });
  const found = facts(cache);
  cache.close();
  return found;
}

const NOTHING: Facts = { records: 0, gross: 0 };

/** Opens the cache as a sign-in does and closes it again. */
function openOnce(at = path): Facts & { replaced: string | null } {
  const { cache, replaced } = openOrReplace(at, SAMPLE_KEY, 1);
  try {
    return { ...facts(cache), replaced };
  } finally {
    cache.close();
  }
}

/** The same; null when the damage is told. */
function openUnlessDamaged(): ReturnType<typeof openOnce> | null {
  try {
    return openOnce();
  } catch (error) {
    expect(mapSqliteError(error)).toMatchObject({ code: 'cache-damaged' });
    return null;
  }
}

describe('a full disk', () => {
  // With little room left it is not the cache that finds none, but the index of its log.
  it.for([0, 8, 32, 64])(
    'is told when %i KiB are left for a new cache, which begins once there is more',
    (left, context) => {
      disk(context, '512k');
      fill((512 - left) * KIB);
      expect(() => openOnce()).toThrow(expect.objectContaining({ code: 'disk-full' }));
      makeRoom();
      expect(openOnce()).toEqual({ ...NOTHING, replaced: null });
    },
  );

  it('keeps a cache as it is when not even its log can be begun', (context) => {
    disk(context, '8m');
    const before = makeCache();
    fill(8 * KIB * KIB - statSync(path).size);
    expect(() => openOnce()).toThrow(expect.objectContaining({ code: 'disk-full' }));
    makeRoom();
    expect(openOnce()).toEqual({ ...before, replaced: null });
  });

  it('ends a first sync with the reason; the next one goes on when there is room', async (context) => {
    disk(context, '512k');
    const bench = await startBench({ at: minsk('2018-04-12', 12) });
    onTestFinished(() => bench.close());
    const core = await bench.synced({ folder });
    expect(core.statuses.at(-1)).toMatchObject({ lastError: { code: 'disk-full' }, firstSync: true });
    expect(core.sessions.at(-1)).toMatchObject({ phase: 'signed-in' });
    remountDisk(folder, 'size=64m');
    await core.call('sync.start', undefined);
    expect(await core.status(({ state, firstSync }) => state === 'idle' && !firstSync)).toMatchObject({
      lastError: null,
    });
  });
});

describe('a disk for reading only', () => {
  it('is told, for a cache that is there and for a new one', (context) => {
    disk(context, '8m');
    const before = makeCache();
    remountDisk(folder, 'ro');
    expect(() => openOnce()).toThrow(expect.objectContaining({ code: 'data-not-writable' }));
    expect(() => openOnce(`${path}.other`)).toThrow(expect.objectContaining({ code: 'data-not-writable' }));
    remountDisk(folder, 'rw');
    expect(openOnce()).toEqual({ ...before, replaced: null });
  });
});

describe('changed bytes', () => {
  /** One cache for all seeds: closed, and as it lies on the disk while its log has everything. */
  const template = { closed: Buffer.alloc(0), open: Buffer.alloc(0), log: Buffer.alloc(0), facts: NOTHING };
  beforeAll(() => {
    const made = temporaryFolder();
    path = join(made.path, 'cache.db');
    template.facts = makeCache();
    template.closed = readFileSync(path);
    rmSync(path);
    const cache = openCache(path, SAMPLE_KEY);
    storeBatches(cache, 10);
    template.open = readFileSync(path);
    template.log = readFileSync(`${path}-wal`);
    cache.close();
    made.remove();
  });

  it.each(SEEDS)(
    'in the cache are found, never shown as data, and a new cache takes its place (seed %i)',
    async (seed) => {
      const below = seeded(seed);
      const bytes = Buffer.from(template.closed);
      for (let left = 1 + below(4); left > 0; left--) {
        const at = below(bytes.length);
        bytes[at] = (bytes[at] as number) ^ (1 + below(255));
      }
      writeFileSync(path, bytes);
      expect(await checkFile(path, SAMPLE_KEY)).toBe(false);

      // What reads no changed page may be shown; then it has to be true.
      const shown = openUnlessDamaged();
      if (shown)
        expect(shown).toEqual({ ...(shown.replaced ? NOTHING : template.facts), replaced: shown.replaced });

      const { cache, replaced } = replaceDamaged(path, SAMPLE_KEY, 2);
      cache.close();
      expect(statSync(replaced).size).toBeGreaterThan(0);
      expect(await checkFile(path, SAMPLE_KEY)).toBe(true);
    },
  );

  it.each(SEEDS)('in its log, or a log that ends early, leave whole transactions (seed %i)', async (seed) => {
    const at = seeded(seed)(template.log.length);
    const log = Buffer.from(template.log);
    log[at] = (log[at] as number) ^ 0x55;
    writeFileSync(path, template.open);
    writeFileSync(`${path}-wal`, seed % 2 === 0 ? log.subarray(0, at) : log);
    const { records, replaced } = openOnce();
    expect({ part: records % BATCH, replaced }).toEqual({ part: 0, replaced: null });
    expect(await checkFile(path, SAMPLE_KEY)).toBe(true);
  });
});

describe('a native module', () => {
  const open = (nativeBinding: string) => () => {
    try {
      new Database(path, { nativeBinding });
    } catch (error) {
      throw mapSqliteError(error);
    }
  };

  it.each(['absent', 'spoilt'])('that is %s is told as an installation that is not complete', (state) => {
    const binding = join(folder, 'sqlite.node');
    if (state === 'spoilt') writeFileSync(binding, 'not a module');
    expect(open(binding)).toThrow(expect.objectContaining({ code: 'program-incomplete' }));
  });
});

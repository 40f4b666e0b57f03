import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { row, rows, transaction } from './cache';
import { checkWhole, finishReplacing, openOrReplace, replaceDamaged, wasLeftOpen } from './damage';
import { migrate } from './migrate';
import { openCache, openCacheForReading } from './open';
import { cdrPage } from './read/cdr-pages';
import { cdrSummary } from './read/cdr-summary';
import { inSnapshot } from './snapshot';
import { openSample, SAMPLE_KEY, sampleCdrs, storeSample, storeSubscribers } from './testing/sample';
import { addCommand, type NewCommand, reject, takeNext } from './write/outbox';

const opened: { close(): void }[] = [];
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});
function fresh() {
  const sample = openSample();
  opened.push(sample);
  return sample;
}
const WHOLE = { subscriberId: null, month: '2021-05', direction: 'both' } as const;

const COMMAND: NewCommand = {
  idempotencyKey: 'k1',
  kind: 'change-sip-password',
  payload: { subscriberId: 7 },
  secret: { password: 'Sekretnyj12345' },
  subscriberId: 7,
  searchText: 'пароль sip',
  createdAt: 5,
};

/** Bytes of a page in the middle of the file, where the rows are. */
function damage(path: string, pages: number): void {
  const bytes = readFileSync(path);
  for (let page = 0; page < pages; page++)
    bytes.fill(0xa5, bytes.length - (page + 1) * 4096 + 100, undefined);
  writeFileSync(path, bytes);
}

describe('openCache', () => {
  it('writes nothing readable, from the first row on, in any file', () => {
    const { cache, path } = fresh();
    storeSubscribers(cache);
    storeSample(cache, sampleCdrs(300));
    const secrets = [
      '375291000001',
      'Отдел',
      'отдел',
      'SIP-номер',
      'ТАКСИ',
      'belgazprom',
      'SQLite format',
      'CREATE',
    ];
    const look = () => {
      for (const name of readdirSync(dirname(path))) {
        const bytes = readFileSync(join(dirname(path), name));
        for (const secret of secrets) expect(bytes.includes(Buffer.from(secret))).toBe(false);
      }
    };
    expect(existsSync(`${path}-wal`)).toBe(true);
    look();
    cache.close();
    look();
    expect(statSync(path).size).toBeGreaterThan(4096);
  });

  it('is for this user only', () => {
    const { path } = fresh();
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o077).toBe(0);
  });

  it('does not open with another key, and the right one still does', () => {
    const { cache, path } = fresh();
    storeSample(cache, sampleCdrs(10));
    cache.close();
    expect(() => openCache(path, '00'.repeat(32))).toThrow(
      expect.objectContaining({ code: 'cache-damaged' }),
    );
    const again = openCache(path, SAMPLE_KEY);
    opened.unshift(again);
    expect(row(again, 'SELECT count(*) AS n FROM cdrs')).toEqual({ n: 10 });
  });

  it('keeps the cipher of a cache of an earlier version, with what a crash left in its log', () => {
    const { cache, path } = fresh();
    expect(row(cache, 'PRAGMA cipher')).toEqual({ aegis: 'aegis' });
    const earlier = `${path}.earlier`;
    const writer = new Database(earlier);
    writer.pragma(`cipher = 'chacha20'`);
    writer.pragma(`key = 'raw:${SAMPLE_KEY}'`);
    writer.pragma('journal_mode = WAL');
    migrate(writer);
    writer.exec(`INSERT INTO meta VALUES ('left', 'in the log')`);
    const crashed = `${path}.crashed`;
    for (const end of ['', '-wal']) copyFileSync(`${earlier}${end}`, `${crashed}${end}`);
    writer.close();

    const again = openCache(crashed, SAMPLE_KEY);
    const reader = openCacheForReading(crashed, SAMPLE_KEY);
    opened.push(again, reader);
    for (const one of [again, reader]) {
      expect(row(one, 'PRAGMA cipher')).toEqual({ chacha20: 'chacha20' });
      expect(row(one, `SELECT value FROM meta WHERE key = 'left'`)).toEqual({ value: 'in the log' });
    }
  });

  it('syncs outbox writes to the disk and batches to the log only', () => {
    const { cache } = fresh();
    const during: unknown[] = [];
    const level = () => during.push(cache.database.pragma('synchronous', { simple: true }));
    transaction(cache, level);
    transaction(cache, level, { durable: true });
    level();
    expect(during).toEqual([1, 2, 1]);
  });

  it('stores all of a transaction or nothing', () => {
    const { cache } = fresh();
    expect(() =>
      transaction(cache, () => {
        storeSample(cache, sampleCdrs(5));
        throw new Error('stop');
      }),
    ).toThrow('stop');
    expect(row(cache, 'SELECT count(*) AS n FROM cdrs')).toEqual({ n: 0 });
    expect(row(cache, 'SELECT count(*) AS n FROM cdr_months')).toEqual({ n: 0 });
  });
});

describe('openCacheForReading', () => {
  it('reads beside the writer, on one view of the data, and writes nothing', async () => {
    const { cache, path } = fresh();
    storeSample(cache, sampleCdrs(1000));
    const reader = openCacheForReading(path, SAMPLE_KEY);
    opened.unshift(reader);
    await inSnapshot(reader, async () => {
      const before = cdrSummary(reader, WHOLE).rows;
      storeSample(cache, sampleCdrs(500, 3, 5001));
      expect(cdrSummary(reader, WHOLE).rows).toBe(before);
      const sort = { column: 'startedAt', descending: false } as const;
      expect(await cdrPage(reader, { filter: WHOLE, sort, offset: before, limit: 5 })).toEqual([]);
    });
    expect(cdrSummary(reader, WHOLE).rows).toBe(cdrSummary(cache, WHOLE).rows);
    expect(() => reader.statement('DELETE FROM cdrs').run()).toThrow();
  });

  it('says what is wrong: no file, wrong key', () => {
    const { path } = fresh();
    expect(() => openCacheForReading(`${path}.none`, SAMPLE_KEY)).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    );
    expect(() => openCacheForReading(path, '11'.repeat(32))).toThrow(
      expect.objectContaining({ code: 'cache-damaged' }),
    );
  });
});

describe('damaged caches', () => {
  function withCommands() {
    const sample = fresh();
    storeSample(sample.cache, sampleCdrs(4000));
    addCommand(sample.cache, COMMAND);
    addCommand(sample.cache, { ...COMMAND, idempotencyKey: 'k2', secret: null });
    reject(sample.cache, 2, { error: { code: 'not-found', params: {} }, words: '', at: 6 });
    takeNext(sample.cache, { after: 0, due: 0, farthest: 1 });
    sample.cache.statement(`INSERT INTO own VALUES ('appeal-read', '3', '12')`).run();
    sample.cache.close();
    return sample;
  }

  it('notices damaged pages when checking the whole file', async () => {
    const { path } = withCommands();
    const sound = openCache(path, SAMPLE_KEY);
    expect(await checkWhole(sound)).toBe(true);
    sound.close();
    damage(path, 1);
    const damaged = openCache(path, SAMPLE_KEY);
    opened.unshift(damaged);
    expect(await checkWhole(damaged)).toBe(false);
  });

  it('sets an unreadable file aside and begins an empty one', () => {
    const { path } = withCommands();
    const bytes = readFileSync(path);
    bytes.fill(0x00, 0, 4096);
    writeFileSync(path, bytes);
    const { cache, replaced } = openOrReplace(path, SAMPLE_KEY, Date.UTC(2021, 4, 10, 9));
    opened.unshift(cache);
    expect(replaced).toBe(`${path}.damaged-20210510T090000`);
    expect(readFileSync(replaced as string)).toEqual(bytes);
    expect(row(cache, 'SELECT count(*) AS n FROM cdrs')).toEqual({ n: 0 });
  });

  it('rescues commands and own facts as they are, where they can be read', () => {
    const { path } = withCommands();
    const outbox = 'SELECT * FROM outbox ORDER BY id';
    const sound = openCache(path, SAMPLE_KEY);
    const before = rows(sound, outbox);
    sound.close();
    damage(path, 1);
    const { cache, replaced } = replaceDamaged(path, SAMPLE_KEY, 1);
    opened.unshift(cache);
    expect(existsSync(replaced)).toBe(true);
    expect(rows(cache, outbox)).toEqual(before);
    expect(before).toMatchObject([
      { id: 1, state: 'sending', attempts: 1 },
      { id: 2, state: 'rejected' },
    ]);
    expect(rows(cache, 'SELECT * FROM own')).toEqual([{ kind: 'appeal-read', key: '3', body: '12' }]);
  });

  it('rescues what lies on both sides of a damaged page', () => {
    const { cache, path } = fresh();
    for (let count = 1; count <= 200; count++) {
      addCommand(cache, { ...COMMAND, idempotencyKey: `k${count}`, searchText: 'слово '.repeat(40) });
    }
    const leaves = rows<{ offset: number }>(
      cache,
      `SELECT pgoffset AS offset FROM dbstat WHERE name = 'outbox' AND pagetype = 'leaf' ORDER BY path`,
    );
    cache.close();
    const bytes = readFileSync(path);
    const { offset } = leaves[leaves.length >> 1] as { offset: number };
    bytes.fill(0xa5, offset, offset + 4096);
    writeFileSync(path, bytes);
    const replaced = replaceDamaged(path, SAMPLE_KEY, 1);
    opened.unshift(replaced.cache);
    const ids = rows<{ id: number }>(replaced.cache, 'SELECT id FROM outbox ORDER BY id').map(({ id }) => id);
    expect([ids[0], ids.at(-1)]).toEqual([1, 200]);
    expect(ids.length).toBeGreaterThan(200 - 2 * Math.ceil(200 / leaves.length));
    expect(ids.length).toBeLessThan(200);
  });

  it('leaves the damaged file in its place until the new one is complete', () => {
    const { path } = withCommands();
    damage(path, 1);
    const bytes = readFileSync(path);
    mkdirSync(`${path}.new`);
    expect(() => replaceDamaged(path, SAMPLE_KEY, 1)).toThrow();
    expect(readFileSync(path)).toEqual(bytes);
    expect(readdirSync(dirname(path)).filter((name) => name.includes('damaged'))).toEqual([]);
  });

  it('puts a complete new file in its place when the program died before that, and removes a part of one', () => {
    const { path } = withCommands();
    const folder = dirname(path);
    writeFileSync(`${path}.new`, 'part');
    writeFileSync(`${path}.new-wal`, 'part');
    finishReplacing(folder);
    expect(readdirSync(folder)).toEqual(['cache.db']);
    renameSync(path, `${path}.new`);
    finishReplacing(folder);
    expect(readdirSync(folder)).toEqual(['cache.db']);
    const { cache } = openOrReplace(path, SAMPLE_KEY, 1);
    opened.unshift(cache);
    expect(row(cache, 'SELECT count(*) AS n FROM outbox')).toEqual({ n: 2 });
  });

  it('knows a file that was left open', () => {
    const { cache, path } = fresh();
    storeSample(cache, sampleCdrs(10));
    expect(wasLeftOpen(path)).toBe(true);
    cache.close();
    expect(wasLeftOpen(path)).toBe(false);
  });
});

import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  backupPath,
  finishCopies,
  isBackupDue,
  listBackups,
  makeBackup,
  partialBackup,
  setAllAside,
  wipeSecrets,
} from './backups';
import { type ReadableCache, row, rows, run, type WritableCache } from './cache';
import { checkFile, finishReplacing } from './damage';
import { openCache, openCacheForReading } from './open';
import { listOwn, removeOwn, writeOwn } from './own';
import { replaceCache } from './restore';
import { openSample, SAMPLE_KEY, sampleCdrs, storeSample } from './testing/sample';
import { accept, addCommand, cancel, takeNext } from './write/outbox';

const HOUR = 3_600_000;
const AT = Date.UTC(2021, 4, 10, 9, 0, 0);
let sample: ReturnType<typeof openSample>;
let cache: WritableCache;
beforeEach(() => {
  sample = openSample();
  cache = sample.cache;
  storeSample(cache, sampleCdrs(400));
});
afterEach(() => {
  if (cache.isOpen) cache.close();
  sample.close();
});

const submit = (key: string, secret: Record<string, unknown> | null = null) =>
  addCommand(cache, {
    idempotencyKey: key,
    kind: 'change-sip-password',
    payload: { subscriberId: 1 },
    secret,
    subscriberId: 1,
    searchText: key,
    createdAt: AT,
  });
const copy = (hours = 0, keep = 3) => makeBackup(sample.path, SAMPLE_KEY, { at: AT + hours * HOUR, keep });
const names = () => listBackups(sample.path).map(({ name }) => name.slice(-15));
const files = () => readdirSync(dirname(sample.path)).toSorted();
const count = (from: ReadableCache) =>
  row<{ count: number }>(from, 'SELECT count(*) AS count FROM cdrs')?.count;
const newest = () => join(dirname(sample.path), listBackups(sample.path)[0]?.name ?? '');
const restore = (at = AT + HOUR, mayReplace = () => true) => {
  const result = replaceCache(cache, SAMPLE_KEY, { copy: newest(), at, mayReplace });
  cache = result.cache;
  return result.error;
};
const commands = () =>
  rows<{ key: string; state: string; error: string | null }>(
    cache,
    'SELECT idempotency_key AS key, state, error FROM outbox ORDER BY id',
  );

describe('a backup copy', () => {
  it('is the whole cache, also what only its log has, for this user only, in one file', async () => {
    expect(statSync(`${sample.path}-wal`).size).toBeGreaterThan(0);
    await copy();
    const made = openCacheForReading(newest(), SAMPLE_KEY);
    expect(count(made)).toBe(400);
    expect(rows(made, 'SELECT * FROM cdr_months')).toEqual(rows(cache, 'SELECT * FROM cdr_months'));
    made.close();
    expect(statSync(newest()).mode & 0o777).toBe(0o600);
    expect(files().filter((name) => name.includes('backup'))).toEqual(['cache.db.backup-20210510T090000']);
  });

  it('is made beside a writer that goes on', async () => {
    const making = copy();
    storeSample(cache, sampleCdrs(100, 2, 1000));
    await making;
    expect(count(cache)).toBe(500);
    expect(existsSync(newest())).toBe(true);
  });

  it('cannot be read without the key and has no password of an unsent command', async () => {
    submit('one', { password: 'Sekretnyj12345' });
    await copy();
    expect(readFileSync(newest(), 'latin1')).not.toContain('cdrs');
    expect(() => openCacheForReading(newest(), '11'.repeat(32))).toThrow();
    const made = openCacheForReading(newest(), SAMPLE_KEY);
    expect(rows(made, 'SELECT idempotency_key AS key, secret FROM outbox')).toEqual([
      { key: 'one', secret: null },
    ]);
    made.close();
    expect(row(cache, 'SELECT secret FROM outbox')).toEqual({ secret: '{"password":"Sekretnyj12345"}' });
  });

  it('replaces the oldest ones, never the other way round', async () => {
    for (const hours of [0, 24, 48]) await copy(hours, 2);
    expect(names()).toEqual(['20210512T090000', '20210511T090000']);
    // A clock set back: the copy that was made just now is the oldest by its name.
    await copy(-24, 2);
    expect(names()).toEqual(['20210512T090000', '20210509T090000']);
  });

  it('is due once a day, also when other copies are of tomorrow', async () => {
    await copy();
    const due = (hours: number) => isBackupDue(listBackups(sample.path), AT + hours * HOUR);
    expect([due(1), due(23), due(24), due(-23), due(-24)]).toEqual([false, false, true, false, true]);
    expect(isBackupDue([], AT)).toBe(true);
  });

  it('that cannot be made whole is none, and the older ones stay', async () => {
    await copy();
    cache.close();
    const bytes = readFileSync(sample.path);
    bytes.fill(0xa5, Math.floor(bytes.length * 0.4), Math.floor(bytes.length * 0.6));
    writeFileSync(sample.path, bytes);
    await expect(copy(24, 1)).rejects.toMatchObject({ code: 'cache-damaged' });
    expect(names()).toEqual(['20210510T090000']);
    expect(existsSync(partialBackup(sample.path))).toBe(false);
  });

  it('is never begun anew where its half was swept away by another start of the core', () => {
    const part = partialBackup(sample.path);
    expect(() => wipeSecrets(part, SAMPLE_KEY)).toThrow(expect.objectContaining({ code: 'not-found' }));
    expect(existsSync(part)).toBe(false);
  });

  it('goes out of the way with the cache when that is somebody else’s', async () => {
    await copy();
    cache.close();
    // One that was replaced when the program died, and has not been finished.
    copyFileSync(newest(), `${sample.path}.backup-20210511T090000.unwiped`);
    setAllAside(sample.path, 'other-account', AT);
    finishCopies(sample.path, SAMPLE_KEY);
    expect(listBackups(sample.path)).toEqual([]);
    expect(files().filter((name) => name.includes('other-account'))).toHaveLength(3);
  });

  it('is found by its name only when it is one', async () => {
    await copy();
    expect(backupPath(sample.path, 'cache.db.backup-20210510T090000')).toBe(newest());
    for (const name of ['cache.db', '../cache.db', 'cache.db.backup-20210510T090001']) {
      expect(() => backupPath(sample.path, name)).toThrow(expect.objectContaining({ code: 'not-found' }));
    }
  });
});

describe('going back to a copy', () => {
  it('brings its rows back, and what was there becomes a copy', async () => {
    await copy();
    run(cache, 'DELETE FROM cdrs');
    expect(restore()).toBeNull();
    expect(count(cache)).toBe(400);
    expect(names()).toEqual(['20210510T100000', '20210510T090000']);
    expect(restore(AT + 2 * HOUR)).toBeNull();
    expect(count(cache)).toBe(0);
  });

  it('keeps what people have noted since', async () => {
    writeOwn(cache, 'labels', '1', ['старая']);
    writeOwn(cache, 'labels', '2', ['только в копии']);
    await copy();
    writeOwn(cache, 'labels', '1', ['новая']);
    removeOwn(cache, 'labels', '2');
    writeOwn(cache, 'labels', '3', ['после копии']);
    restore();
    expect(listOwn(cache, 'labels').map(({ value }) => value)).toEqual([
      ['новая'],
      ['только в копии'],
      ['после копии'],
    ]);
  });

  it('keeps the outbox as it is now: nothing is sent twice, nothing that waits is lost', async () => {
    const done = submit('done since');
    const revoked = submit('taken back since');
    submit('waits with its password', { password: 'x' });
    await copy();
    takeNext(cache, { after: 0, due: AT, farthest: AT });
    accept(cache, done, { resultId: 5, at: AT });
    cancel(cache, revoked, AT);
    submit('newer');
    restore();
    expect(commands().map(({ key, state }) => [key, state])).toEqual([
      ['done since', 'accepted'],
      ['taken back since', 'cancelled'],
      ['waits with its password', 'waiting'],
      ['newer', 'waiting'],
    ]);
    expect(rows(cache, 'SELECT secret FROM outbox WHERE secret IS NOT NULL')).toEqual([
      { secret: '{"password":"x"}' },
    ]);
    // What was replaced lies there as a copy: without the password.
    const retired = openCacheForReading(newest(), SAMPLE_KEY);
    expect(rows(retired, 'SELECT 1 FROM outbox WHERE secret IS NOT NULL')).toEqual([]);
    retired.close();
  });

  it('ends commands of the copy that nobody knows any more, and never gives their ids away', async () => {
    submit('lost');
    submit('answered');
    takeNext(cache, { after: 1, due: AT, farthest: AT });
    accept(cache, 2, { resultId: 5, at: AT });
    await copy();
    // As after a damage that nothing could be rescued from.
    run(cache, 'DELETE FROM outbox');
    run(cache, 'DELETE FROM sqlite_sequence');
    submit('newest');
    restore();
    expect(commands()).toEqual([
      { key: 'lost', state: 'rejected', error: '{"code":"command-outcome-unknown","params":{}}' },
      { key: 'answered', state: 'accepted', error: null },
      { key: 'newest', state: 'waiting', error: null },
    ]);
  });

  it('leaves everything as it was when the copy is another account’s, damaged, or of a newer program', async () => {
    await copy();
    const before = files();
    expect(restore(AT, () => false)).toMatchObject({ code: 'backup-unusable' });
    const bytes = readFileSync(newest());
    const whole = Buffer.from(bytes);
    bytes.fill(0xa5, 0, 4096);
    writeFileSync(newest(), bytes);
    expect(restore()).toMatchObject({ code: 'backup-unusable' });
    writeFileSync(newest(), whole);
    const newer = openCache(newest(), SAMPLE_KEY);
    newer.database.pragma('user_version = 1000');
    newer.database.pragma('journal_mode = DELETE');
    newer.close();
    expect(restore()).toMatchObject({ code: 'cache-newer', params: { found: 1000 } });
    expect(count(cache)).toBe(400);
    expect(files()).toEqual(before);
  });

  it('waits for whoever reads the cache: the log in use would become that of the new file', async () => {
    await copy();
    storeSample(cache, sampleCdrs(100, 2, 1000));
    const reader = openCacheForReading(sample.path, SAMPLE_KEY);
    const before = files();
    expect(restore()).toMatchObject({ code: 'file-busy' });
    expect(files()).toEqual(before);
    expect([count(cache), count(reader)]).toEqual([500, 500]);
    reader.close();
    expect(restore()).toBeNull();
    expect(count(cache)).toBe(400);
    expect(await checkFile(sample.path, SAMPLE_KEY)).toBe(true);
  });

  it('takes no log of another file, and leaves nothing behind, when it is finished at the next start', async () => {
    await copy();
    copyFileSync(newest(), `${sample.path}.new`);
    storeSample(cache, sampleCdrs(100, 2, 1000));
    const log = readFileSync(`${sample.path}-wal`);
    cache.close();
    renameSync(sample.path, `${sample.path}.damaged-20210511T090000`);
    writeFileSync(`${sample.path}-wal`, log);
    for (const left of ['.new.before-v4', '.new.before-v4.part', '.new-wal'])
      writeFileSync(sample.path + left, '');
    finishReplacing(dirname(sample.path));
    cache = openCache(sample.path, SAMPLE_KEY);
    expect(count(cache)).toBe(400);
    expect(await checkFile(sample.path, SAMPLE_KEY)).toBe(true);
    expect(files().filter((name) => name.includes('.new'))).toEqual([]);
    expect(readFileSync(`${sample.path}.damaged-wal`).equals(log)).toBe(true);
  });

  it('makes a copy of what was there at the next start when it was cut off before its passwords were out', () => {
    submit('waits with its password', { password: 'x' });
    cache.close();
    copyFileSync(sample.path, `${sample.path}.backup-20210511T090000.unwiped`);
    expect(names()).toEqual([]);
    finishCopies(sample.path, SAMPLE_KEY);
    expect(names()).toEqual(['20210511T090000']);
    const made = openCacheForReading(newest(), SAMPLE_KEY);
    expect(count(made)).toBe(400);
    expect(rows(made, 'SELECT secret FROM outbox')).toEqual([{ secret: null }]);
    made.close();
    expect(files().filter((name) => name.includes('unwiped'))).toEqual([]);
  });

  it('is finished at the next start when it was cut off between its two renames', async () => {
    await copy();
    cache.close();
    copyFileSync(newest(), `${sample.path}.new`);
    renameSync(sample.path, `${sample.path}.backup-20210511T090000`);
    finishReplacing(dirname(sample.path));
    cache = openCache(sample.path, SAMPLE_KEY);
    expect(count(cache)).toBe(400);
  });
});

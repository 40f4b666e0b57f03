import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Backup } from '../../src-shared/bridge/backups';
import { CabinetError } from '../../src-shared/bridge/errors';
import type { Instant } from '../../src-shared/domain/period';
import { putInPlace } from '../files/put-in-place';
import { run } from './cache';
import { checkFile } from './damage';
import { mapSqliteError } from './errors';
import { removeDatabase, setAside } from './keys/account-files';
import { fileError, syncFolder } from './keys/write-file';
import { openCacheForReading, openMadeCache } from './open';

// Backup copies of a cache: «<cache>.backup-20210510T120000» beside it, closed by the same key. They have no
// passwords of unsent commands: a copy may outlive the moment at which the outbox wipes them.

const MARK = '.backup-';
const PART = '.backup.part';
/** Ending of a replaced cache that has its passwords yet. */
export const UNWIPED = '.unwiped';
/** An automatic copy is made when no other was made within so long. */
const EVERY_MS = 24 * 3_600_000;
/** Free space that a copy needs, in sizes of the cache: itself, and a log that grows while it is made. */
const ROOM = 2;

const stampOf = (at: Instant): string => new Date(at).toISOString().replace(/[-:]/g, '').slice(0, 15);

/** When a copy of this cache was made, by its name. @returns null for a name that is no copy's */
function madeAt(path: string, name: string): Instant | null {
  const prefix = basename(path) + MARK;
  const found = name.startsWith(prefix)
    ? /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)$/.exec(name.slice(prefix.length))
    : null;
  if (!found) return null;
  const [year, month, day, hour, minute, second] = found.slice(1).map(Number) as [number, ...number[]];
  return Date.UTC(year, (month ?? 1) - 1, day, hour, minute, second);
}

/** Copies of this cache, newest first. */
export function listBackups(path: string): Backup[] {
  const folder = dirname(path);
  return readdirSync(folder)
    .flatMap((name) => {
      const at = madeAt(path, name);
      // Another process may have let it go by now.
      const found = at === null ? undefined : statSync(join(folder, name), { throwIfNoEntry: false });
      return at === null || !found ? [] : [{ name, madeAt: at, bytes: found.size }];
    })
    .toSorted((a, b) => b.madeAt - a.madeAt);
}

/** Where a copy of this cache is. @throws CabinetError not-found */
export function backupPath(path: string, name: string): string {
  if (!listBackups(path).some((backup) => backup.name === name))
    throw new CabinetError('not-found', { what: 'backup' });
  return join(dirname(path), name);
}

/** True when it is time for an automatic copy; copies «of tomorrow» are the trace of a clock that was set back. */
export const isBackupDue = (backups: readonly Backup[], now: Instant): boolean =>
  backups.every((backup) => Math.abs(now - backup.madeAt) >= EVERY_MS);

/** The name of a copy that is made now; a second copy within a second is one of the next second. */
export function newBackupPath(path: string, at: Instant): string {
  for (let second = at; ; second += 1000) {
    const target = path + MARK + stampOf(second);
    if (!existsSync(target) && !existsSync(target + UNWIPED)) return target;
  }
}

/**
 * Makes copies of caches that were replaced: their passwords are taken out under another name, so that a copy is one
 * whole file whenever the program dies. Those that cannot be finished now (a full disk, say) wait for the next start.
 */
export function finishCopies(path: string, keyHex: string): void {
  const folder = dirname(path);
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(basename(path) + MARK) || !name.endsWith(UNWIPED)) continue;
    const unwiped = join(folder, name);
    try {
      wipeSecrets(unwiped, keyHex);
      renameSync(unwiped, unwiped.slice(0, -UNWIPED.length));
    } catch {
      // Closed by the key meanwhile, as the cache itself.
    }
  }
}

/**
 * Copies the cache beside its writer, as it is at this moment, reads the copy whole and only then lets go of the
 * oldest ones.
 * @param keep how many copies there are to be, the new one included; at least 1
 * @throws CabinetError disk-full, data-not-writable, cache-damaged
 */
export async function makeBackup(
  path: string,
  keyHex: string,
  { at, keep }: { at: Instant; keep: number },
): Promise<void> {
  const part = partialBackup(path);
  removeDatabase(part);
  try {
    checkRoom(path);
    copyInto(path, keyHex, part);
    wipeSecrets(part, keyHex);
    if (!(await checkFile(part, keyHex))) throw new CabinetError('cache-damaged', { step: 'backup' });
    syncFile(part);
    const target = newBackupPath(path, at);
    putInPlace(part, target);
    syncFolder(dirname(path));
    const older = listBackups(path).filter((backup) => backup.name !== basename(target));
    for (const { name } of older.slice(keep - 1)) removeDatabase(join(dirname(path), name));
  } catch (error) {
    throw fileError(mapSqliteError(error));
  } finally {
    removeDatabase(part);
  }
}

/** Where a copy of this cache grows until it is complete. */
export const partialBackup = (path: string): string => path + PART;

/** Removes what copies that were killed have left in a folder. */
export function sweepUnfinishedBackups(folder: string): void {
  for (const name of readdirSync(folder))
    if (name.includes(PART)) rmSync(join(folder, name), { force: true });
}

/** Moves a cache out of the way with all its copies: they belong to another account, or their key is gone. */
export function setAllAside(path: string, why: 'locked' | 'other-account', at: Instant): void {
  const folder = dirname(path);
  for (const name of readdirSync(folder)) {
    // Also those that have their passwords yet: finished later, they would be offered to somebody else.
    const copy = name.endsWith(UNWIPED) ? name.slice(0, -UNWIPED.length) : name;
    if (madeAt(path, copy) !== null) setAside(join(folder, name), why, at);
  }
  setAside(path, why, at);
}

/**
 * Takes the passwords of unsent commands out of a copy for good.
 * @throws CabinetError not-found, where it was swept away
 */
export function wipeSecrets(copy: string, keyHex: string): void {
  const made = openMadeCache(copy, keyHex);
  try {
    made.database.pragma('secure_delete = ON');
    run(made, 'UPDATE outbox SET secret = NULL WHERE secret IS NOT NULL');
    // One file, without companions.
    made.database.pragma('journal_mode = DELETE');
  } finally {
    made.close();
  }
}

function checkRoom(path: string): void {
  const size = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const needed = ROOM * (size(path) + size(`${path}-wal`));
  const { bavail, bsize } = statfsSync(dirname(path));
  if (bavail * bsize < needed) throw new CabinetError('disk-full');
}

/** VACUUM INTO copies a live file with its log and keeps its key; the online backup cannot. */
function copyInto(path: string, keyHex: string, target: string): void {
  const reader = openCacheForReading(path, keyHex);
  try {
    // The copy is written by the same connection; the cache stays read-only by how it was opened.
    reader.statement('PRAGMA query_only = OFF').run();
    reader.statement('VACUUM INTO ?').run(target);
  } finally {
    reader.close();
  }
}

function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

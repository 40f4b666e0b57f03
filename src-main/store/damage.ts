import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { CabinetError } from '../../src-shared/bridge/errors';
import type { Instant } from '../../src-shared/domain/period';
import { type ReadableCache, rows, run, transaction, type WritableCache } from './cache';
import { mapSqliteError } from './errors';
import { removeDatabase, setAside } from './keys/account-files';
import { fileError } from './keys/write-file';
import { openCache, openCacheForReading } from './open';

/** What no sync brings back: commands of the outbox and the person's own facts. */
const IRREPLACEABLE = ['outbox', 'own'] as const;
/** Ending of a file that is to replace a damaged one. */
export const NEW = '.new';
type Rescued = { table: (typeof IRREPLACEABLE)[number]; rows: Record<string, unknown>[] };

const isDamage = (error: unknown): boolean => error instanceof CabinetError && error.code === 'cache-damaged';

/** A log beside a closed database: the last process that wrote it did not end by itself. */
export function wasLeftOpen(path: string): boolean {
  const log = `${path}-wal`;
  return existsSync(log) && statSync(log).size > 0;
}

/**
 * Opens the cache; a damaged one is set aside and replaced by an empty one with the outbox and the own facts of it.
 * @returns the cache and, when it was replaced, the name of the file that was set aside
 * @throws CabinetError cache-newer, disk-full, data-not-writable
 */
export function openOrReplace(
  path: string,
  keyHex: string,
  at: Instant,
): { cache: WritableCache; replaced: string | null } {
  try {
    return { cache: openCache(path, keyHex), replaced: null };
  } catch (error) {
    if (!isDamage(error)) throw error;
    return replaceDamaged(path, keyHex, at);
  }
}

/**
 * Begins a new cache with what could be read of the irreplaceable, and then sets the damaged one aside, never
 * deleting it. A new file that cannot be made leaves the damaged one where it is.
 */
export function replaceDamaged(
  path: string,
  keyHex: string,
  at: Instant,
): { cache: WritableCache; replaced: string } {
  const rescued = IRREPLACEABLE.map((table): Rescued => ({ table, rows: rescue(path, keyHex, table) }));
  const coming = path + NEW;
  removeDatabase(coming);
  const made = openCache(coming, keyHex);
  try {
    transaction(made, () => {
      for (const { table, rows } of rescued) for (const row of rows) putRow(made, table, row);
    });
  } finally {
    // Closing brings everything from the log into the file.
    made.close();
  }
  const replaced = setAside(path, 'damaged', at);
  takePlace(coming, path, replaced);
  return { cache: openCache(path, keyHex), replaced };
}

/**
 * Puts a complete new file in the place of one that went to `away`. Virus scanners hold new files for a moment on Windows:
 * then what went comes back, or the next sign-in would begin an empty cache without the commands of either.
 * @throws CabinetError file-busy, data-not-writable
 */
export function takePlace(coming: string, path: string, away: string): void {
  try {
    renameSync(coming, path);
  } catch (error) {
    for (const companion of ['', '-wal'])
      if (existsSync(away + companion)) renameSync(away + companion, path + companion);
    throw fileError(error);
  }
}

/** Ends replacements that the program's death has interrupted: a new file is complete once the damaged one is away. */
export function finishReplacing(folder: string): void {
  for (const name of readdirSync(folder).filter((one) => one.endsWith(`.db${NEW}`))) {
    const coming = join(folder, name);
    const path = coming.slice(0, -NEW.length);
    if (existsSync(path)) removeDatabase(coming);
    else {
      leaveLog(path);
      renameSync(coming, path);
    }
  }
  // What the making of a new file had beside it.
  for (const name of readdirSync(folder))
    if (/\.db\.new[.-]/.test(name)) rmSync(join(folder, name), { force: true });
}

/** A damaged file that went away without its log, which is none of the file that takes its place. */
function leaveLog(path: string): void {
  if (existsSync(`${path}-wal`)) renameSync(`${path}-wal`, `${path}.damaged-wal`);
  rmSync(`${path}-shm`, { force: true });
}

/** Reads from both ends as far as the damage lets it; the columns are whatever the file's version has. */
function rescue(path: string, keyHex: string, table: Rescued['table']): Rescued['rows'] {
  const found = new Map<number, Record<string, unknown>>();
  let damaged: ReadableCache | undefined;
  try {
    damaged = openCacheForReading(path, keyHex);
    for (const order of ['ASC', 'DESC']) readUntilDamage(damaged, `${table} ORDER BY rowid ${order}`, found);
  } catch {
    // Not even the file's head can be read.
  } finally {
    damaged?.close();
  }
  return [...found].toSorted(([a], [b]) => a - b).map(([, row]) => row);
}

function readUntilDamage(
  cache: ReadableCache,
  source: string,
  found: Map<number, Record<string, unknown>>,
): void {
  try {
    for (const row of cache.statement(`SELECT rowid AS row_number, * FROM ${source}`).iterate()) {
      const { row_number, ...columns } = row as { row_number: number };
      found.set(row_number, columns);
    }
  } catch {
    // What comes after the damage cannot be had from this end.
  }
}

/** Puts a row with whatever columns it has. */
export function putRow(
  cache: WritableCache,
  table: Rescued['table'],
  row: Record<string, unknown>,
  verb: 'INSERT' | 'REPLACE' = 'INSERT',
): void {
  const columns = Object.keys(row);
  run(
    cache,
    `${verb} INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    ...Object.values(row),
  );
}

/**
 * Checks the file as it lies on the disk, beside the open cache: an own connection remembers no pages.
 * @returns false when anything is damaged
 */
export async function checkFile(path: string, keyHex: string): Promise<boolean> {
  let reader: ReadableCache | undefined;
  try {
    reader = openCacheForReading(path, keyHex);
    return await checkWhole(reader);
  } catch (error) {
    if (isDamage(error)) return false;
    throw error;
  } finally {
    reader?.close();
  }
}

/**
 * Reads the whole file and compares tables with their indexes, a table at a time so that calls are served between.
 * @returns false when anything is damaged
 */
export async function checkWhole(cache: ReadableCache): Promise<boolean> {
  try {
    const tables = rows<{ name: string }>(cache, `SELECT name FROM sqlite_schema WHERE type = 'table'`);
    for (const { name } of tables) {
      await nextTurn();
      if (!cache.isOpen) return true;
      const [found] = rows<{ quick_check: string }>(cache, `PRAGMA quick_check('${name}')`);
      if (found?.quick_check !== 'ok') return false;
    }
    return true;
  } catch (error) {
    if (error instanceof Database.SqliteError && isDamage(mapSqliteError(error))) return false;
    throw error;
  }
}

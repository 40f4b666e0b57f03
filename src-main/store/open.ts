import { chmodSync, existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { CabinetError } from '../../src-shared/bridge/errors';
import { type ReadableCache, type WritableCache, wrapDatabase } from './cache';
import { cipherOf } from './cipher';
import { mapSqliteError } from './errors';
import { fileError } from './keys/write-file';
import { migrate } from './migrate';

const PRIVATE_FILE = 0o600;
/** Pages in the log after which a commit takes them over into the file: rare, because it costs a tenth of a second. */
export const CHECKPOINT_PAGES = 10_000;
const LOG_BYTES = 4 * 1024 ** 2;
/** Memory for pages, in KiB: the working set of a month of calls. */
export const CACHE_KIB = 64 * 1024;
/** For one pass over rows that lie one after the other. */
export const PASS_CACHE_KIB = 8 * 1024;

/**
 * Gives the connection its key. It is random, hence handed over raw: deriving it from text would cost 50 ms for
 * nothing.
 */
function unlock(database: Database.Database, keyHex: string, cacheKib: number): void {
  database.pragma(`cipher = '${cipherOf(database.name)}'`);
  database.pragma(`key = 'raw:${keyHex}'`);
  // Sorting must not spill readable rows into a temporary file.
  database.pragma('temp_store = MEMORY');
  database.pragma(`cache_size = -${cacheKib}`);
}

function checkKey(keyHex: string): void {
  if (!/^[0-9a-f]{64}$/.test(keyHex)) throw new TypeError('a key is 64 hexadecimal digits');
}

/**
 * Opens the cache for reading and writing; makes it when absent and migrates it when older.
 * @throws CabinetError cache-damaged, cache-newer, disk-full, data-not-writable, file-busy, program-incomplete
 */
export const openCache = (path: string, keyHex: string): WritableCache =>
  openForWriting(path, keyHex, false, CACHE_KIB);

/** The same for a file that must be there. @throws CabinetError also not-found */
export function openMadeCache(path: string, keyHex: string, cacheKib = CACHE_KIB): WritableCache {
  try {
    return openForWriting(path, keyHex, true, cacheKib);
  } catch (error) {
    throw existsSync(path) ? error : new CabinetError('not-found', { what: 'cache' }, { cause: error });
  }
}

function openForWriting(
  path: string,
  keyHex: string,
  fileMustExist: boolean,
  cacheKib: number,
): WritableCache {
  checkKey(keyHex);
  let database: Database.Database | undefined;
  try {
    database = new Database(path, { fileMustExist });
    chmodSync(path, PRIVATE_FILE);
    unlock(database, keyHex, cacheKib);
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = NORMAL');
    database.pragma('foreign_keys = ON');
    database.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    // A log that was taken over into the file gives its room on the disk back when it is next written.
    database.pragma(`journal_size_limit = ${LOG_BYTES}`);
    migrate(database);
    return wrapDatabase(database);
  } catch (error) {
    database?.close();
    throw fileError(mapSqliteError(error));
  }
}

/**
 * Opens a second, read-only connection beside the writer: the export process.
 * @throws CabinetError cache-damaged, not-found
 */
export function openCacheForReading(path: string, keyHex: string): ReadableCache {
  checkKey(keyHex);
  let database: Database.Database | undefined;
  try {
    database = new Database(path, { readonly: true, fileMustExist: true });
    unlock(database, keyHex, PASS_CACHE_KIB);
    database.pragma('query_only = ON');
    database.pragma('user_version');
    return wrapDatabase(database);
  } catch (error) {
    database?.close();
    // Nothing is to be written here: what cannot be opened is not there (a visit's cache after its end).
    const absent = error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CANTOPEN');
    throw absent ? new CabinetError('not-found', { what: 'cache' }, { cause: error }) : mapSqliteError(error);
  }
}

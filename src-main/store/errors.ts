import Database from 'better-sqlite3';
import { CabinetError } from '../../src-shared/bridge/errors';

/** Turns faults of SQLite that people can do something about into stable codes; others pass unchanged. */
export function mapSqliteError(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const code = (() => {
    if (/^SQLITE_(CORRUPT|NOTADB)/.test(error.code)) return 'cache-damaged';
    if (/^SQLITE_FULL/.test(error.code)) return 'disk-full';
    if (/^SQLITE_(READONLY|CANTOPEN|PERM)/.test(error.code)) return 'not-writable';
    if (/^SQLITE_(BUSY|LOCKED)/.test(error.code)) return 'file-busy';
    return null;
  })();
  return code ? new CabinetError(code, {}, { cause: error }) : error;
}

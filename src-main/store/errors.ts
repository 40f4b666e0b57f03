import Database from 'better-sqlite3';
import { CabinetError } from '../../src-shared/bridge/errors';

/** What Node says of a native module that is absent, or that is no module of this system. */
const NO_MODULE = ['MODULE_NOT_FOUND', 'ERR_DLOPEN_FAILED'];

/** Turns faults of SQLite that people can do something about into stable codes; others pass unchanged. */
export function mapSqliteError(error: unknown): unknown {
  if (error instanceof Error && 'code' in error && NO_MODULE.includes(String(error.code))) {
    return new CabinetError('program-incomplete', {}, { cause: error });
  }
  if (!(error instanceof Database.SqliteError)) return error;
  const code = (() => {
    if (/^SQLITE_(CORRUPT|NOTADB)/.test(error.code)) return 'cache-damaged';
    // The log's index is given its room on the disk before it is used: a full disk is told by another code there.
    if (/^SQLITE_(FULL|IOERR_SHMSIZE)/.test(error.code)) return 'disk-full';
    if (/^SQLITE_(READONLY|CANTOPEN|PERM)/.test(error.code)) return 'data-not-writable';
    if (/^SQLITE_(BUSY|LOCKED)/.test(error.code)) return 'file-busy';
    return null;
  })();
  return code ? new CabinetError(code, {}, { cause: error }) : error;
}

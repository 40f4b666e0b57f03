import { closeSync, fsyncSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CabinetError } from '../../../src-shared/bridge/errors';
import { codeOf, putInPlace } from '../../files/put-in-place';

const PRIVATE_FILE = 0o600;
/**
 * Writes a small private file so that after a crash either the old or the new content is there, whole.
 * @throws CabinetError disk-full, data-not-writable, file-busy
 */
export function writePrivateFile(path: string, content: string): void {
  const half = `${path}.part`;
  try {
    const file = openSync(half, 'w', PRIVATE_FILE);
    try {
      writeSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    putInPlace(half, path);
    syncFolder(dirname(path));
  } catch (error) {
    try {
      rmSync(half, { force: true });
    } catch {
      // Held by another program: it goes at the next start.
    }
    throw fileError(error);
  }
}

/** Removes what writes that were killed have left in a folder of caches. */
export function sweepHalfWritten(folder: string): void {
  for (const name of readdirSync(folder))
    if (/(\.key|\.session|^installation)\.part$/.test(name)) rmSync(join(folder, name), { force: true });
}

/** The rename itself has to reach the disk; Windows does not open folders. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** Turns faults of the file system into stable codes; others pass unchanged. */
export function fileError(error: unknown): unknown {
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return new CabinetError('disk-full', {}, { cause: error });
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code)) {
    return new CabinetError('data-not-writable', {}, { cause: error });
  }
  return code === 'EBUSY' ? new CabinetError('file-busy', {}, { cause: error }) : error;
}

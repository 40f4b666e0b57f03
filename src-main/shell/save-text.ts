import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CabinetError } from '../../src-shared/bridge/errors';
import { putInPlace } from '../files/put-in-place';

const PRIVATE_FILE = 0o600;
const DISK_FULL = ['ENOSPC', 'EDQUOT'];

/** Writes a small text wholly or not at all. @throws CabinetError disk-full, not-writable; both name the file */
export function saveText(path: string, text: string): void {
  // Not made of the file's name, which may already be as long as names can be.
  const partial = join(dirname(path), `.sip-cabinet-${randomUUID()}.partial`);
  try {
    writeFileSync(partial, text, { mode: PRIVATE_FILE, flag: 'wx', flush: true });
    putInPlace(partial, path);
  } catch (error) {
    rmSync(partial, { force: true });
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const cause = { cause: error };
    throw new CabinetError(
      DISK_FULL.includes(code) ? 'disk-full' : 'not-writable',
      { file: basename(path) },
      cause,
    );
  }
}

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { shell } from 'electron';
import { CabinetError } from '../../src-shared/bridge/errors';

/** Opens a file or folder in the system's program for it. @throws CabinetError not-found */
export async function openPath(path: string): Promise<void> {
  const problem = await shell.openPath(path);
  if (problem) throw new CabinetError('not-found', { path });
}

/** Opens bytes that have no file yet, from a folder that is emptied with the account's end and at every start. */
export async function openBytes(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, basename(name));
  writeFileSync(path, bytes, { mode: 0o600 });
  await openPath(path);
}

export function emptyOpened(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // Windows keeps what another program has open; the next time it goes.
  }
}

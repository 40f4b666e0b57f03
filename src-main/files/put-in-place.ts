import { renameSync } from 'node:fs';

/** Answers of Windows for a file that another program has open. */
const HELD = ['EPERM', 'EACCES', 'EBUSY'];
/** Waits between tries, in milliseconds; together less than a person would notice as a fault. */
const PAUSES = [10, 20, 40, 80, 160, 320];

/**
 * Gives a finished file its name, over an older one. On Windows a virus scanner holds a new file for a moment: that is
 * waited for.
 * @throws the system's error
 */
export function putInPlace(from: string, to: string): void {
  for (const pause of process.platform === 'win32' ? PAUSES : []) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      if (!HELD.includes(codeOf(error))) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
    }
  }
  renameSync(from, to);
}

/** The system's code of a fault («ENOSPC»); empty where it has none. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

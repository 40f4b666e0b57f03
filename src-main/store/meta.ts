import { type ReadableCache, row, run, type WritableCache } from './cache';

/** Facts of the file itself. */
export type MetaKey = 'account' | 'operator-offset-ms' | 'last-complete-sync';

/** @returns the value, or undefined when it was never written */
export function readMeta(cache: ReadableCache, key: MetaKey): string | undefined {
  return row<{ value: string }>(cache, 'SELECT value FROM meta WHERE key = ?', key)?.value;
}

export function writeMeta(cache: WritableCache, key: MetaKey, value: string): void {
  run(cache, 'REPLACE INTO meta (key, value) VALUES (?, ?)', key, value);
}

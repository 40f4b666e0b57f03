import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import type { CacheAccess } from '../../../src-main/channel/core-contract';
import { sound } from './checks';

const LOG_HEADER = 32;
const FRAME = 24 + 4096;
/** In the log's index: how many frames a checkpoint has begun to take over into the file (SQLite's `nBackfillAttempted`). */
const ATTEMPTED_AT = 128;

/**
 * What a power cut may leave: the file as it was last synced, and a write-ahead log that ends anywhere after what a
 * checkpoint has begun to take over: that was synced before. Transactions after the cut are gone; what is there must
 * be whole.
 */
export async function powerCut(
  access: CacheAccess,
  folder: string,
  below: (limit: number) => number,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const copy = join(folder, 'cache.db');
  copyFileSync(access.databasePath, copy);
  const log = `${access.databasePath}-wal`;
  if (existsSync(log)) {
    copyFileSync(log, `${copy}-wal`);
    const size = statSync(log).size;
    const synced = Math.min(size, syncedBytes(`${access.databasePath}-shm`));
    if (size > synced) truncateSync(`${copy}-wal`, synced + below(size - synced));
  }
  await sound({ ...access, databasePath: copy }, 'after a power cut');
  rmSync(folder, { recursive: true, force: true });
}

function syncedBytes(index: string): number {
  const frames = existsSync(index) ? readFileSync(index).readUInt32LE(ATTEMPTED_AT) : 0;
  return frames === 0 ? 0 : LOG_HEADER + frames * FRAME;
}

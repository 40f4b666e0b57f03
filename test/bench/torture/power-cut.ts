import { copyFileSync, existsSync, mkdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import type { CacheAccess } from '../../../src-main/channel/core-contract';
import { sound } from './checks';

/**
 * What a power cut may leave: the file as it was last synced, and a write-ahead log that ends anywhere.
 * Transactions after the cut are gone; what is there must be whole.
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
    if (size > 0) truncateSync(`${copy}-wal`, below(size));
  }
  await sound({ ...access, databasePath: copy }, 'after a power cut');
  rmSync(folder, { recursive: true, force: true });
}

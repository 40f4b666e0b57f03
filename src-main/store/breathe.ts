import { setImmediate as nextTurn } from 'node:timers/promises';
import { CabinetError } from '../../src-shared/bridge/errors';
import type { ReadableCache } from './cache';

/**
 * Between two pieces of long reading: other calls are served first.
 * @throws CabinetError cancelled when the cache was closed meanwhile
 */
export async function breathe(cache: ReadableCache): Promise<void> {
  await nextTurn();
  if (!cache.isOpen) throw new CabinetError('cancelled');
}

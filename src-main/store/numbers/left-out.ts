import type { WritableCache } from '../cache';
import { CALLS, indexedUpTo } from './segments';

/** Notes which records of a batch the index of numbers does not have although it has gone past them. */
export function createLeftOut(cache: WritableCache) {
  const mark = indexedUpTo(cache);
  const ids: number[] = [];
  return {
    /** The record is new, or has another number or time than it had. */
    note(id: number): void {
      if (id <= mark) ids.push(id);
    },
    store(): void {
      cache.noteChange(CALLS);
      const add = cache.statement('INSERT OR IGNORE INTO unindexed_calls (id) VALUES (?)');
      for (const id of ids) add.run(id);
    },
  };
}

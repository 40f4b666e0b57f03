import { CabinetError } from '../../../src-shared/bridge/errors';
import type { WritableCache } from '../../store/cache';
import { mapSqliteError } from '../../store/errors';
import { indexNumbers } from '../../store/numbers/build';
import { createYoungHeapBound, letYoungHeapGrow } from '../young-heap';

/** A full disk is told by the next sync, and damage is met by whoever reads for a person: both know what to do. */
const MET_ELSEWHERE = ['cancelled', 'disk-full', 'cache-damaged'];

/**
 * Keeps the index of numbers after the records, whenever no sync is under way: records then stay as they are.
 * @param onFault told of a fault nobody foresaw, for the log
 * @returns what is to be called when a sync begins and when it has ended
 */
export function createNumberIndexing(
  cache: WritableCache,
  onFault: (error: unknown) => void,
): (syncRuns: boolean) => void {
  let rests = true;
  let mayRun = false;

  async function run(): Promise<void> {
    const boundYoungHeap = createYoungHeapBound();
    try {
      await indexNumbers(cache, () => {
        boundYoungHeap();
        return mayRun;
      });
    } catch (thrown) {
      const error = mapSqliteError(thrown);
      if (!(error instanceof CabinetError && MET_ELSEWHERE.includes(error.code))) onFault(error);
    } finally {
      letYoungHeapGrow();
      rests = true;
    }
  }

  return (syncRuns) => {
    mayRun = !syncRuns;
    if (!mayRun || !rests || !cache.isOpen) return;
    rests = false;
    void run();
  };
}

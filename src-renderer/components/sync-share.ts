import type { SyncStatus } from '../../src-shared/bridge/sync';

/**
 * Rows that the running sync takes in all; null while nobody knows. Every feed says only how much of itself is left, and
 * the detalization, which is nearly everything, is the last one: before it «100 %» would be said at the very beginning.
 */
export function rowsInAll(progress: NonNullable<SyncStatus['progress']>): number | null {
  const { stage, rows, remaining, remainingS } = progress;
  return stage === 'cdrs' && remainingS !== null ? rows + remaining : null;
}

/** How much of it is here, in whole per cents. */
export function takenPercent(rows: number, total: number): number {
  return total > 0 ? Math.floor((rows * 100) / total) : 100;
}

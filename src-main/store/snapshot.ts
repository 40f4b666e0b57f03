import type { ReadableCache } from './cache';

/**
 * Runs the work on one unchanging view of the cache, however long it takes and whatever sync writes meanwhile:
 * a document's rows and its totals then always agree.
 */
export async function inSnapshot<Result>(
  cache: ReadableCache,
  work: () => Result | Promise<Result>,
): Promise<Result> {
  cache.statement('BEGIN').run();
  try {
    return await work();
  } finally {
    cache.statement('COMMIT').run();
  }
}

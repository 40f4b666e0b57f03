import type { ReadableCache, WritableCache } from '../store/cache';
import type { OperatorClock } from '../sync/operator-clock';

/** What the use cases of the sections work on. */
export type CabinetContext = {
  /** The open cache. @throws CabinetError not-signed-in and its relatives */
  cache(): ReadableCache;
  /** The same, to be written to: only facts that are the person's own. */
  writable(): WritableCache;
  /** The operator's time: «current month» follows it. */
  clock: OperatorClock;
};

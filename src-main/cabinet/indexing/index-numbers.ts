import { CabinetError } from '../../../src-shared/bridge/errors';
import type { WritableCache } from '../../store/cache';
import { mapSqliteError } from '../../store/errors';
import { indexNumbers, isLongToIndex } from '../../store/numbers/build';
import { ThreadGone } from '../../sync/thread';
import type { Attention } from '../attention';
import type { IndexerThread } from './thread';

/** A full disk is told by the next sync, and damage is met by whoever reads for a person: both know what to do. */
const MET_ELSEWHERE = ['cancelled', 'disk-full', 'cache-damaged'];

/** Keeps the index of numbers after the records, whenever no sync is under way: records then stay as they are. */
export type NumberIndexing = {
  /** To be called when a sync begins and when it has ended. */
  syncRuns(runs: boolean): void;
  /** Ends what is under way; nothing is written after it resolves. */
  stop(): Promise<void>;
};

export type NumberIndexingOptions = {
  cache: WritableCache;
  /** For an index of very many numbers; null: all are made here. */
  startThread: (() => IndexerThread) | null;
  /** Before each segment a person who is at work is let go first. */
  attention: Pick<Attention, 'rest'>;
  /** Told of a fault nobody foresaw, for the log. */
  onFault(error: unknown): void;
};

export function createNumberIndexing(options: NumberIndexingOptions): NumberIndexing {
  const { cache, attention, onFault } = options;
  let running: Promise<void> | null = null;
  let mayRun = false;
  let start = options.startThread;
  const stopped = new AbortController();
  const mayGoOn = async () => {
    await attention.rest(stopped.signal);
    return mayRun;
  };

  async function runInThread(thread: IndexerThread): Promise<void> {
    try {
      await indexNumbers(cache, mayGoOn, { make: thread.make, checkpointPages: 0 });
    } catch (error) {
      if (!(error instanceof ThreadGone)) throw error;
      start = null;
      onFault(error.cause ?? error);
      await indexNumbers(cache, mayGoOn);
    } finally {
      await thread.end();
    }
  }

  async function run(): Promise<void> {
    try {
      if (start && isLongToIndex(cache)) await runInThread(start());
      else await indexNumbers(cache, mayGoOn);
    } catch (thrown) {
      const error = mapSqliteError(thrown);
      if (!(error instanceof CabinetError && MET_ELSEWHERE.includes(error.code))) onFault(error);
    } finally {
      running = null;
    }
  }

  return {
    syncRuns(runs) {
      mayRun = !runs;
      if (mayRun && cache.isOpen) running ??= run();
    },
    async stop() {
      mayRun = false;
      stopped.abort();
      await running;
    },
  };
}

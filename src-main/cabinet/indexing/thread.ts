import type { MadeSegment, SegmentPlan } from '../../store/numbers/make-segment';
import { startThread } from '../../sync/thread';

/** What the thread is started with. */
export type IndexerStart = { path: string; keyHex: string };

export type ToIndexer = { kind: 'make'; plan: SegmentPlan } | { kind: 'end' };

/** A thread that makes segments of the index of numbers. */
export type IndexerThread = {
  /** @throws ThreadGone */
  make(plan: SegmentPlan): Promise<MadeSegment>;
  /** Ends the thread when it has left the file. */
  end(): Promise<void>;
};

/** @param script the thread's bundle */
export function startIndexerThread(script: string, start: IndexerStart): IndexerThread {
  const thread = startThread<ToIndexer, MadeSegment>(script, 'indexer', start);
  return {
    make: (plan) => thread.ask({ kind: 'make', plan }),
    end() {
      thread.tell({ kind: 'end' });
      return thread.ended;
    },
  };
}

import { join } from 'node:path';
import type { IntakeStart } from '../sync/intake/messages';
import { type IntakeThread, startIntakeThread } from '../sync/intake/thread';
import { type ReaderThread, startReaderThread } from '../sync/reader/thread';
import { type IndexerStart, type IndexerThread, startIndexerThread } from './indexing/thread';

/** Threads that take long work off the core, so that screens are answered meanwhile. */
export type CoreThreads = {
  /** Reads pages of records and checks them. */
  reader(): ReaderThread;
  /** Stores records. */
  intake(start: IntakeStart): IntakeThread;
  /** Makes segments of the index of numbers. */
  indexer(start: IndexerStart): IndexerThread;
};

/** @param folder where the program's bundles are */
export const coreThreads = (folder: string): CoreThreads => ({
  reader: () => startReaderThread(join(folder, 'reader.cjs')),
  intake: (start) => startIntakeThread(join(folder, 'intake.cjs'), start),
  indexer: (start) => startIndexerThread(join(folder, 'indexer.cjs'), start),
});

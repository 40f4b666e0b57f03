import { join } from 'node:path';
import type { IntakeStart } from './intake/messages';
import { type IntakeThread, startIntakeThread } from './intake/thread';
import { type ReaderThread, startReaderThread } from './reader/thread';

/** Threads that take work off the core during a large sync. */
export type SyncThreads = {
  /** Reads pages of records and checks them. */
  reader(): ReaderThread;
  /** Stores them. */
  intake(start: IntakeStart): IntakeThread;
};

/** @param folder where the program's bundles are */
export const syncThreads = (folder: string): SyncThreads => ({
  reader: () => startReaderThread(join(folder, 'reader.cjs')),
  intake: (start) => startIntakeThread(join(folder, 'intake.cjs'), start),
});

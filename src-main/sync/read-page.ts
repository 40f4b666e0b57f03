import { type PackedCdrPage, readCdrPage } from './cdr-page';
import type { ReaderThread } from './reader/thread';
import { ThreadGone } from './thread';

/** Shorter answers are read sooner than a thread for them would have started: some 500 records. */
const WORTH_A_THREAD_BYTES = 150_000;

/** Reads the pages of call records of one sync. */
export type CdrReader = {
  /** Many records are to come: the thread that reads them starts meanwhile. */
  begin(): void;
  /** @returns null: no page that the contract allows */
  read(bytes: Buffer): Promise<PackedCdrPage | null>;
  /** Ends the thread. */
  end(): void;
};

/**
 * @param startThread null: there are no threads here
 * @param onFault told why the thread could not be had; pages are then read without it
 */
export function createCdrReader(
  startThread: (() => ReaderThread) | null,
  onFault: (error: unknown) => void,
): CdrReader {
  let thread: ReaderThread | null = null;
  let start = startThread;

  function begin(): void {
    if (start) thread ??= start();
  }

  return {
    begin,
    async read(bytes) {
      if (bytes.length >= WORTH_A_THREAD_BYTES) begin();
      if (!thread) return readCdrPage(bytes);
      try {
        return await thread.read(bytes);
      } catch (error) {
        if (!(error instanceof ThreadGone)) throw error;
        onFault(error.cause ?? error);
        start = null;
        thread = null;
        return readCdrPage(bytes);
      }
    },
    end: () => void thread?.end(),
  };
}

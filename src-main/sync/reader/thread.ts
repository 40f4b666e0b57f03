import type { PackedCdrPage } from '../cdr-page';
import { startThread } from '../thread';

/** A thread that reads pages of records, so that screens are answered meanwhile. */
export type ReaderThread = {
  /** @returns null: no page that the contract allows. @throws ThreadGone */
  read(bytes: Uint8Array): Promise<PackedCdrPage | null>;
  /** Ends the thread at once; nothing may be read any longer. */
  end(): Promise<unknown>;
};

/** @param script the thread's bundle */
export function startReaderThread(script: string): ReaderThread {
  const thread = startThread<Uint8Array, PackedCdrPage | null>(script, 'reader', null);
  return { read: thread.ask, end: thread.kill };
}

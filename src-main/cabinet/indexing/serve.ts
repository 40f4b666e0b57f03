import { encodeSegment, type MadeSegment, readCalls } from '../../store/numbers/make-segment';
import { openMadeCache, PASS_CACHE_KIB } from '../../store/open';
import type { ThreadPort } from '../../sync/thread';
import type { IndexerStart, ToIndexer } from './thread';

/** The thread's side: a segment for every plan. It only reads; the core, which knows what has changed, puts them. */
export function serveIndexer(port: ThreadPort<ToIndexer, MadeSegment>, { path, keyHex }: IndexerStart): void {
  const cache = openMadeCache(path, keyHex, PASS_CACHE_KIB);
  port.on('message', (message) => {
    if (message.kind === 'end') {
      cache.close();
      port.close();
      return;
    }
    // What the core has put so far, brought from the log into the file where nobody waits for it.
    cache.database.pragma('wal_checkpoint(PASSIVE)');
    const segment = encodeSegment(message.plan, readCalls(cache, message.plan));
    port.postMessage(
      segment,
      segment.chunks.map(({ buffer }) => buffer),
    );
  });
}

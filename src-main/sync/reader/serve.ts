import { type PackedCdrPage, readCdrPage } from '../cdr-page';
import type { ThreadPort } from '../thread';

/** The thread's side: an answer for every page, in the order they came. */
export function serveReader(port: ThreadPort<Uint8Array, PackedCdrPage | null>): void {
  port.on('message', (bytes) => {
    port.postMessage(readCdrPage(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)));
  });
}

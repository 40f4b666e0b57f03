import { type PackedCdrPage, readCdrPage } from '../cdr-page';
import type { ThreadPort } from '../thread';

/** The thread's side: an answer for every page, in the order they came. */
export function serveReader(port: ThreadPort<Uint8Array, PackedCdrPage | null>): void {
  port.on('message', (bytes) => {
    const page = readCdrPage(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    port.postMessage(page, page ? [page.items.numbers.buffer, page.items.partyLengths.buffer] : []);
  });
}

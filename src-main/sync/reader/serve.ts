import { type PackedCdrPage, readCdrPage } from '../cdr-page';

/** The port of a thread, as far as it is needed here. */
export type ReaderPort = {
  postMessage(message: PackedCdrPage | null, transfer: ArrayBuffer[]): void;
  on(event: 'message', listener: (bytes: Uint8Array) => void): unknown;
};

/** The thread's side: an answer for every page, in the order they came. */
export function serveReader(port: ReaderPort): void {
  port.on('message', (bytes) => {
    const page = readCdrPage(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    port.postMessage(page, page ? [page.items.numbers.buffer, page.items.partyLengths.buffer] : []);
  });
}

import type { Sink } from './model';

/** A document that never comes to a disk. */
export function createMemorySink(): Sink & { bytes(): Uint8Array } {
  const parts: Uint8Array[] = [];
  return {
    write: (bytes) => {
      // Writers use their buffers again.
      parts.push(Uint8Array.from(bytes));
    },
    bytes: () => new Uint8Array(Buffer.concat(parts)),
  };
}

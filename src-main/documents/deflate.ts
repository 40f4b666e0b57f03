import { promisify } from 'node:util';
import { constants, deflate, deflateRaw } from 'node:zlib';

const deflateAsync = promisify(deflate);
const deflateRawAsync = promisify(deflateRaw);

/** The same everywhere, so that the same document gives the same bytes. */
const OUTPUT_CHUNK = 256 * 1024;

/** A whole zlib stream, on another thread. */
export function deflateWhole(bytes: Uint8Array, level: number): Promise<Buffer> {
  return deflateAsync(bytes, { level, chunkSize: OUTPUT_CHUNK });
}

/**
 * A piece of a raw deflate stream that ends on a byte border: pieces made at the same time can be joined.
 * The last one must be followed by `END_OF_DEFLATE`.
 */
export function deflatePiece(bytes: Uint8Array, level: number): Promise<Buffer> {
  return deflateRawAsync(bytes, {
    level,
    chunkSize: OUTPUT_CHUNK,
    finishFlush: constants.Z_SYNC_FLUSH,
  });
}

/** An empty last block. */
export const END_OF_DEFLATE = Uint8Array.of(3, 0);

import { promisify } from 'node:util';
import { constants, deflateRaw, deflateSync } from 'node:zlib';

const deflateRawAsync = promisify(deflateRaw);

/** Sizes of output buffers: the same everywhere, so that the same document gives the same bytes. */
const WHOLE_CHUNK = 16 * 1024;
const PIECE_CHUNK = 256 * 1024;

/**
 * A whole zlib stream. At once: pages are small, and handing each to another thread and back costs more than packing it.
 */
export function deflateWhole(bytes: Uint8Array, level: number): Buffer {
  return deflateSync(bytes, { level, chunkSize: WHOLE_CHUNK });
}

/**
 * A piece of a raw deflate stream that ends on a byte border: pieces made at the same time can be joined.
 * The last one must be followed by `END_OF_DEFLATE`.
 */
export function deflatePiece(bytes: Uint8Array, level: number): Promise<Buffer> {
  return deflateRawAsync(bytes, {
    level,
    chunkSize: PIECE_CHUNK,
    finishFlush: constants.Z_SYNC_FLUSH,
  });
}

/** An empty last block. */
export const END_OF_DEFLATE = Uint8Array.of(3, 0);

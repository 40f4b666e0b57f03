import { closeSync, openSync, readSync } from 'node:fs';

/** The ciphers a cache may have; both check every page, so damage is noticed when a page is read. */
export type Cipher = 'aegis' | 'chacha20';

/** Every cipher leaves bytes 16 to 23 of a file readable; this one says how much of a page is the cipher's own. */
const RESERVED_AT = 20;
const CHACHA20_RESERVED = 32;

/**
 * The cipher of a file: AEGIS-256 for one that is to be made, which costs next to nothing on a processor with AES
 * instructions. Caches and copies of earlier versions have ChaCha20-Poly1305 and keep it.
 */
export function cipherOf(path: string): Cipher {
  return reservedOf(path) === CHACHA20_RESERVED ? 'chacha20' : 'aegis';
}

/** @returns null: the file has no pages yet, or cannot be read, which SQLite will tell */
function reservedOf(path: string): number | null {
  const byte = Buffer.alloc(1);
  let file: number | null = null;
  try {
    file = openSync(path, 'r');
    return readSync(file, byte, 0, 1, RESERVED_AT) === 1 ? (byte[0] as number) : null;
  } catch {
    return null;
  } finally {
    if (file !== null) closeSync(file);
  }
}

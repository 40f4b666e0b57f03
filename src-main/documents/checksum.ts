import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import type { Sink } from './model';

/** A sink that also counts the SHA-256 of what goes through it. */
export function hashingSink(sink: Sink): Sink & { sha256(): string } {
  const hash = createHash('sha256');
  return {
    write(bytes) {
      hash.update(bytes);
      sink.write(bytes);
    },
    sha256: () => hash.digest('hex'),
  };
}

/** SHA-256 of a file, hexadecimal; null when there is none. @throws whatever the file throws */
export async function checksumOf(path: string): Promise<string | null> {
  if (!existsSync(path)) return null;
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(path)) hash.update(bytes as Buffer);
  return hash.digest('hex');
}

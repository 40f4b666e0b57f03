import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Test equipment: spoils pages in the middle of the files of the caches in a folder. */
export function spoilCaches(folder: string): void {
  for (const name of readdirSync(folder).filter((file) => /\.db(-wal)?$/.test(file))) {
    const path = join(folder, name);
    const bytes = readFileSync(path);
    bytes.fill(0xa5, Math.floor(bytes.length * 0.4), Math.floor(bytes.length * 0.6));
    writeFileSync(path, bytes);
  }
}

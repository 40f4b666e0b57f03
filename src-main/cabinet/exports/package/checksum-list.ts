import { readFileSync } from 'node:fs';

/** SHA-256 by name of file. */
export type Checksums = Map<string, string>;

/** Only files of the list's own folder. */
const LINE = /^([0-9a-f]{64}) [ *]([^/\\]+)$/;

/** Reads a list as `sha256sum` writes it; what is no such line is passed over. Empty when there is none. */
export function readChecksums(path: string): Checksums {
  let text = '';
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    // A first package, or a list that nobody can read: everything counts as new.
  }
  return new Map(
    text.split(/\r?\n/).flatMap((line) => {
      const [, sha256, name] = LINE.exec(line) ?? [];
      return sha256 && name ? [[name, sha256] as const] : [];
    }),
  );
}

/** The list, sorted by name whatever the language of the system. */
export const checksumText = (sums: Checksums): string =>
  [...sums]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, sha256]) => `${sha256}  ${name}\n`)
    .join('');

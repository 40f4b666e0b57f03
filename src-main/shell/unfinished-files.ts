import { rmSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { jsonFile } from './json-file';

/** What the program calls files that are not whole yet; nothing else is ever removed. */
const OWN_NAME = /^\.sip-cabinet-[0-9a-f-]{36}\.partial$/;

/**
 * Remembers files that are being written, so that those of a killed program are removed at the next start.
 * Never throws: a list that cannot be kept must not spoil the file it is about.
 */
export type UnfinishedFiles = {
  begun(path: string): void;
  ended(path: string): void;
};

/**
 * Removes what an earlier run left behind; what cannot be removed now (another program has it open) is tried
 * again at the next start. Only for the one instance of the program: another's files are being written.
 */
export function sweepUnfinished(listPath: string): UnfinishedFiles {
  const list = jsonFile<string[]>(listPath, z.array(z.string()), []);
  const keep = (paths: string[]) => {
    try {
      list.write(paths);
    } catch {
      // A full disk, say: then the next start has less to remove.
    }
  };
  const left = list.read().filter((path) => OWN_NAME.test(basename(path)) && !removed(path));
  if (left.length !== list.read().length) keep(left);
  return {
    begun: (path) => keep([...list.read(), path]),
    ended: (path) => keep(list.read().filter((other) => other !== path)),
  };
}

function removed(path: string): boolean {
  try {
    rmSync(path, { force: true });
    return true;
  } catch {
    return false;
  }
}

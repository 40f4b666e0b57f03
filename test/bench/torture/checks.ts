import { readdirSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { CacheAccess } from '../../../src-main/channel/core-contract';
import { checkFile } from '../../../src-main/store/damage';

/** Months of the account's whole life. */
export const MONTHS = ['2018-03', '2018-04', '2018-05'];

/** @throws Error that names what differs */
export function same(what: string, found: unknown, wanted: unknown): void {
  if (isDeepStrictEqual(found, wanted)) return;
  throw new Error(`${what}: ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
}

/** @throws Error when the cache is damaged */
export async function sound({ databasePath, databaseKey }: CacheAccess, when: string): Promise<void> {
  same(`the cache is sound ${when}`, await checkFile(databasePath, databaseKey), true);
}

/** @throws Error that names what is left half made, or was set aside */
export function noHalves(folder: string): void {
  const left = readdirSync(folder).filter((name) =>
    /\.(part|partial|new|unwiped)\b|\.(damaged|locked|other-account)-/.test(name),
  );
  same('files left half made or set aside', left, []);
}

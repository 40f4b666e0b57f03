import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { endOfMonth, startOfMonth, systemClock, type YearMonth } from '../../../src-shared/domain/period';
import { transaction } from '../../store/cache';
import { createVault } from '../../store/keys/vault';
import { openCache } from '../../store/open';
import { sampleCdrs } from '../../store/testing/sample';
import { storeItems } from '../../store/write/feeds';

const FIRST_ID = 1_000_000_000;
const PIECE = 5000;

export type LongAccount = { password: string; month: YearMonth; subscriberId: number; count: number };

/**
 * Test equipment: adds as many made-up outgoing calls of one subscriber in one month to the cache that the program has
 * left in its data folder, by the program's own writer.
 */
export async function fillAccount(data: string, { password, month, subscriberId, count }: LongAccount) {
  const found = readdirSync(data, { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith('.db'));
  if (!found) throw new Error(`no cache in ${data}`);
  const base = join(data, found.slice(0, -'.db'.length));
  const files = {
    database: `${base}.db`,
    keyFile: `${base}.key`,
    sessionFile: `${base}.session`,
    visitPrefix: `${base}.visit-`,
  };
  const keyring = { encrypt: async () => null, decrypt: async () => null };
  const key = await createVault({ keyring, clock: systemClock }).openByPassword(files, password);
  const cache = openCache(files.database, key.toString('hex'));
  const start = startOfMonth(month);
  const step = (endOfMonth(month) - start) / count;
  for (let at = 0; at < count; at += PIECE) {
    const cdrs = sampleCdrs(Math.min(PIECE, count - at), at + 1, FIRST_ID + at).map((cdr, index) => ({
      ...cdr,
      subscriberId,
      direction: 'out' as const,
      startedAt: start + Math.floor((at + index) * step),
    }));
    transaction(cache, () => storeItems(cache, 'cdrs', cdrs));
  }
  cache.close();
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cdr, cdrDirections, cdrServices, cdrStatuses, cdrZones } from '../../../src-shared/domain/cdr';
import { startOfMonth } from '../../../src-shared/domain/period';
import { transaction, type WritableCache } from '../cache';
import { openCache } from '../open';
import { storeItems } from '../write/feeds';

/** Test equipment: made-up data and temporary caches. Not part of the program. */
export const SAMPLE_KEY = '0f'.repeat(32);

export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'cabinet-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export function openSample(): { cache: WritableCache; path: string; close(): void } {
  const folder = temporaryFolder();
  const path = join(folder.path, 'cache.db');
  const cache = openCache(path, SAMPLE_KEY);
  return {
    cache,
    path,
    close() {
      if (cache.isOpen) cache.close();
      folder.remove();
    },
  };
}

/** Numbers that look random and are the same on every run (mulberry32). */
export function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const pick = <Item>(items: readonly Item[], index: number): Item => items[index % items.length] as Item;
const NAMES = ['Банк Развития', 'ТАКСИ ёлка', 'A1', 'belgazprom'];

/** Records in time order through two months; several share an instant, so that ties are tested. */
export function sampleCdrs(count: number, seed = 1, firstId = 1): Cdr[] {
  const below = seeded(seed);
  const start = startOfMonth('2021-04');
  const step = Math.floor((startOfMonth('2021-06') - start) / count);
  return Array.from({ length: count }, (_, index) => {
    const service = pick(cdrServices, below(12) < 9 ? 0 : below(5));
    const status = service === 'sms' ? 'answered' : pick(cdrStatuses, below(6) < 4 ? 0 : below(4));
    const durationS = service === 'sms' || status !== 'answered' ? 0 : below(900);
    const gross = status === 'answered' ? below(5000) : 0;
    const startedAt = start + Math.floor(index / 3) * 3 * step;
    return {
      id: firstId + index,
      revision: 1,
      subscriberId: 1 + below(7),
      startedAt,
      direction: pick(cdrDirections, below(2)),
      service,
      zone: pick(cdrZones, below(6)),
      status,
      party: below(10) === 0 ? pick(NAMES, below(4)) : `37529${String(1_000_000 + below(9_000_000))}`,
      durationS,
      billedUnits: Math.ceil(durationS / 60) * 60,
      packageS: below(3) === 0 ? durationS : 0,
      vatRate: 25,
      net: Math.round(gross / 1.25),
      gross,
      ...(below(20) === 0 ? { recordedAt: startedAt + 40 * 86_400_000 } : {}),
    };
  });
}

export function storeSample(cache: WritableCache, cdrs: readonly Cdr[]): void {
  transaction(cache, () => storeItems(cache, 'cdrs', cdrs));
}

export function storeSubscribers(cache: WritableCache): void {
  const items = Array.from({ length: 7 }, (_, index) => ({
    id: index + 1,
    number: `37529100000${7 - index}`,
    name: `Отдел ${index + 1}`,
    planId: index === 0 ? 1 : 2,
    planTitle: index === 0 ? 'SIP-соединение' : 'SIP-номер',
    isConnection: index === 0,
    status: 'active' as const,
    statusReason: '',
    connectedAt: startOfMonth('2020-01'),
    currentCharges: 0,
    packages: [],
  }));
  transaction(cache, () => storeItems(cache, 'subscribers', items));
}

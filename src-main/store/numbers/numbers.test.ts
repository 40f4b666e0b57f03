import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { CdrFilter, CdrSort } from '../../../src-shared/bridge/cabinet';
import type { Cdr } from '../../../src-shared/domain/cdr';
import { isWorkingDay } from '../../../src-shared/domain/work-calendar';
import { row, rows, type WritableCache } from '../cache';
import { migrate, migrations } from '../migrate';
import { openCache } from '../open';
import { resolveFilter, whereOf } from '../read/cdr-filter';
import { cdrPage, summarizeCdrs } from '../read/cdr-pages';
import { cdrSummary } from '../read/cdr-summary';
import { openSample, SAMPLE_KEY, sampleCdrs, seeded, storeSample } from '../testing/sample';
import { indexNumbers } from './build';
import { decodeIds, encodeChunks, type NumberedCall } from './chunks';
import { CHUNK_CODES, gramRanges, longestDigits } from './grams';

const opened: { close(): void }[] = [];
afterEach(() => {
  for (const sample of opened.splice(0)) sample.close();
});
function fresh() {
  const sample = openSample();
  opened.push(sample);
  return sample;
}

/** Tiny ones, so that a few hundred records make many segments. */
const SIZES = { segment: 64, worth: 8 };
const indexAll = (cache: WritableCache) => indexNumbers(cache, () => true, undefined, SIZES);

/** Few numbers that share their digits, and words with digits in them. */
const parties = [
  '375291234567',
  '375291234568',
  '80172123456',
  '1234',
  '12',
  'Банк 24 12345',
  '*123450#',
  'A1',
];
const searches = [
  '1234',
  '12345',
  '123456',
  '4567',
  '%4567',
  '3752912%',
  '3752_1234%',
  '24',
  '*1',
  'банк 24',
];

const sort: CdrSort = { column: 'startedAt', descending: true };
function byScan(cache: WritableCache, filter: CdrFilter, descending: boolean): number[] {
  const where = whereOf(resolveFilter(filter, isWorkingDay));
  const order = descending ? 'DESC' : 'ASC';
  const sql = `SELECT id FROM cdrs WHERE ${where.sql} ORDER BY started_at ${order}, direction ${order}, id ${order}`;
  return rows<{ id: number }>(cache, sql, ...where.values).map(({ id }) => id);
}

describe('pieces of numbers', () => {
  it('are found by any four or more digits of a number, and by nothing that it has not', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 14 }).map((all) => all.join(''));
    const texts = fc.array(
      fc.tuple(digits, fc.constantFrom('', ' ', 'a'), digits).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(texts, digits, fc.boolean(), (all, searched, mayOmit) => {
        const calls = all.map((text, at): NumberedCall => [7 + at * 300, 0, text]);
        const chunks = encodeChunks(calls, 7, mayOmit);
        for (const [fromEnd, range] of gramRanges(searched).entries()) {
          const ids = decodeIds(chunks[Math.floor(range.first / CHUNK_CODES)] as Uint8Array, range, 7);
          const piece = searched.slice(0, searched.length - fromEnd).slice(-5);
          const having = calls.filter(([, , text]) => text.includes(piece)).map(([id]) => id);
          expect(ids === null || [...new Set(ids)].sort((a, b) => a - b)).toEqual(ids === null || having);
        }
      }),
    );
  });

  it('are those of the longest digits of a mask', () => {
    expect(['%12345%', '375_912%', 'банк24', '%'].map(longestDigits)).toEqual(['12345', '375', '24', '']);
  });
});

describe('a search for a part of a number', () => {
  it('gives what a scan gives after new, re-sent, changed and moved records, indexed or not', async () => {
    const base = sampleCdrs(400).map((cdr, at): Cdr => ({ ...cdr, party: parties[at % 8] as string }));
    const step = fc.oneof(
      fc.record({ kind: fc.constant('index' as const) }),
      fc.record({
        kind: fc.constant('store' as const),
        from: fc.nat(399),
        count: fc.integer({ min: 1, max: 150 }),
        revision: fc.integer({ min: 1, max: 3 }),
      }),
    );
    const changed = (cdr: Cdr, revision: number): Cdr => ({
      ...cdr,
      revision,
      party: parties[(cdr.id + revision) % 8] as string,
      startedAt: cdr.startedAt + (revision % 2) * 11 * 86_400_000,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 9 }), fc.boolean(), async (steps, descending) => {
        const { cache, close } = openSample();
        try {
          for (const one of steps) {
            if (one.kind === 'index') await indexAll(cache);
            else {
              const items = base.slice(one.from, one.from + one.count);
              storeSample(cache, one.revision === 1 ? items : items.map((cdr) => changed(cdr, one.revision)));
            }
          }
          for (const party of searches) {
            const filter: CdrFilter = { subscriberId: null, month: '2021-05', direction: 'both' };
            for (const asked of [
              { ...filter, party },
              { ...filter, party: '375291234567', wholeParty: true, direction: 'out' as const },
              { ...filter, party, subscriberId: 3, minGross: 100 },
            ]) {
              if (party === '*1' && !('wholeParty' in asked)) continue;
              const query = { filter: asked, sort: { ...sort, descending }, offset: 0, limit: 500 };
              const found = (await cdrPage(cache, query)).map(({ id }) => id);
              expect(found).toEqual(byScan(cache, asked, descending));
              expect(await summarizeCdrs(cache, asked)).toEqual(cdrSummary(cache, asked));
            }
          }
        } finally {
          close();
        }
      }),
      { numRuns: 15 },
    );
  });

  it('is right while records are stored and indexed', async () => {
    const { cache } = fresh();
    const below = seeded(5);
    const all = sampleCdrs(3000).map((cdr): Cdr => ({ ...cdr, party: `37529100${1000 + below(500)}` }));
    storeSample(cache, all.slice(0, 2000));
    await indexNumbers(cache, () => true, undefined, { segment: 512, worth: 8 });
    const filter: CdrFilter = { subscriberId: null, month: '2021-05', direction: 'both', party: '1234' };
    for (let at = 2000; at < 3000; at += 100) {
      const asked = [
        cdrPage(cache, { filter, sort, offset: 0, limit: 500 }),
        summarizeCdrs(cache, filter),
      ] as const;
      storeSample(cache, all.slice(at, at + 100));
      await indexNumbers(cache, () => true, undefined, { segment: 512, worth: 8 });
      const [page, summary] = await Promise.all(asked);
      const known = byScan(cache, filter, true);
      // What was stored before the question was, is in the answer; what came later may be.
      for (const { id } of page) expect(known).toContain(id);
      expect(summary.rows).toBeLessThanOrEqual(known.length);
    }
    await indexNumbers(cache);
    const page = await cdrPage(cache, { filter, sort, offset: 0, limit: 500 });
    expect(page).not.toEqual([]);
    expect(page.map(({ id }) => id)).toEqual(byScan(cache, filter, true));
    expect((await summarizeCdrs(cache, filter)).rows).toBe(page.length);
  });

  it('sorts what it has found in any order', async () => {
    const { cache } = fresh();
    storeSample(cache, sampleCdrs(2000));
    await indexAll(cache);
    const filter: CdrFilter = { subscriberId: null, month: '2021-05', direction: 'both', party: '3752' };
    const all = (await cdrPage(cache, { filter, sort, offset: 0, limit: 500 })).length;
    const page = await cdrPage(cache, {
      filter: { ...filter, party: '37529' },
      sort: { column: 'gross', descending: true },
      offset: 0,
      limit: 500,
    });
    expect(all).toBe(500);
    expect(page.map(({ gross }) => gross)).toEqual(page.map(({ gross }) => gross).toSorted((a, b) => b - a));
    expect(page).toHaveLength(500);
  });
});

describe('a cache of an older version', () => {
  it('is read at any place and searched at once, and then indexed', async () => {
    const { cache, path } = fresh();
    cache.close();
    rmSync(path);
    const old = new Database(path);
    old.pragma(`cipher = 'chacha20'`);
    old.pragma(`key = 'raw:${SAMPLE_KEY}'`);
    migrate(old, migrations.slice(0, 4));
    const add = old.prepare(
      `INSERT INTO cdrs VALUES (?, 1, ?, ?, ?, 0, 0, 0, ?, NULL, ?, 60, 0, 25, 80, 100, NULL, 0)`,
    );
    const calls = sampleCdrs(3000);
    old.transaction(() => {
      for (const { id, subscriberId, startedAt, direction, durationS } of calls) {
        add.run(id, subscriberId, startedAt, direction === 'in' ? 1 : 0, parties[id % 8], durationS);
      }
    })();
    old.close();

    const now = openCache(path, SAMPLE_KEY);
    opened.unshift(now);
    const may: CdrFilter = { subscriberId: null, month: '2021-05', direction: 'both' };
    const check = async () => {
      for (const filter of [may, { ...may, party: '1234' }, { ...may, party: '4568', minDurationS: 100 }]) {
        const page = await cdrPage(now, { filter, sort, offset: 70, limit: 300 });
        expect(page.map(({ id }) => id)).toEqual(byScan(now, filter, true).slice(70, 370));
      }
    };
    await check();
    await indexNumbers(now);
    expect(row(now, 'SELECT sum(records) AS n FROM number_segments')).toEqual({ n: 3000 });
    await check();
  });
});

describe('the index', () => {
  const indexed = (cache: WritableCache) =>
    row<{ records: number; segments: number }>(
      cache,
      'SELECT coalesce(sum(records), 0) AS records, count(*) AS segments FROM number_segments',
    );

  it('goes on where it was left off, also in another opening of the file, and rests when all is done', async () => {
    const { cache, path } = fresh();
    storeSample(cache, sampleCdrs(300));
    let segments = 0;
    await indexNumbers(cache, () => segments++ < 2, undefined, SIZES);
    expect(indexed(cache)).toEqual({ records: 128, segments: 2 });
    cache.close();
    const again = openCache(path, SAMPLE_KEY);
    opened.unshift(again);
    await indexAll(again);
    expect(indexed(again)).toEqual({ records: 300, segments: 5 });
    await indexAll(again);
    expect(indexed(again)).toEqual({ records: 300, segments: 5 });
  });

  it('is not written by the storing of records; a few new ones make the last segment fuller', async () => {
    const { cache } = fresh();
    storeSample(cache, sampleCdrs(20));
    expect(indexed(cache)).toEqual({ records: 0, segments: 0 });
    await indexAll(cache);
    storeSample(cache, sampleCdrs(7, 2, 21));
    await indexAll(cache);
    expect(indexed(cache)).toEqual({ records: 20, segments: 1 });
    storeSample(cache, sampleCdrs(3, 2, 28));
    await indexAll(cache);
    expect(indexed(cache)).toEqual({ records: 30, segments: 1 });
    expect(row(cache, 'SELECT count(DISTINCT id / 128) AS n FROM number_chunks')).toEqual({ n: 1 });
  });

  it('gives way to a closed cache', async () => {
    const { cache } = fresh();
    storeSample(cache, sampleCdrs(300));
    const building = indexAll(cache);
    cache.close();
    await expect(building).rejects.toMatchObject({ code: 'cancelled' });
  });
});

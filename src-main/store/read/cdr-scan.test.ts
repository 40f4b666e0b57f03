import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CdrFilter } from '../../../src-shared/bridge/cabinet';
import type { Cdr } from '../../../src-shared/domain/cdr';
import { DAY_MS } from '../../../src-shared/domain/period';
import { isWorkingDay } from '../../../src-shared/domain/work-calendar';
import { rows, type WritableCache } from '../cache';
import { openSample, sampleCdrs, storeSample } from '../testing/sample';
import { resolveFilter, whereOf } from './cdr-filter';
import { countCdrs } from './cdr-pages';
import { createScanList } from './cdr-scan';
import { cdrSummary } from './cdr-summary';
import { toSummary } from './cdr-sums';
import { createTally } from './cdr-tally';

/** So small that some hours are cut and others are put together. */
const SIZES = { account: 8, sparse: 2, dense: 4 };
const month = '2021-05';
const may: CdrFilter = { subscriberId: null, month, direction: 'both' };
const filters: CdrFilter[] = [
  { ...may, minGross: 2000 },
  { ...may, direction: 'in', zones: ['mobile', 'cis'] },
  { ...may, subscriberId: 2 },
  { ...may, subscriberId: 3, direction: 'in', fromDay: '2021-05-04' },
  { ...may, subscriberId: 3, direction: 'out', minDurationS: 100 },
  { ...may, fromDay: '2021-05-04', toDay: '2021-05-09' },
  { ...may, fromDay: '2021-05-09', toDay: '2021-05-04', party: '12' },
];

function idsByScan(cache: WritableCache, filter: CdrFilter, descending: boolean): number[] {
  const where = whereOf(resolveFilter(filter, isWorkingDay));
  const order = descending ? 'DESC' : 'ASC';
  const sql = `SELECT id FROM cdrs WHERE ${where.sql} ORDER BY started_at ${order}, direction ${order}, id ${order}`;
  return rows<{ id: number }>(cache, sql, ...where.values).map(({ id }) => id);
}

/** Crowded hours among empty ones, and crowded days of few subscribers. */
function crowded(cdr: Cdr): Cdr {
  const { id, startedAt } = cdr;
  const days = Math.floor(startedAt / DAY_MS);
  const at = [days * DAY_MS, startedAt - (days % 8) * DAY_MS, startedAt][id % 3];
  return { ...cdr, startedAt: at ?? startedAt, subscriberId: 1 + (cdr.subscriberId % 3) };
}

describe('a list that is read slot by slot', () => {
  it('has the pages and the sums of a scan, whatever was stored since it was counted in part', async () => {
    const base = sampleCdrs(500).map(crowded);
    const step = fc.record({
      from: fc.nat(499),
      count: fc.nat(120),
      revision: fc.integer({ min: 1, max: 3 }),
      slots: fc.nat(30),
      offset: fc.nat(200),
      limit: fc.integer({ min: 1, max: 60 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(...filters),
        fc.boolean(),
        async (steps, filter, descending) => {
          const { cache, close } = openSample();
          try {
            const scope = resolveFilter(filter, isWorkingDay);
            const list = createScanList(cache, scope, createTally(cache, scope, month, SIZES), descending);
            for (const { from, count, revision, slots, offset, limit } of steps) {
              const items = base.slice(from, from + count);
              const moved = (cdr: Cdr): Cdr => ({
                ...cdr,
                revision,
                gross: cdr.gross + revision,
                startedAt: cdr.startedAt + revision * 3_000_000,
              });
              storeSample(cache, revision === 1 ? items : items.map(moved));
              let left = slots;
              const counted = await list.count(() => left-- <= 0);
              const ids = idsByScan(cache, filter, descending);
              if ('progress' in counted) {
                const { done, total, found } = counted.progress;
                expect(done).toBeLessThan(total);
                expect(found).toBeLessThanOrEqual(ids.length);
              } else expect(toSummary(cache, counted.sums)).toEqual(cdrSummary(cache, filter));
              const page = await list.page(offset, limit);
              expect(page.map(({ id }) => id)).toEqual(ids.slice(offset, offset + limit));
            }
            const whole = await list.count(() => false);
            expect('sums' in whole && toSummary(cache, whole.sums)).toEqual(cdrSummary(cache, filter));
          } finally {
            close();
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a list of one subscriber', () => {
  it.each([false, true])(
    'has any place at once, also within a crowded day (descending: %s)',
    async (descending) => {
      const { cache, close } = openSample();
      storeSample(cache, sampleCdrs(500).map(crowded));
      for (const filter of filters.filter(({ subscriberId }) => subscriberId !== null)) {
        const scope = resolveFilter(filter, isWorkingDay);
        const ids = idsByScan(cache, filter, descending);
        for (let offset = 0; offset <= ids.length; offset++) {
          const list = createScanList(cache, scope, createTally(cache, scope, month, SIZES), descending);
          const page = await list.page(offset, 5);
          expect(page.map(({ id }) => id)).toEqual(ids.slice(offset, offset + 5));
        }
      }
      close();
    },
  );
});

describe('counting', () => {
  it('goes on where it was left, and counts anew only what has changed', async () => {
    const { cache, close } = openSample();
    storeSample(cache, sampleCdrs(500));
    const filter = { ...may, minGross: 2000 };
    const scope = resolveFilter(filter, isWorkingDay);
    const tally = createTally(cache, scope, month, SIZES);
    const list = createScanList(cache, scope, tally, false);
    const uncounted = () => tally.slots().filter(({ sums }) => !sums).length;
    const all = uncounted();
    let left = 3;
    await list.count(() => left-- <= 0);
    expect(uncounted()).toBe(all - 3);
    await list.count(() => false);
    const [cdr] = sampleCdrs(500).slice(-1) as [Cdr];
    storeSample(cache, [{ ...cdr, revision: 2, gross: 9999 }]);
    expect(uncounted()).toBe(1);
    close();
  });

  it('needs no reading where the monthly sums know', async () => {
    const { cache, close } = openSample();
    storeSample(cache, sampleCdrs(500));
    const query = { filter: may, sort: { column: 'startedAt', descending: true } } as const;
    expect(await countCdrs(cache, query, () => true)).toEqual({ summary: cdrSummary(cache, may) });
    const part = { ...query, filter: { ...may, minGross: 1 } };
    expect(await countCdrs(cache, part, () => true)).toEqual({
      progress: { done: 0, total: cdrSummary(cache, may).rows, found: 0 },
    });
    close();
  });
});

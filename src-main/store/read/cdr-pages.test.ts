import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CdrFilter, cdrSortColumns } from '../../../src-shared/bridge/cabinet';
import { cdrDirections, cdrServices, cdrStatuses, cdrZones } from '../../../src-shared/domain/cdr';
import { isWorkingDay } from '../../../src-shared/domain/work-calendar';
import { rows } from '../cache';
import { openSample, sampleCdrs, storeSample, storeSubscribers } from '../testing/sample';
import { resolveFilter, whereOf } from './cdr-filter';
import { cdrPage, iterateCdrs } from './cdr-pages';
import { cdrSummary } from './cdr-summary';
import { timelineSql } from './cdr-timeline';

const sample = openSample();
const { cache } = sample;
beforeAll(() => {
  storeSubscribers(cache);
  storeSample(cache, sampleCdrs(4000));
  // Late and corrected ones of an earlier month, and repeated ones.
  storeSample(
    cache,
    sampleCdrs(900, 2).map((cdr) => ({ ...cdr, revision: 2 })),
  );
  storeSample(cache, sampleCdrs(4000));
});
afterAll(() => sample.close());

const whole: CdrFilter = { subscriberId: null, month: '2021-05', direction: 'both' };
const some = <Item>(items: readonly Item[]) => fc.option(fc.subarray([...items]), { nil: undefined });
const day = fc.integer({ min: 1, max: 31 }).map((n) => `2021-05-${String(n).padStart(2, '0')}`);
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });
const filters: fc.Arbitrary<CdrFilter> = fc
  .record({
    subscriberId: fc.option(fc.integer({ min: 1, max: 8 })),
    month: fc.constantFrom('2021-04', '2021-05', '2021-09'),
    direction: fc.constantFrom(...cdrDirections, 'both' as const),
    party: maybe(fc.constantFrom('', '2912%', '%7', '1_2', 'банк', 'ЁЛКА', 'BEL')),
    services: some(cdrServices),
    zones: some(cdrZones),
    statuses: some(cdrStatuses),
    minGross: maybe(fc.integer({ min: 0, max: 5000 })),
    maxGross: maybe(fc.integer({ min: 0, max: 5000 })),
    minDurationS: maybe(fc.integer({ min: 0, max: 900 })),
    maxDurationS: maybe(fc.integer({ min: 0, max: 900 })),
    fromDay: maybe(day),
    toDay: maybe(day),
    lateOnly: maybe(fc.boolean()),
  })
  .map(
    (filter) =>
      Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as CdrFilter,
  );

function idsByOffset(filter: CdrFilter, descending: boolean, offset: number, limit: number): number[] {
  const where = whereOf(resolveFilter(filter, isWorkingDay));
  const order = descending ? ' DESC' : '';
  const sql = `SELECT id FROM cdrs WHERE ${where.sql}
    ORDER BY started_at${order}, direction${order}, id${order} LIMIT ? OFFSET ?`;
  return rows<{ id: number }>(cache, sql, ...where.values, limit, offset).map(({ id }) => id);
}

describe('cdrPage', () => {
  it('equals OFFSET pages for any filter, direction and depth', async () => {
    await fc.assert(
      fc.asyncProperty(
        filters,
        fc.boolean(),
        fc.nat(2500),
        fc.integer({ min: 1, max: 500 }),
        async (filter, descending, offset, limit) => {
          const sort = { column: 'startedAt', descending } as const;
          const ids = (await cdrPage(cache, { filter, sort, offset, limit })).map(({ id }) => id);
          expect(ids).toEqual(idsByOffset(filter, descending, offset, limit));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('serves every sort completely, each row once, in order', () => {
    for (const column of cdrSortColumns) {
      for (const descending of [false, true]) {
        const all = [...iterateCdrs(cache, whole, { column, descending })];
        expect(new Set(all.map(({ id }) => id)).size).toBe(cdrSummary(cache, whole).rows);
        const keys = all.map((row) => (column === 'subscriber' ? row.subscriberNumber : row[column]));
        if (['service', 'zone', 'status'].includes(column)) continue;
        const rising = descending ? keys.reverse() : keys;
        for (let i = 1; i < rising.length; i++) {
          expect((rising[i - 1] as number) <= (rising[i] as number)).toBe(true);
        }
      }
    }
  });

  it('forgets remembered places when the month changes', async () => {
    const sort = { column: 'startedAt', descending: false } as const;
    const before = await cdrPage(cache, { filter: whole, sort, offset: 1500, limit: 100 });
    const [early] = await cdrPage(cache, { filter: whole, sort, offset: 0, limit: 1 });
    if (!early) throw new Error('the sample has no rows');
    const { subscriberNumber: _, subscriberName: __, vat: ___, late: ____, ...cdr } = early;
    storeSample(cache, [{ ...cdr, id: 900_001 }]);
    const after = await cdrPage(cache, { filter: whole, sort, offset: 1501, limit: 100 });
    expect(after).toEqual(before);
  });

  it('finds names whatever their letters’ case, Cyrillic too', async () => {
    const sort = { column: 'startedAt', descending: false } as const;
    const found = await cdrPage(cache, {
      filter: { ...whole, party: 'такси ЕЛКА' },
      sort,
      offset: 0,
      limit: 500,
    });
    expect(new Set(found.map(({ party }) => party))).toEqual(new Set(['ТАКСИ ёлка']));
  });

  it('refuses what is neither a mask nor a name', async () => {
    const query = {
      filter: { ...whole, party: '12#!' },
      sort: { column: 'startedAt', descending: true },
    } as const;
    await expect(cdrPage(cache, { ...query, offset: 0, limit: 10 })).rejects.toMatchObject({
      code: 'mask-invalid',
    });
  });
});

describe('query plans', () => {
  const plan = (sql: string, values: number) =>
    rows<{ detail: string }>(
      cache,
      `EXPLAIN QUERY PLAN ${sql}`,
      ...Array.from({ length: values }, () => 1),
    ).map(({ detail }) => detail);

  it.each([false, true])(
    'pages of the whole account seek in the time index (descending: %s)',
    (descending) => {
      const { step, page } = timelineSql(resolveFilter(whole, isWorkingDay), descending);
      for (const sql of [step, page]) {
        const details = plan(sql, sql === step ? 5 : 6);
        const bound = descending
          ? 'started_at>? AND (started_at,direction)<(?,?)'
          : '(started_at,direction)>(?,?) AND started_at<?';
        expect(details.join('\n')).toContain(`cdrs_by_time (${bound})`);
        expect(details.join('\n')).not.toContain('TEMP B-TREE');
      }
      expect(plan(step, 5).join()).toContain('COVERING INDEX');
    },
  );

  it.each([false, true])('pages of a subscriber seek in its index (descending: %s)', (descending) => {
    const { step, page } = timelineSql(
      resolveFilter({ ...whole, subscriberId: 3, direction: 'out' }, isWorkingDay),
      descending,
    );
    for (const sql of [step, page]) {
      const details = plan(sql, sql === step ? 7 : 8).join('\n');
      expect(details).toContain('cdrs_by_subscriber (subscriber_id=? AND direction=? AND');
      expect(details).not.toContain('TEMP B-TREE');
    }
  });
});

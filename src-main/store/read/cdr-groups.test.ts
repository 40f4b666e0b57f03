import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CdrFilter,
  cdrGroupings,
  firstGroupedMonth,
  MAX_GROUPS,
} from '../../../src-shared/bridge/cabinet';
import { endOfMonth, minskTime, startOfMonth } from '../../../src-shared/domain/period';
import { isWorkingDay, workClasses, workClassOf } from '../../../src-shared/domain/work-calendar';
import { openSample, sampleCdrs, storeSample, storeSubscribers } from '../testing/sample';
import { cdrGroups, cdrGroupsInTurns } from './cdr-groups';
import { iterateCdrs } from './cdr-pages';
import { cdrSummary, cdrSummarySince } from './cdr-summary';

const sample = openSample();
const { cache } = sample;
beforeAll(() => {
  storeSubscribers(cache);
  storeSample(cache, sampleCdrs(4000));
});
afterAll(() => sample.close());

const may: CdrFilter = { subscriberId: null, month: '2021-05', direction: 'both' };
const byTime = { column: 'startedAt', descending: false } as const;

describe('groups', () => {
  it('add up to the totals of the filter, whatever they group by', () => {
    const filters = fc.record({
      subscriberId: fc.constantFrom(null, 1, 3),
      month: fc.constant('2021-05'),
      direction: fc.constantFrom('out' as const, 'in' as const, 'both' as const),
      minGross: fc.constantFrom(0, 1000),
    });
    fc.assert(
      fc.property(filters, fc.constantFrom(...cdrGroupings), fc.boolean(), (filter, by, summable) => {
        const { minGross, ...whole } = filter;
        const asked: CdrFilter = summable ? whole : { ...whole, minGross };
        const { items, rest } = cdrGroups(cache, asked, by);
        const all = [...items, ...(rest ? [rest] : [])];
        const sum = (key: 'rows' | 'durationS' | 'net' | 'gross') =>
          all.reduce((total, group) => total + group[key], 0);
        const first = by === 'month' ? firstGroupedMonth(asked) : asked.month;
        const { rows, durationS, net, gross } = cdrSummarySince(cache, asked, first);
        expect([sum('rows'), sum('durationS'), sum('net'), sum('gross')]).toEqual([
          rows,
          durationS,
          net,
          gross,
        ]);
      }),
    );
  });

  it('name days and hours in their order and the dearest numbers first', () => {
    const days = cdrGroups(cache, may, 'day').items.map(({ key }) => key);
    expect(days).toEqual(Array.from({ length: 31 }, (_, at) => `2021-05-${String(at + 1).padStart(2, '0')}`));
    const { items, rest } = cdrGroups(cache, may, 'party');
    const dearest = items.map(({ gross }) => gross);
    expect(dearest).toEqual([...dearest].sort((a, b) => b - a));
    const numbers = new Set([...iterateCdrs(cache, may, byTime)].map(({ party }) => party));
    expect([items.length, rest?.groups]).toEqual([MAX_GROUPS, numbers.size - MAX_GROUPS]);
  });
});

describe('more numbers than are gathered at once', () => {
  it.each([1000, 100])('are read in parts, with the same answer: %d at once', (most) => {
    const { items, rest } = cdrGroups(cache, may, 'party', most);
    expect({ items, rest }).toEqual(cdrGroups(cache, may, 'party'));
    expect(rest?.groups).toBeGreaterThan(1000);
  });

  it('whatever the numbers look like', () => {
    const parties = [
      '7',
      '17',
      '117',
      '217',
      'x17',
      '17x',
      'ТАКСИ',
      '*17',
      '+37517',
      '0',
      '00',
      '000',
      '8010',
    ];
    const odd = openSample();
    storeSample(
      odd.cache,
      sampleCdrs(200).map((cdr, at) => ({ ...cdr, party: parties[at % parties.length] as string })),
    );
    const whole = cdrGroups(odd.cache, may, 'party');
    expect(whole.items.map(({ key }) => key).toSorted()).toEqual(parties.toSorted());
    for (const most of [1, 2, 5]) expect(cdrGroups(odd.cache, may, 'party', most)).toEqual(whole);
    odd.close();
  });
});

describe('a year by month', () => {
  const months = ['2020-06', '2020-12', '2021-04', '2021-05', '2021-06'];
  const year = openSample();
  beforeAll(() => {
    for (const [at, month] of months.entries()) {
      const shift = startOfMonth(month) - startOfMonth('2021-05');
      const calls = sampleCdrs(300 + at, at, 1 + at * 1000);
      storeSample(
        year.cache,
        calls.map((cdr) => ({
          ...cdr,
          startedAt: Math.min(Math.max(cdr.startedAt + shift, startOfMonth(month)), endOfMonth(month) - 1),
        })),
      );
    }
  });
  afterAll(() => year.close());

  it.each([
    ['that the monthly sums know', {}],
    ['by reading the rows', { minGross: 100, workClasses: ['working' as const] }],
  ])('has the sums of every month up to the chosen one, %s', (_name, narrow) => {
    const asked: CdrFilter = { ...may, ...narrow };
    const { items, rest } = cdrGroups(year.cache, asked, 'month');
    expect(items.map(({ key }) => key)).toEqual(['2020-06', '2020-12', '2021-04', '2021-05']);
    expect(rest).toBeNull();
    for (const { key, rows, durationS, net, gross } of items) {
      const all = [...iterateCdrs(year.cache, { ...asked, month: key }, byTime)];
      const sum = (field: 'durationS' | 'net' | 'gross') => all.reduce((total, cdr) => total + cdr[field], 0);
      expect([rows, durationS, net, gross]).toEqual([all.length, sum('durationS'), sum('net'), sum('gross')]);
      expect(rows).toBeGreaterThan(0);
    }
  });

  it('where days are chosen has their month alone', () => {
    const { items } = cdrGroups(year.cache, { ...may, fromDay: '2021-05-20' }, 'month');
    expect(items.map(({ key }) => key)).toEqual(['2021-05']);
  });
});

describe('groups for a screen', () => {
  it('are the same, with other calls served meanwhile', async () => {
    for (const by of cdrGroupings) {
      const found = await cdrGroupsInTurns(cache, { ...may, minGross: 1000 }, by, () => true);
      expect(found).toEqual(cdrGroups(cache, { ...may, minGross: 1000 }, by));
    }
  });

  it('are not read on when nobody waits for them', async () => {
    const left = cdrGroupsInTurns(cache, may, 'day', () => false);
    await expect(left).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('a whole number', () => {
  it('is not every number that has its digits', () => {
    const [group] = cdrGroups(cache, may, 'party').items;
    if (!group) throw new Error('the sample has numbers');
    const part = { ...may, party: group.key.slice(-2) };
    expect(cdrSummary(cache, part).rows).toBeGreaterThan(0);
    expect(cdrSummary(cache, { ...part, wholeParty: true }).rows).toBe(0);
    expect(cdrSummary(cache, { ...may, party: group.key, wholeParty: true }).rows).toBe(group.rows);
  });
});

describe('filters of time', () => {
  it.each(workClasses)('keep to the calendar of Belarus: %s', (wanted) => {
    const expected = [...iterateCdrs(cache, may, byTime)].filter(
      ({ startedAt }) => workClassOf(startedAt, isWorkingDay) === wanted,
    );
    const found = [...iterateCdrs(cache, { ...may, workClasses: [wanted] }, byTime)];
    expect(found.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    expect(found.length).toBeGreaterThan(0);
  });

  it('go over midnight when «from» is after «to»', () => {
    const minute = (at: number) => minskTime(at).hour * 60 + minskTime(at).minute;
    const night = { ...may, fromMinute: 22 * 60, toMinute: 6 * 60 - 1 };
    const expected = [...iterateCdrs(cache, may, byTime)].filter(
      ({ startedAt }) => minute(startedAt) >= 22 * 60 || minute(startedAt) < 6 * 60,
    );
    expect([...iterateCdrs(cache, night, byTime)].map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    expect(cdrSummary(cache, night).rows).toBe(expected.length);
  });
});

import { afterEach, expect, it } from 'vitest';
import type { CdrFilter } from '../../src-shared/bridge/cabinet';
import { startOfDay } from '../../src-shared/domain/period';
import { type WorkClass, workClasses } from '../../src-shared/domain/work-calendar';
import { openCache } from '../store/open';
import { cdrGroups } from '../store/read/cdr-groups';
import { cdrPage } from '../store/read/cdr-pages';
import { cdrSummary } from '../store/read/cdr-summary';
import { readMonthCalls } from '../store/read/month-calls';
import { SAMPLE_KEY } from '../store/testing/sample';
import { ownHandlers } from './own-handlers';
import { call, openCabinet } from './testing/open-cabinet';

const MONTH = '2021-05';
const at = (day: string, hour: number) => startOfDay(`${MONTH}-${day}`) + hour * 3_600_000;
const filter: CdrFilter = { subscriberId: null, month: MONTH, direction: 'both' };
const byTime = { column: 'startedAt', descending: false } as const;

let cabinet: ReturnType<typeof openCabinet>;
afterEach(() => cabinet.close());

function openWithCalls() {
  cabinet = openCabinet(at('20', 12));
  // A Wednesday, the Monday that was off for a worked Saturday, that Saturday.
  cabinet.store('cdrs', [call(at('12', 10), 60), call(at('10', 10), 60), call(at('15', 20), 60)]);
  const told: string[][] = [];
  const handlers = ownHandlers(cabinet.context, ({ sets }) => told.push(sets));
  return { handlers, told };
}

/** How many calls every class of time has, by each way of asking. */
async function counted(): Promise<Record<WorkClass, number>[]> {
  const { cache } = cabinet;
  const narrowed = (workClass: WorkClass) => ({ ...filter, workClasses: [workClass] });
  const each = async (of: (workClass: WorkClass) => number | Promise<number>) => {
    const pairs = await Promise.all(workClasses.map(async (one) => [one, await of(one)]));
    return Object.fromEntries(pairs) as Record<WorkClass, number>;
  };
  const groups = cdrGroups(cache, filter, 'workClass').items;
  const sums = readMonthCalls(cache, MONTH);
  return Promise.all([
    each((one) => cdrSummary(cache, narrowed(one)).rows),
    each(
      async (one) =>
        (await cdrPage(cache, { filter: narrowed(one), sort: byTime, offset: 0, limit: 10 })).length,
    ),
    each((one) => groups.find(({ key }) => key === one)?.rows ?? 0),
    each((one) =>
      sums.filter(({ workClass }) => workClass === one).reduce((sum, { count }) => sum + count, 0),
    ),
  ]);
}
const everyWay = (working: number, offHours: number, holiday: number) =>
  Array.from({ length: 4 }, () => ({ working, 'off-hours': offHours, holiday }));

it('decides by the person’s days wherever time is parted, and says that it changed', async () => {
  const { handlers, told } = openWithCalls();
  expect(await counted()).toEqual(everyWay(1, 1, 1));
  await handlers['calendar.setDay']({ day: '2021-05-12', kind: 'off' });
  await handlers['calendar.setDay']({ day: '2021-05-15', kind: 'off' });
  expect(await counted()).toEqual(everyWay(0, 0, 3));
  await handlers['calendar.setDay']({ day: '2021-05-10', kind: 'working' });
  expect(await counted()).toEqual(everyWay(1, 0, 2));
  expect(told).toEqual([['work-days'], ['work-days'], ['work-days']]);
});

it('keeps changes only, over a restart, and takes back a day or a year', async () => {
  const { handlers } = openWithCalls();
  const set = (day: string, kind: 'working' | 'off') => handlers['calendar.setDay']({ day, kind });
  await set('2021-05-12', 'off');
  await set('2021-05-13', 'working');
  await set('2022-01-03', 'off');
  const kept = [
    { day: '2021-05-12', kind: 'off' },
    { day: '2022-01-03', kind: 'off' },
  ];
  expect(await handlers['calendar.changes']()).toEqual({ items: kept });

  const { path } = cabinet.cache;
  cabinet.cache.close();
  const cache = openCache(path, SAMPLE_KEY);
  const again = ownHandlers(
    { ...cabinet.context, cache: () => cache, writable: () => cache },
    () => undefined,
  );
  expect(await again['calendar.changes']()).toEqual({ items: kept });
  await again['calendar.setDay']({ day: '2021-05-12', kind: 'working' });
  expect(await again['calendar.changes']()).toEqual({ items: kept.slice(1) });
  await again['calendar.resetYear']({ year: 2022 });
  expect(await again['calendar.changes']()).toEqual({ items: [] });
  cache.close();
});

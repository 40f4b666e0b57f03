import type { CdrFilter, CdrRow, CdrSort, CdrSummary } from '../../../src-shared/bridge/cabinet';
import type { ReadableCache } from '../cache';
import { NUMBERS } from '../numbers/segments';
import { WORK_DAYS, workCalendarOf } from '../work-days';
import { resolveFilter, whereIds, whereOf } from './cdr-filter';
import { createFoundList, type FoundList, ListChanged } from './cdr-found';
import { createSortedPages } from './cdr-order';
import { cdrSummary } from './cdr-summary';
import { toSummary } from './cdr-sums';
import { createTimeline, type Timeline } from './cdr-timeline';
import { createLru } from './lru';

/** Queries whose order is remembered: a few tables with a few sorts each. */
const REMEMBERED = 12;
const EXPORT_PAGE = 2000;
/** Readings that may be spoilt by what is stored meanwhile, before one lets nothing in between. */
const PATIENCE = 2;
const BY_TIME: CdrSort = { column: 'startedAt', descending: true };

type Query = { filter: CdrFilter; sort: CdrSort };

/** Data sets that a query's rows and their order come from. */
const changesBehind = (cache: ReadableCache, { filter }: Query): string =>
  [filter.month, 'subscribers', WORK_DAYS, NUMBERS].map((set) => cache.changesOf(set)).join('/');

/** What is remembered of queries, for as long as the data behind them stays as it is. */
function createMemory<Value>() {
  const caches = new WeakMap<
    ReadableCache,
    ReturnType<typeof createLru<{ value: Value; changes: string }>>
  >();
  return (cache: ReadableCache, query: Query, make: (isCurrent: () => boolean) => Value): Value => {
    const lru = caches.get(cache) ?? createLru(REMEMBERED);
    caches.set(cache, lru);
    const key = JSON.stringify([query.filter, query.sort]);
    const changes = changesBehind(cache, query);
    const known = lru.get(key);
    if (known?.changes === changes) return known.value;
    const value = make(() => changesBehind(cache, query) === changes);
    lru.set(key, { value, changes });
    return value;
  };
}

const timelines = createMemory<Timeline>();
const foundLists = createMemory<FoundList | null>();
const sortedFinds = createMemory<Timeline>();

/**
 * Rows of the query from `offset` on. Time order is fast at any depth at once; other orders are sorted on first use.
 * @throws CabinetError mask-invalid
 */
export async function cdrPage(
  cache: ReadableCache,
  query: Query & { offset: number; limit: number },
): Promise<CdrRow[]> {
  const { filter, sort, offset, limit } = query;
  const found = await throughIndex(cache, { filter, sort }, async (list) => {
    if (sort.column === 'startedAt') return list.page(offset, limit);
    const ids = await list.ids();
    const sorted = sortedFinds(cache, query, () => createSortedPages(cache, whereIds(ids), sort));
    return sorted.page(offset, limit);
  });
  return found ?? timelineOf(cache, query).page(offset, limit);
}

/**
 * Totals of a query; long reading lets other calls in between.
 * @throws CabinetError mask-invalid
 */
export async function countCdrs(cache: ReadableCache, filter: CdrFilter): Promise<CdrSummary> {
  const counted = await throughIndex(cache, { filter, sort: BY_TIME }, (list) => list.count(() => false));
  return counted && 'sums' in counted ? toSummary(cache, counted.sums) : cdrSummary(cache, filter);
}

/** What is read of the query's rows through the index of numbers; null where that is of no help. */
async function throughIndex<Result>(
  cache: ReadableCache,
  query: Query,
  read: (list: FoundList) => Promise<Result>,
): Promise<Result | null> {
  for (let tries = 1; ; tries++) {
    const list = foundListOf(cache, query);
    if (!list) return null;
    // While a sync stores rows every few milliseconds, waiting for a quiet time would have no end.
    if (tries > PATIENCE) list.hurry();
    try {
      return await read(list);
    } catch (error) {
      if (!(error instanceof ListChanged)) throw error;
    }
  }
}

/** All rows of the query, a few thousand in memory at a time: documents are written from this. */
export function* iterateCdrs(cache: ReadableCache, filter: CdrFilter, sort: CdrSort): Generator<CdrRow> {
  const pages = timelineOf(cache, { filter, sort });
  for (let offset = 0; ; offset += EXPORT_PAGE) {
    const page = pages.page(offset, EXPORT_PAGE);
    yield* page;
    if (page.length < EXPORT_PAGE) return;
  }
}

function timelineOf(cache: ReadableCache, query: Query): Timeline {
  const { filter, sort } = query;
  return timelines(cache, query, () => {
    const scope = resolveFilter(filter, workCalendarOf(cache));
    const inTimeOrder =
      sort.column === 'startedAt' && (scope.subscriberId === null || scope.direction !== null);
    return inTimeOrder
      ? createTimeline(cache, scope, sort.descending)
      : createSortedPages(cache, whereOf(scope), sort);
  });
}

const foundListOf = (cache: ReadableCache, query: Query): FoundList | null =>
  foundLists(cache, query, (isCurrent) => {
    const scope = resolveFilter(query.filter, workCalendarOf(cache));
    const descending = query.sort.column !== 'startedAt' || query.sort.descending;
    return createFoundList(cache, scope, descending, isCurrent);
  });

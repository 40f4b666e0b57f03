import type { CdrFilter, CdrRow, CdrSort, CdrSummary } from '../../../src-shared/bridge/cabinet';
import type { ReadableCache } from '../cache';
import { NUMBERS } from '../numbers/segments';
import { WORK_DAYS, workCalendarOf } from '../work-days';
import { isCounted } from './cdr-counts';
import { type CdrScope, resolveFilter, whereIds, whereOf } from './cdr-filter';
import { createFoundList, type FoundList, ListChanged } from './cdr-found';
import type { CallList, CountProgress } from './cdr-list';
import { createSortedPages } from './cdr-order';
import { createScanList } from './cdr-scan';
import { sumsOfMonth } from './cdr-summary';
import { toSummary } from './cdr-sums';
import { createTally, type Tally } from './cdr-tally';
import { createTimeline, type Timeline } from './cdr-timeline';
import { createMemory, type Query } from './query-memory';

const EXPORT_PAGE = 2000;
/** Readings that may be spoilt by what is stored meanwhile, before one lets nothing in between. */
const PATIENCE = 2;
const BY_TIME: CdrSort = { column: 'startedAt', descending: true };

const whole = ({ filter, sort }: Query) => [filter, sort];
const rowsAndOrder = ({ filter }: Query) => [filter.month, 'subscribers', WORK_DAYS];
const timelines = createMemory<Timeline>(whole, rowsAndOrder);
const sortedFinds = createMemory<Timeline>(whole, rowsAndOrder);
const foundLists = createMemory<FoundList | null>(whole, (query) => [...rowsAndOrder(query), NUMBERS]);
/** Tallies see for themselves which of their slots have changed. */
const tallies = createMemory<Tally>(
  ({ filter }) => filter,
  () => [WORK_DAYS],
);

/**
 * Rows of the query from `offset` on. Time order is fast at any depth at once; other orders are sorted on first use.
 * @throws CabinetError mask-invalid
 */
export async function cdrPage(
  cache: ReadableCache,
  query: Query & { offset: number; limit: number },
): Promise<CdrRow[]> {
  const { sort, offset, limit } = query;
  const found = await throughIndex(cache, query, async (list) => {
    if (sort.column === 'startedAt') return list.page(offset, limit);
    const ids = await list.ids();
    const sorted = sortedFinds(cache, query, () => createSortedPages(cache, whereIds(ids), sort));
    return sorted.page(offset, limit);
  });
  if (found) return found;
  const scope = resolveFilter(query.filter, workCalendarOf(cache));
  // How many rows lie before an hour is known of the whole account; of a subscriber's days that are cut it is counted.
  const ofAccount = isCounted(scope) && scope.subscriberId === null;
  if (sort.column === 'startedAt' && !ofAccount) return scanOf(cache, query, scope).page(offset, limit);
  return timelineOf(cache, query).page(offset, limit);
}

/**
 * Totals of a query, or how far the counting has come. Asked again it goes on from there, from the beginning of the list.
 * @param enough asked between two steps of a few milliseconds each
 * @throws CabinetError mask-invalid
 */
export async function countCdrs(
  cache: ReadableCache,
  query: Query,
  enough: () => boolean,
): Promise<{ summary: CdrSummary } | { progress: CountProgress }> {
  const { filter, sort } = query;
  const scope = resolveFilter(filter, workCalendarOf(cache));
  if (scope.summable) return { summary: toSummary(cache, sumsOfMonth(cache, scope, filter.month)) };
  const counted =
    (await throughIndex(cache, query, (list) => list.count(enough))) ??
    (await scanOf(cache, query, scope).count(enough));
  if ('sums' in counted) return { summary: toSummary(cache, counted.sums) };
  // Of another order nothing can be shown before all rows are known.
  const { done, total, found } = counted.progress;
  return { progress: { done, total, found: sort.column === 'startedAt' ? found : 0 } };
}

/**
 * Totals of a query; long reading lets other calls in between.
 * @throws CabinetError mask-invalid
 */
export async function summarizeCdrs(cache: ReadableCache, filter: CdrFilter): Promise<CdrSummary> {
  for (;;) {
    const counted = await countCdrs(cache, { filter, sort: BY_TIME }, () => false);
    if ('summary' in counted) return counted.summary;
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

const foundListOf = (cache: ReadableCache, query: Query): FoundList | null =>
  foundLists(cache, query, (isCurrent) => {
    const scope = resolveFilter(query.filter, workCalendarOf(cache));
    const descending = query.sort.column !== 'startedAt' || query.sort.descending;
    return createFoundList(cache, scope, descending, isCurrent);
  });

function scanOf(cache: ReadableCache, query: Query, scope: CdrScope): CallList {
  const tally = tallies(cache, query, () => createTally(cache, scope, query.filter.month));
  return createScanList(cache, scope, tally, query.sort.descending);
}

function timelineOf(cache: ReadableCache, query: Query): Timeline {
  const { filter, sort } = query;
  return timelines(cache, query, () => {
    const scope = resolveFilter(filter, workCalendarOf(cache));
    const inTimeOrder = sort.column === 'startedAt' && !isTwoRanges(scope);
    return inTimeOrder
      ? createTimeline(cache, scope, sort.descending)
      : createSortedPages(cache, whereOf(scope), sort);
  });
}

/** Both directions of one subscriber lie apart in its index. */
const isTwoRanges = ({ subscriberId, direction }: CdrScope): boolean =>
  subscriberId !== null && direction === null;

import type { CdrFilter, CdrRow, CdrSort } from '../../../src-shared/bridge/cabinet';
import type { ReadableCache } from '../cache';
import { WORK_DAYS, workCalendarOf } from '../work-days';
import { resolveFilter } from './cdr-filter';
import { createSortedPages } from './cdr-order';
import { createTimeline, type Timeline } from './cdr-timeline';
import { createLru } from './lru';

/** Queries whose order is remembered: a few tables with a few sorts each. */
const REMEMBERED = 12;
const EXPORT_PAGE = 2000;

type Entry = { pages: Timeline; changes: string };
const remembered = new WeakMap<ReadableCache, ReturnType<typeof createLru<Entry>>>();

/**
 * Rows of the query from `offset` on. Time order is fast at any depth at once; other orders are sorted on first use.
 * @throws CabinetError mask-invalid
 */
export function cdrPage(
  cache: ReadableCache,
  query: { filter: CdrFilter; sort: CdrSort; offset: number; limit: number },
): CdrRow[] {
  return pagesOf(cache, query.filter, query.sort).page(query.offset, query.limit);
}

/** All rows of the query, a few thousand in memory at a time: documents are written from this. */
export function* iterateCdrs(cache: ReadableCache, filter: CdrFilter, sort: CdrSort): Generator<CdrRow> {
  const pages = pagesOf(cache, filter, sort);
  for (let offset = 0; ; offset += EXPORT_PAGE) {
    const page = pages.page(offset, EXPORT_PAGE);
    yield* page;
    if (page.length < EXPORT_PAGE) return;
  }
}

function pagesOf(cache: ReadableCache, filter: CdrFilter, sort: CdrSort): Timeline {
  let lru = remembered.get(cache);
  if (!lru) {
    lru = createLru<Entry>(REMEMBERED);
    remembered.set(cache, lru);
  }
  const key = JSON.stringify([filter, sort]);
  const changes = [filter.month, 'subscribers', WORK_DAYS].map((set) => cache.changesOf(set)).join('/');
  const known = lru.get(key);
  if (known && known.changes === changes) return known.pages;
  const scope = resolveFilter(filter, workCalendarOf(cache));
  const inTimeOrder =
    sort.column === 'startedAt' && (scope.subscriberId === null || scope.direction !== null);
  const pages = inTimeOrder
    ? createTimeline(cache, scope, sort.descending)
    : createSortedPages(cache, scope, sort);
  lru.set(key, { pages, changes });
  return pages;
}

import type { CdrSort } from '../../../src-shared/bridge/cabinet';
import type { ReadableCache } from '../cache';
import type { Where } from './cdr-filter';
import { rowsByIds } from './cdr-list';
import type { Timeline } from './cdr-timeline';

const SORT_EXPRESSIONS: Record<CdrSort['column'], string> = {
  startedAt: 'c.started_at',
  party: 'c.party',
  service: 'c.service',
  zone: 'c.zone',
  status: 'c.status',
  durationS: 'c.duration_s',
  billedUnits: 'c.billed_units',
  packageS: 'c.package_s',
  net: 'c.net',
  gross: 'c.gross',
  subscriber: 's.number',
};

/**
 * Serves pages of one query in an order that no index has: the ids are sorted once, 8 bytes each,
 * and every page is then a look-up by id.
 */
export function createSortedPages(cache: ReadableCache, where: Where, sort: CdrSort): Timeline {
  const ids = sortedIds(cache, where, sort);
  return { page: (offset, limit) => rowsByIds(cache, ids.subarray(offset, offset + limit)) };
}

/** Exact up to 2⁵³, which 32 bits are not. */
function sortedIds(cache: ReadableCache, where: Where, sort: CdrSort): Float64Array {
  const order = sort.descending ? ' DESC' : '';
  const join = sort.column === 'subscriber' ? 'LEFT JOIN subscribers s ON s.id = c.subscriber_id' : '';
  const sql = `SELECT c.id FROM (SELECT * FROM cdrs WHERE ${where.sql}) c ${join}
    ORDER BY ${SORT_EXPRESSIONS[sort.column]}${order}, c.started_at${order}, c.direction${order}, c.id${order}`;
  return Float64Array.from(
    cache
      .statement(sql)
      .pluck()
      .all(...where.values) as number[],
  );
}

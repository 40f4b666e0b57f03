import type { CdrRow } from '../../../src-shared/bridge/cabinet';
import type { ReadableCache } from '../cache';
import type { CdrScope } from './cdr-filter';
import { CDR_ROW_COLUMNS, type RawCdrRow, toCdrRow } from './cdr-rows';

/** Place of a row in the order of time: (started_at, direction, id). */
type Place = [startedAt: number, direction: number, id: number];

/** Rows between two remembered places: the most that a page ever has to skip. */
const STEP = 500;

/** Serves pages of one query in the order of time at any depth. */
export type Timeline = { page(offset: number, limit: number): CdrRow[] };

/**
 * OFFSET walks over everything it skips, so deep pages get slower the deeper they are. Here every STEP-th place
 * is remembered on the first walk and later pages start from the nearest one by a row-value comparison,
 * which the index answers directly.
 *
 * Not for one subscriber in both directions: that is two ranges of its index (see `cdr-pages.ts`).
 */
export function createTimeline(cache: ReadableCache, scope: CdrScope, descending: boolean): Timeline {
  const { step, page } = timelineSql(scope, descending);
  const start: Place = descending ? [scope.to, -1, -1] : [scope.from, -1, -1];
  const places: Place[] = [];
  let ended = false;

  const valuesFrom = (place: Place): (string | number)[] => [
    ...(scope.subscriberId === null ? [] : [scope.subscriberId]),
    ...(scope.direction === null ? [] : [scope.direction]),
    ...place,
    descending ? scope.from : scope.to,
    ...scope.restValues,
  ];

  /** Remembers places until the block is reached; false when the rows end before it. */
  function walkTo(block: number): boolean {
    const next = cache.statement(step).raw();
    while (places.length < block && !ended) {
      const found = next.get(...valuesFrom(places.at(-1) ?? start), STEP - 1) as Place | undefined;
      if (found) places.push(found);
      else ended = true;
    }
    return places.length >= block;
  }

  return {
    page(offset, limit) {
      const block = Math.floor(offset / STEP);
      if (!walkTo(block)) return [];
      const from = places[block - 1] ?? start;
      const raw = cache
        .statement(page)
        .raw()
        .all(...valuesFrom(from), limit, offset - block * STEP) as RawCdrRow[];
      return raw.map(toCdrRow);
    },
  };
}

/** The two statements of a timeline; exported for the tests of their query plans. */
export function timelineSql(scope: CdrScope, descending: boolean): { step: string; page: string } {
  const order = descending ? ' DESC' : '';
  const where = [
    ...(scope.subscriberId === null ? [] : ['subscriber_id = ?']),
    ...(scope.direction === null ? [] : ['direction = ?']),
    // The near end of the period is the first place itself: a second lower bound would hide this one from the index.
    `(started_at, direction, id) ${descending ? '<' : '>'} (?, ?, ?)`,
    descending ? 'started_at >= ?' : 'started_at < ?',
    ...scope.rest,
  ].join(' AND ');
  const ordered = (columns: string) =>
    `SELECT ${columns} FROM cdrs WHERE ${where}
     ORDER BY started_at${order}, direction${order}, id${order} LIMIT ? OFFSET ?`;
  return {
    step: ordered('started_at, direction, id').replace('LIMIT ?', 'LIMIT 1'),
    // Joined outside, so that skipped rows are skipped in the index alone.
    page: `SELECT ${CDR_ROW_COLUMNS} FROM (${ordered('*')}) c LEFT JOIN subscribers s ON s.id = c.subscriber_id
     ORDER BY c.started_at${order}, c.direction${order}, c.id${order}`,
  };
}

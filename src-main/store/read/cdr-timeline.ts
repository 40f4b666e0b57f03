import type { CdrRow } from '../../../src-shared/bridge/cabinet';
import type { ReadableCache } from '../cache';
import { isCounted, readCounts } from './cdr-counts';
import type { CdrScope } from './cdr-filter';
import { CDR_ROW_COLUMNS, type RawCdrRow, toCdrRow } from './cdr-rows';

/** Place of a row in the order of time: (started_at, direction, id). */
type Place = [startedAt: number, direction: number, id: number];

/** Where to begin reading, and how many rows to pass over from there. */
type Start = { place: Place; skip: number };

/** Rows between two remembered places: the most that a page ever has to skip. */
const STEP = 500;

/** Serves pages of one query in the order of time at any depth. */
export type Timeline = { page(offset: number, limit: number): CdrRow[] };

/**
 * OFFSET walks over everything it skips, so deep pages get slower the deeper they are. Here a page begins at a place
 * near it, by a row-value comparison, which the index answers directly.
 *
 * Not for one subscriber in both directions: that is two ranges of its index (see `cdr-pages.ts`).
 */
export function createTimeline(cache: ReadableCache, scope: CdrScope, descending: boolean): Timeline {
  const counted = scope.subscriberId === null && isCounted(scope);
  const startOf = counted
    ? startsByHours(cache, scope, descending)
    : startsByWalking(cache, scope, descending);
  const { page } = timelineSql(scope, descending);
  /** Behind the last row that was read: whoever reads on, as a document does, has nothing to pass over. */
  let following: { offset: number; place: Place } | null = null;
  return {
    page(offset, limit) {
      const start = following?.offset === offset ? { place: following.place, skip: 0 } : startOf(offset);
      if (!start) return [];
      const raw = cache
        .statement(page)
        .raw()
        .all(...valuesFrom(scope, descending, start.place), limit, start.skip) as RawCdrRow[];
      const last = raw.at(-1);
      if (last) following = { offset: offset + raw.length, place: [last[3], last[4], last[0]] };
      return raw.map(toCdrRow);
    },
  };
}

/** A page of the whole account begins at its hour: how many rows lie before every hour is known from the first. */
function startsByHours(cache: ReadableCache, scope: CdrScope, descending: boolean) {
  const hours = readCounts(cache, scope, descending);
  return (offset: number): Start | null => {
    const hour = hours.findLast(({ before }) => before <= offset);
    return hour ? { place: [descending ? hour.to : hour.from, -1, -1], skip: offset - hour.before } : null;
  };
}

/** Every STEP-th place is remembered on the first walk; null when the rows end before the offset. */
function startsByWalking(cache: ReadableCache, scope: CdrScope, descending: boolean) {
  const { step } = timelineSql(scope, descending);
  const first: Place = [descending ? scope.to : scope.from, -1, -1];
  const places: Place[] = [];
  let ended = false;
  return (offset: number): Start | null => {
    const block = Math.floor(offset / STEP);
    const next = cache.statement(step).raw();
    while (places.length < block && !ended) {
      const values = valuesFrom(scope, descending, places.at(-1) ?? first);
      const found = next.get(...values, STEP - 1) as Place | undefined;
      if (found) places.push(found);
      else ended = true;
    }
    if (places.length < block) return null;
    return { place: places[block - 1] ?? first, skip: offset - block * STEP };
  };
}

const valuesFrom = (scope: CdrScope, descending: boolean, place: Place): (string | number)[] => [
  ...(scope.subscriberId === null ? [] : [scope.subscriberId]),
  ...(scope.direction === null ? [] : [scope.direction]),
  ...place,
  descending ? scope.from : scope.to,
  ...scope.restValues,
];

/**
 * Rows of the places that a query gives, in their order. Only places are ordered and passed over, which the index does
 * alone; the rows are fetched by their ids.
 */
export const rowsOfPlaces = (places: string, order: '' | ' DESC'): string =>
  `SELECT ${CDR_ROW_COLUMNS} FROM (${places}) p CROSS JOIN cdrs c ON c.id = p.id
   LEFT JOIN subscribers s ON s.id = c.subscriber_id
   ORDER BY p.started_at${order}, p.direction${order}, p.id${order}`;

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
    page: rowsOfPlaces(ordered('id, started_at, direction'), order),
  };
}

import type { ReadableCache } from '../cache';
import { serviceCodes } from '../codes';
import { candidatesOf, unindexedConditions } from '../numbers/find';
import { gramRanges } from '../numbers/grams';
import { type Segment, segmentsOf } from '../numbers/segments';
import { type CdrScope, whereOf } from './cdr-filter';
import { type CallList, createPauses, rowsByIds } from './cdr-list';
import { type CallSums, noSums } from './cdr-sums';

type Match = [
  id: number,
  startedAt: number,
  direction: number,
  service: number,
  durationS: number,
  billedUnits: number,
  packageS: number,
  net: number,
  gross: number,
  late: number,
];

// By id only: an index over the time would be walked through for all of the month.
const MATCH = `SELECT id, started_at, direction, service, duration_s, billed_units, package_s, net, gross, late
  FROM cdrs NOT INDEXED WHERE`;
const SMS = serviceCodes.code('sms');

/** A list of which all ids can be had at once. */
export type FoundList = CallList & {
  ids(): Promise<number[]>;
  /** From now on nothing is let in between. */
  hurry(): void;
};

/** What was found so far is no longer what there is. */
export class ListChanged extends Error {}

/**
 * The list of a search for digits, through the index of numbers: a segment after the other in the order of time, so that
 * the beginning of the list is there long before its end. Whether a record fits is always decided by the record itself.
 * @param isCurrent false once records or the index have changed: reading on then throws ListChanged
 * @returns null when the index is of no help: too few digits, or digits that very many numbers have, or it is not made yet
 */
export function createFoundList(
  cache: ReadableCache,
  scope: CdrScope,
  descending: boolean,
  isCurrent: () => boolean,
): FoundList | null {
  const ranges = gramRanges(scope.digits);
  const conditions = ranges.length > 0 ? unindexedConditions(cache) : null;
  if (!conditions) return null;
  const unindexed = conditions;
  const where = whereOf(scope);
  const segments = segmentsOf(cache, scope.from, scope.to).sort((a, b) =>
    descending ? b.lastAt - a.lastAt : a.firstAt - b.firstAt,
  );
  const nearest = segments[0];
  if (nearest && candidatesOf(cache, nearest, ranges) === null) return null;

  const total = segments.reduce((sum, { records }) => sum + records, 0);
  const sums = noSums();
  const seen = new Set<number>();
  const ids: number[] = [];
  /** Found, but a segment that was not looked at may have records before them. */
  let waiting: Match[] = [];
  let next = -1;
  let done = 0;
  let pause: (() => Promise<void>) | null = createPauses(cache);

  const matches = (sql: string, values: readonly number[]) =>
    cache
      .statement(`${MATCH} ${sql} AND ${where.sql}`)
      .raw()
      .all(...values, ...where.values) as Match[];
  const take = (found: readonly Match[]) => {
    for (const match of found) {
      if (seen.has(match[0])) continue;
      seen.add(match[0]);
      addMatch(sums, match);
      waiting.push(match);
    }
  };

  function takeSegment(segment: Segment): void {
    const candidates = candidatesOf(cache, segment, ranges);
    if (candidates) for (const id of candidates) take(matches('id = ?', [id]));
    else take(matches('id > ? AND id <= ?', [segment.after, segment.upTo]));
    done += segment.records;
  }

  function release(): void {
    const after = segments[next];
    const limit = after ? (descending ? after.lastAt : after.firstAt) : null;
    const isSettled = ([, startedAt]: Match) =>
      limit === null || (descending ? startedAt > limit : startedAt < limit);
    const settled = waiting.filter(isSettled);
    if (settled.length === 0) return;
    waiting = waiting.filter((match) => !isSettled(match));
    const sign = descending ? -1 : 1;
    settled.sort((a, b) => sign * (a[1] - b[1] || a[2] - b[2] || a[0] - b[0]));
    for (const [id] of settled) ids.push(id);
  }

  async function advance(enough: () => boolean): Promise<void> {
    while (next < segments.length && !enough()) {
      const segment = segments[next];
      if (segment) takeSegment(segment);
      else for (const { sql, values } of unindexed) take(matches(sql, values));
      next++;
      release();
      if (!pause) continue;
      await pause();
      if (!isCurrent()) throw new ListChanged();
    }
  }

  return {
    async page(offset, limit) {
      await advance(() => ids.length >= offset + limit);
      return rowsByIds(cache, ids.slice(offset, offset + limit));
    },
    hurry() {
      pause = null;
    },
    async ids() {
      await advance(() => false);
      return ids;
    },
    async count(enough) {
      await advance(enough);
      if (next >= segments.length) return { sums: { ...sums } };
      return { progress: { done, total, found: ids.length } };
    },
  };
}

function addMatch(sums: CallSums, match: Match): void {
  const [, , , service, durationS, billedUnits, packageS, net, gross, late] = match;
  const isMessage = service === SMS;
  sums.rows += 1;
  sums.messages += isMessage ? 1 : 0;
  sums.durationS += durationS;
  sums.billedS += isMessage ? 0 : billedUnits;
  sums.parts += isMessage ? billedUnits : 0;
  sums.packageS += packageS;
  sums.net += net;
  sums.gross += gross;
  sums.lateRows += late;
}

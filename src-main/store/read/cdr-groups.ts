import {
  type CdrFilter,
  type CdrGroup,
  type CdrGrouping,
  firstGroupedMonth,
  MAX_GROUPS,
} from '../../../src-shared/bridge/cabinet';
import { CabinetError } from '../../../src-shared/bridge/errors';
import { DAY_MS, dayOf, MINSK_OFFSET_MS, monthsBetween } from '../../../src-shared/domain/period';
import { type ReadableCache, rows } from '../cache';
import { serviceCodes, zoneCodes } from '../codes';
import { workCalendarOf } from '../work-days';
import { DAY, MINUTE, type WorkCalendar, workClassExpression } from './cdr-calendar';
import { monthsWhereOf, resolveFilter, type Where, whereBoth, whereOf } from './cdr-filter';
import { createPauses } from './cdr-list';
import { layOutSlots, SLOT_SIZES } from './cdr-slots';
import { ALL_PARTIES, type PartyPart, splitParties } from './party-parts';

type Sums = Pick<CdrGroup, 'rows' | 'durationS' | 'net' | 'gross'>;
type Key = string | number;
type Found = Sums & { key: Key };
export type CdrGroups = { items: CdrGroup[]; rest: (Sums & { groups: number }) | null };

/** All records of a month are one group, which SQLite is not left to find out by sorting them. */
const ONE_GROUP = `''`;
/** Groupings that the monthly sums have columns for. */
const SUMMED: Partial<Record<CdrGrouping, string>> = {
  zone: 'zone',
  service: 'service',
  subscriber: 'subscriber_id',
  month: ONE_GROUP,
};
/** So many groups are gathered at once, half a gigabyte at the most. More different numbers are read in parts. */
const MOST_AT_ONCE = 1_000_000;
/** Groups in the order of time; everything else the dearest first. */
const IN_ORDER: readonly CdrGrouping[] = ['day', 'hour', 'workClass', 'month'];
const SUMS = 'sum(duration_s) AS durationS, sum(net) AS net, sum(gross) AS gross';

/**
 * Sums of a query by group: from the monthly sums where they can answer, else by reading the rows. By months it is
 * those of a year, of which the filter's month is the last.
 * @throws CabinetError mask-invalid
 */
export function cdrGroups(
  cache: ReadableCache,
  filter: CdrFilter,
  by: CdrGrouping,
  mostAtOnce = MOST_AT_ONCE,
): CdrGroups {
  const steps = readGroups(cache, filter, by, mostAtOnce);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * The same with other calls served meanwhile: reading a month of millions takes seconds.
 * @param mayGoOn false: nobody waits for the answer any more
 * @throws CabinetError mask-invalid; cancelled when it may not go on or the cache was closed
 */
export async function cdrGroupsInTurns(
  cache: ReadableCache,
  filter: CdrFilter,
  by: CdrGrouping,
  mayGoOn: () => boolean,
): Promise<CdrGroups> {
  const steps = readGroups(cache, filter, by, MOST_AT_ONCE);
  const pause = createPauses(cache);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await pause();
    if (!mayGoOn()) throw new CabinetError('cancelled');
  }
}

/** Stops after every few milliseconds of reading. */
function* readGroups(
  cache: ReadableCache,
  filter: CdrFilter,
  by: CdrGrouping,
  mostAtOnce: number,
): Generator<void, CdrGroups> {
  const isWorking = workCalendarOf(cache);
  const found: Gathered = { first: [], others: 0, sumsOfOthers: noSums() };
  const parts = [ALL_PARTIES];
  for (let part = parts.pop(); part; part = parts.pop()) {
    const most = by === 'party' && part.splits ? mostAtOnce : Number.POSITIVE_INFINITY;
    const groups = yield* readPart(cache, filter, by, isWorking, part, most);
    if (groups) gather(found, groups, by);
    else parts.push(...splitParties(part));
  }
  return nameGroups(cache, found, by);
}

/** @returns null: there are more groups than `most` */
function* readPart(
  cache: ReadableCache,
  filter: CdrFilter,
  by: CdrGrouping,
  isWorking: WorkCalendar,
  part: PartyPart,
  most: number,
): Generator<void, Map<Key, Sums> | null> {
  const groups = new Map<Key, Sums>();
  const first = by === 'month' ? firstGroupedMonth(filter) : filter.month;
  for (const month of monthsBetween(first, filter.month)) {
    for (const found of readMonth(cache, { ...filter, month }, by, isWorking, part)) {
      for (const group of found) addGroup(groups, by === 'month' ? month : group.key, group);
      if (groups.size > most) return null;
      yield;
    }
  }
  return groups;
}

/** Sums of a month, or of one part of it after the other. */
function* readMonth(
  cache: ReadableCache,
  filter: CdrFilter,
  by: CdrGrouping,
  isWorking: WorkCalendar,
  part: PartyPart,
): Generator<Found[]> {
  const { month } = filter;
  const scope = resolveFilter(filter, isWorking);
  const summed = scope.summable ? SUMMED[by] : undefined;
  const select = (key: string, count: string, table: string, where: Where) =>
    rows<Found>(
      cache,
      `SELECT ${key} AS key, ${count} AS rows, ${SUMS} FROM ${table} WHERE ${where.sql}
       ${key === ONE_GROUP ? 'HAVING count(*) > 0' : 'GROUP BY 1'}`,
      ...where.values,
    );
  if (summed) {
    yield select(summed, 'sum(rows)', 'cdr_months', monthsWhereOf(scope, month));
    return;
  }
  const expression = expressionOf(by, filter, isWorking);
  for (const { from, to } of layOutSlots(cache, scope, SLOT_SIZES)) {
    yield select(expression, 'count(*)', 'cdrs', whereBoth(whereOf({ ...scope, from, to }), part.where));
  }
}

function addGroup(groups: Map<Key, Sums>, key: Key, more: Sums): void {
  const sums = groups.get(key);
  if (sums) add(sums, more);
  else groups.set(key, add(noSums(), more));
}

const noSums = (): Sums => ({ rows: 0, durationS: 0, net: 0, gross: 0 });

function add(total: Sums, more: Sums): Sums {
  total.rows += more.rows;
  total.durationS += more.durationS;
  total.net += more.net;
  total.gross += more.gross;
  return total;
}

/** The first groups in their order, and all others as one more: a month can have more numbers than should leave the core. */
type Gathered = { first: [Key, Sums][]; others: number; sumsOfOthers: Sums };

function gather(found: Gathered, groups: Map<Key, Sums>, by: CdrGrouping): void {
  const byKey = (a: Key, b: Key) => (a < b ? -1 : 1);
  const sorted = [...found.first, ...groups].sort(([a, one], [b, other]) =>
    IN_ORDER.includes(by)
      ? byKey(a, b)
      : other.gross - one.gross || other.durationS - one.durationS || other.rows - one.rows || byKey(a, b),
  );
  found.first = sorted.slice(0, MAX_GROUPS);
  found.others += sorted.length - found.first.length;
  for (let at = MAX_GROUPS; at < sorted.length; at++) add(found.sumsOfOthers, (sorted[at] as [Key, Sums])[1]);
}

function nameGroups(cache: ReadableCache, found: Gathered, by: CdrGrouping): CdrGroups {
  const names = by === 'subscriber' ? subscriberNames(cache) : null;
  return {
    items: found.first.map(([key, sums]) => ({
      ...sums,
      key: keyWord(by, key),
      name: names?.get(Number(key)) ?? '',
    })),
    rest: found.others > 0 ? { groups: found.others, ...found.sumsOfOthers } : null,
  };
}

function expressionOf(by: CdrGrouping, filter: CdrFilter, isWorking: WorkCalendar): string {
  switch (by) {
    case 'month':
      return ONE_GROUP;
    case 'day':
      return DAY;
    case 'hour':
      return `${MINUTE} / 60`;
    case 'workClass':
      return workClassExpression(filter.month, isWorking);
    case 'party':
      return 'party';
    case 'zone':
    case 'service':
      return by;
    case 'subscriber':
      return 'subscriber_id';
  }
}

function keyWord(by: CdrGrouping, key: Key): string {
  if (by === 'zone') return zoneCodes.word(Number(key));
  if (by === 'service') return serviceCodes.word(Number(key));
  if (by === 'day') return dayOf(Number(key) * DAY_MS - MINSK_OFFSET_MS);
  return String(key);
}

function subscriberNames(cache: ReadableCache): Map<number, string> {
  const found = rows<{ id: number; number: string; name: string }>(
    cache,
    'SELECT id, number, name FROM subscribers',
  );
  return new Map(found.map(({ id, number, name }) => [id, `${number} ${name}`]));
}

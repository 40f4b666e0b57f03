import {
  type CdrFilter,
  type CdrGroup,
  type CdrGrouping,
  MAX_GROUPS,
} from '../../../src-shared/bridge/cabinet';
import { DAY_MS, dayOf, MINSK_OFFSET_MS } from '../../../src-shared/domain/period';
import { type ReadableCache, rows } from '../cache';
import { serviceCodes, zoneCodes } from '../codes';
import { workCalendarOf } from '../work-days';
import { DAY, MINUTE, type WorkCalendar, workClassExpression } from './cdr-calendar';
import { monthsWhereOf, resolveFilter, whereOf } from './cdr-filter';

type Sums = Pick<CdrGroup, 'rows' | 'durationS' | 'net' | 'gross'>;
type GroupRow = Sums & { key: string | number; groups: number };
export type CdrGroups = { items: CdrGroup[]; rest: (Sums & { groups: number }) | null };

/** Groupings that the monthly sums have columns for. */
const SUMMED: Partial<Record<CdrGrouping, string>> = {
  zone: 'zone',
  service: 'service',
  subscriber: 'subscriber_id',
};
/** Groups in the order of time; everything else the dearest first. */
const IN_ORDER: readonly CdrGrouping[] = ['day', 'hour', 'workClass'];
const SUMS = 'sum(duration_s) AS durationS, sum(net) AS net, sum(gross) AS gross';

/**
 * Sums of a query by group: from the monthly sums where they can answer, else by reading the rows.
 * @throws CabinetError mask-invalid
 */
export function cdrGroups(cache: ReadableCache, filter: CdrFilter, by: CdrGrouping): CdrGroups {
  const isWorking = workCalendarOf(cache);
  const scope = resolveFilter(filter, isWorking);
  const summed = scope.summable ? SUMMED[by] : undefined;
  const where = summed ? monthsWhereOf(scope, filter.month) : whereOf(scope);
  const groups = summed
    ? `SELECT ${summed} AS key, sum(rows) AS rows, ${SUMS} FROM cdr_months WHERE ${where.sql} GROUP BY 1`
    : `SELECT ${expressionOf(by, filter, isWorking)} AS key, count(*) AS rows, ${SUMS} FROM cdrs WHERE ${where.sql} GROUP BY 1`;
  const found = rows<GroupRow>(cache, firstOf(groups, IN_ORDER.includes(by)), ...where.values);
  const names = by === 'subscriber' ? subscriberNames(cache) : null;
  const rest = found[MAX_GROUPS];
  return {
    items: found.slice(0, MAX_GROUPS).map((group) => ({
      ...sumsOf(group),
      key: keyWord(by, group.key),
      name: names?.get(Number(group.key)) ?? '',
    })),
    rest: rest ? { groups: rest.groups, ...sumsOf(rest) } : null,
  };
}

const sumsOf = ({ rows: count, durationS, net, gross }: Sums): Sums => ({
  rows: count,
  durationS,
  net,
  gross,
});

/**
 * The first groups, and all others as one more row: a month can have more numbers than should leave the database.
 * @param groups SQL of all groups @param inOrder in the order of the keys; else the dearest first
 */
function firstOf(groups: string, inOrder: boolean): string {
  const order = inOrder ? 'key' : 'gross DESC, durationS DESC, "rows" DESC, key';
  return `SELECT max(key) AS key, count(*) AS groups, sum("rows") AS rows, sum(durationS) AS durationS,
     sum(net) AS net, sum(gross) AS gross
   FROM (SELECT *, row_number() OVER (ORDER BY ${order}) AS place FROM (${groups}))
   GROUP BY min(place, ${MAX_GROUPS + 1}) ORDER BY min(place, ${MAX_GROUPS + 1})`;
}

function expressionOf(by: CdrGrouping, filter: CdrFilter, isWorking: WorkCalendar): string {
  switch (by) {
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

function keyWord(by: CdrGrouping, key: string | number): string {
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

import {
  type CdrFilter,
  type CdrGroup,
  type CdrGrouping,
  firstGroupedMonth,
  type GroupMeasure,
} from '../../../src-shared/bridge/cabinet';
import type { ProcedureOutput } from '../../../src-shared/bridge/contract';
import type { CdrService, CdrZone } from '../../../src-shared/domain/cdr';
import { daysInMonth, formatDay, monthsBetween } from '../../../src-shared/domain/period';
import { formatPhone } from '../../../src-shared/domain/phone';
import { hourWords } from '../../../src-shared/domain/words';
import type { WorkClass } from '../../../src-shared/domain/work-calendar';
import type { Translate } from '../../i18n/translate';
import { changeFilter, withMonth } from './filters';

export type Groups = ProcedureOutput<'cdrs.groups'>;
export type GroupSums = Pick<CdrGroup, 'rows' | 'durationS' | 'net' | 'gross'>;

export function measured(sums: GroupSums, measure: GroupMeasure): number {
  return measure === 'duration' ? sums.durationS : sums[measure];
}

export function sumGroups({ items, rest }: Pick<Groups, 'items' | 'rest'>): GroupSums {
  const all: readonly GroupSums[] = rest ? [...items, rest] : items;
  const sum = (key: keyof GroupSums) => all.reduce((total, group) => total + group[key], 0);
  return { rows: sum('rows'), durationS: sum('durationS'), net: sum('net'), gross: sum('gross') };
}

const two = (value: number): string => String(value).padStart(2, '0');

/** A group's key in words. */
export function groupWords(
  by: CdrGrouping,
  { key, name }: Pick<CdrGroup, 'key' | 'name'>,
  t: Translate,
): string {
  switch (by) {
    case 'party':
      return formatPhone(key);
    case 'zone':
      return t(`cdrs.zone.${key as CdrZone}`);
    case 'service':
      return t(`cdrs.service.${key as CdrService}`);
    case 'day':
      return formatDay(key);
    case 'hour':
      return hourWords(Number(key));
    case 'workClass':
      return t(`cdrs.workClass.${key as WorkClass}`);
    case 'subscriber':
      return formatPhone(subscriberParts(name).number);
    case 'month':
      return t('cdrs.groups.monthWords', { month: key.slice(5), year: key.slice(0, 4) });
  }
}

/** The core tells a subscriber's group as «number name». */
export function subscriberParts(name: string): { number: string; name: string } {
  const [number = '', ...words] = name.split(' ');
  return { number, name: words.join(' ') };
}

/** A row of the table; a key of null is the sum of what is not told apart. */
export type GroupRow = GroupSums & { key: string | null; text: string; name: string; order: string };

export function groupRows(by: CdrGrouping, { items, rest }: Groups, t: Translate): GroupRow[] {
  const rows = items.map((group): GroupRow => {
    const { number, name } = subscriberParts(group.name);
    // Numbers are shown grouped and copied plain, so their column takes them as they are.
    const text = by === 'party' ? group.key : by === 'subscriber' ? number : groupWords(by, group, t);
    return { ...group, text, name, order: standsInTime(by) ? group.key : text };
  });
  if (!rest) return rows;
  const text = t('cdrs.groups.rest', { count: rest.groups });
  return [...rows, { ...rest, key: null, text, name: '', order: text }];
}

/** The list of exactly the records that a group sums up. */
export function narrowToGroup(filter: CdrFilter, by: CdrGrouping, key: string): CdrFilter {
  switch (by) {
    case 'party':
      return changeFilter(filter, { party: key, wholeParty: true });
    case 'zone':
      return changeFilter(filter, { zones: [key as CdrZone] });
    case 'service':
      return changeFilter(filter, { services: [key as CdrService] });
    case 'day':
      return changeFilter(filter, { fromDay: key, toDay: key });
    case 'hour':
      return narrowToHour(filter, Number(key));
    case 'workClass':
      return changeFilter(filter, { workClasses: [key as WorkClass] });
    case 'subscriber':
      return { ...filter, subscriberId: Number(key) };
    case 'month':
      return key === filter.month ? filter : withMonth(filter, key);
  }
}

/** The part of an hour that the chosen times of day leave; both minutes are included. */
function narrowToHour(filter: CdrFilter, hour: number): CdrFilter {
  const { fromMinute: from = 0, toMinute: to = 1439 } = filter;
  const first = hour * 60;
  const last = first + 59;
  const within = (minute: number) => minute >= first && minute <= last;
  // Over midnight an hour that holds both ends has two parts: the filter stays as it is.
  if (from > to && within(from) && within(to)) return filter;
  return changeFilter(filter, {
    fromMinute: within(from) ? from : first,
    toMinute: within(to) ? to : last,
  });
}

/** Bars that fit on the screen beside their words. */
export const MAX_BARS = 15;

/** A bar; its key is null where nothing was recorded, so there is nothing to open. */
type Bar = { key: string | null; label: string; value: number };

/** Groupings whose bars stand beside each other in the order of time. */
export const standsInTime = (by: CdrGrouping): by is 'day' | 'hour' | 'month' =>
  by === 'day' || by === 'hour' || by === 'month';

/** Days, hours and months all in their order, empty ones too; of the rest the first ones. */
export function barsOf(
  by: CdrGrouping,
  items: readonly CdrGroup[],
  measure: GroupMeasure,
  filter: CdrFilter,
  t: Translate,
): Bar[] {
  const axis = axisOf(by, filter);
  if (axis) {
    const known = new Map(items.map((group) => [group.key, group]));
    return axis.map((key) => {
      const group = known.get(key);
      const label = groupWords(by, { key, name: '' }, t);
      return { key: group ? key : null, label, value: group ? measured(group, measure) : 0 };
    });
  }
  const sorted = [...items].sort((a, b) => measured(b, measure) - measured(a, measure));
  return sorted.slice(0, MAX_BARS).map((group) => ({
    key: group.key,
    label: groupWords(by, group, t),
    value: measured(group, measure),
  }));
}

function axisOf(by: CdrGrouping, filter: CdrFilter): string[] | null {
  const { month } = filter;
  if (by === 'month') return monthsBetween(firstGroupedMonth(filter), month);
  if (by === 'hour') return Array.from({ length: 24 }, (_, hour) => String(hour));
  if (by !== 'day') return null;
  return Array.from({ length: daysInMonth(month) }, (_, at) => `${month}-${two(at + 1)}`);
}

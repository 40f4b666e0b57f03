import type { CdrFilter, CdrRow } from '../../../src-shared/bridge/cabinet';
import { daysInMonth, formatDuration, type YearMonth } from '../../../src-shared/domain/period';

/** What narrows the list beside its month and direction; every one is a chip. */
export const filterFields = [
  'party',
  'service',
  'zone',
  'status',
  'cost',
  'duration',
  'days',
  'hours',
  'workClass',
  'late',
] as const;
export type FilterField = (typeof filterFields)[number];

type FilterKey = Exclude<keyof CdrFilter, 'subscriberId' | 'month' | 'direction'>;

const FIELD_KEYS: Record<FilterField, readonly FilterKey[]> = {
  party: ['party', 'wholeParty'],
  service: ['services'],
  zone: ['zones'],
  status: ['statuses'],
  cost: ['minGross', 'maxGross'],
  duration: ['minDurationS', 'maxDurationS'],
  days: ['fromDay', 'toDay'],
  hours: ['fromMinute', 'toMinute'],
  workClass: ['workClasses'],
  late: ['lateOnly'],
};

/** A change of a filter: an absent key stays, an undefined one is taken away. */
export type FilterChange = { [Key in FilterKey]?: CdrFilter[Key] | undefined };

const isSet = (value: CdrFilter[FilterKey]): boolean =>
  value !== undefined && value !== false && value !== '' && !(Array.isArray(value) && value.length === 0);

/** The filter after a change; what says nothing (an empty list or text) is left out of it. */
export function changeFilter(filter: CdrFilter, change: FilterChange): CdrFilter {
  const entries = Object.entries({ ...filter, ...change }).filter(
    ([key, value]) => key in BASE_KEYS || isSet(value as CdrFilter[FilterKey]),
  );
  return Object.fromEntries(entries) as CdrFilter;
}

const BASE_KEYS = { subscriberId: true, month: true, direction: true };

/** Fields that narrow the list now, in the order of the chips. */
export function activeFields(filter: CdrFilter): FilterField[] {
  return filterFields.filter((field) => FIELD_KEYS[field].some((key) => isSet(filter[key])));
}

export function withoutField(filter: CdrFilter, field: FilterField): CdrFilter {
  return changeFilter(filter, Object.fromEntries(FIELD_KEYS[field].map((key) => [key, undefined])));
}

export function withoutFilters(filter: CdrFilter): CdrFilter {
  return filterFields.reduce(withoutField, filter);
}

/** Another month: days of the old one say nothing in it. */
export function withMonth(filter: CdrFilter, month: YearMonth): CdrFilter {
  return { ...withoutField(filter, 'days'), month };
}

/** «Show only this value» on a cell, or null where a column does not filter. */
export function filterByCell(filter: CdrFilter, column: string, row: CdrRow): CdrFilter | null {
  switch (column) {
    case 'party':
      return changeFilter(filter, { party: row.party, wholeParty: true });
    case 'service':
      return changeFilter(filter, { services: [row.service] });
    case 'zone':
      return changeFilter(filter, { zones: [row.zone] });
    case 'status':
      return changeFilter(filter, { statuses: [row.status] });
    case 'direction':
      return { ...filter, direction: row.direction };
    case 'subscriber':
      return { ...filter, subscriberId: row.subscriberId };
    default:
      return null;
  }
}

/** First and last day that can be chosen inside the month. */
export function monthDays(month: YearMonth): { first: string; last: string } {
  return { first: `${month}-01`, last: `${month}-${daysInMonth(month)}` };
}

/** Reads a typed duration: «90» seconds, «1:30», «01:02:05». Null when it is not one. */
export function parseDuration(text: string): number | null {
  const match = /^(?:(?:(\d{1,3}):)?([0-5]?\d):([0-5]\d)|(\d{1,6}))$/.exec(text.trim());
  if (!match) return null;
  const [, hours = '0', minutes = '0', seconds = '0', plain] = match;
  if (plain !== undefined) return Number(plain);
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/** Reads a typed time of day: «9», «9:30», «09:30». Minutes from midnight, or null when it is not one. */
export function parseTime(text: string): number | null {
  const match = /^([01]?\d|2[0-3])(?:[:.]([0-5]\d))?$/.exec(text.trim());
  return match ? Number(match[1]) * 60 + Number(match[2] ?? 0) : null;
}

/** «09:30» of minutes from midnight. */
export const formatTime = (minute: number): string => formatDuration(minute * 60).slice(0, 5);

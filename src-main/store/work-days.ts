import { type CalendarDay, isCalendarDay, type YearMonth } from '../../src-shared/domain/period';
import { changedCalendar, type DayKind, dayKinds, shippedKind } from '../../src-shared/domain/work-calendar';
import type { ReadableCache, WritableCache } from './cache';
import { listOwn, removeOwn, removeOwnBetween, writeOwn } from './own';

/** The data set that holds the person's changes of the production calendar. */
export const WORK_DAYS = 'work-days';

/** Days that the person made working or off, in their order. */
export function readDayChanges(cache: ReadableCache): Map<CalendarDay, DayKind> {
  // What another version of the program kept is passed over.
  const known = listOwn(cache, 'work-day').flatMap(({ key, value }) => {
    const kind = dayKinds.find((one) => one === value);
    return kind && isCalendarDay(key) ? [[key, kind] as const] : [];
  });
  return new Map(known);
}

/** Whether people work on a day, by the calendar as the person has it. */
export const workCalendarOf = (cache: ReadableCache): ((day: CalendarDay) => boolean) =>
  changedCalendar(readDayChanges(cache));

/** Makes a day working or off; one that is so in the shipped calendar is no change. */
export function setDayKind(cache: WritableCache, day: CalendarDay, kind: DayKind): void {
  if (kind === shippedKind(day)) removeOwn(cache, 'work-day', day);
  else writeOwn(cache, 'work-day', day, kind);
  cache.noteChange(WORK_DAYS);
}

/** Takes the person's changes of a year back. */
export function resetWorkYear(cache: WritableCache, year: number): void {
  removeOwnBetween(cache, 'work-day', `${year}-01-01`, `${year}-12-31`);
  cache.noteChange(WORK_DAYS);
}

/** The person's changes of a month. */
export const changesOfMonth = (cache: ReadableCache, month: YearMonth): [CalendarDay, DayKind][] =>
  [...readDayChanges(cache)].filter(([day]) => day.startsWith(month));

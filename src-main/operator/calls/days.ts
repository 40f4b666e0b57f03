import {
  type CalendarDay,
  DAY_MS,
  type Instant,
  MINSK_OFFSET_MS,
  type YearMonth,
} from '../../../src-shared/domain/period';

/** A Minsk day as the number of days since 1 January 1970: cheap to count with, and the head of CDR ids. */
export type DayNumber = number;

export const dayNumberAt = (at: Instant): DayNumber => Math.floor((at + MINSK_OFFSET_MS) / DAY_MS);
export const dayNumberOf = (day: CalendarDay): DayNumber =>
  Math.floor(Date.parse(`${day}T00:00:00.000Z`) / DAY_MS);
export const calendarDayOf = (day: DayNumber): CalendarDay =>
  new Date(day * DAY_MS).toISOString().slice(0, 10);
export const startOfDayNumber = (day: DayNumber): Instant => day * DAY_MS - MINSK_OFFSET_MS;
export const monthOfDayNumber = (day: DayNumber): YearMonth => calendarDayOf(day).slice(0, 7);
export const firstDayOfMonth = (month: YearMonth): DayNumber => dayNumberOf(`${month}-01`);
/** 1 Monday … 7 Sunday; day 0 was a Thursday. */
export const weekdayOf = (day: DayNumber): number => ((day + 3) % 7) + 1;

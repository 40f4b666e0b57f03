import {
  addDays,
  addMonths,
  addMonthsToDay,
  type CalendarDay,
  daysInMonth,
  minskTime,
  monthsBetween,
  startOfDay,
  type YearMonth,
} from '../../../src-shared/domain/period';

/** The first year that accounts have data of, and so a calendar. */
const FIRST_YEAR = 2020;
/** Years ahead of the operator's for which the calendar can be prepared. */
const AHEAD = 1;

/** Years to choose from, up to the next one. */
export const calendarYears = (current: number): number[] =>
  Array.from({ length: current + AHEAD - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);

export const monthsOfYear = (year: number): YearMonth[] => monthsBetween(`${year}-01`, `${year}-12`);

/** Days of a month in weeks from Monday to Sunday; null: a day of another month. */
export function weeksOf(month: YearMonth): (CalendarDay | null)[][] {
  const first = `${month}-01`;
  const before = minskTime(startOfDay(first)).weekday - 1;
  const cells = before + daysInMonth(month);
  return Array.from({ length: Math.ceil(cells / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => {
      const at = week * 7 + weekday - before;
      return at >= 0 && at < daysInMonth(month) ? addDays(first, at) : null;
    }),
  );
}

/** Where a key leads from a day; null: nowhere, or out of its year. */
export function dayByKey(day: CalendarDay, key: string): CalendarDay | null {
  const to = stepOf(day, key);
  return to !== null && to.slice(0, 4) === day.slice(0, 4) ? to : null;
}

function stepOf(day: CalendarDay, key: string): CalendarDay | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowRight':
      return addDays(day, 1);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'PageUp':
      return addMonthsToDay(day, -1);
    case 'PageDown':
      return addMonthsToDay(day, 1);
    case 'Home':
      return `${day.slice(0, 7)}-01`;
    case 'End':
      return addDays(`${addMonths(day.slice(0, 7), 1)}-01`, -1);
    default:
      return null;
  }
}

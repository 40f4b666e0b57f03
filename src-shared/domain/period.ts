/** Instants are epoch milliseconds UTC; calendar rules are of Europe/Minsk. */
export type Instant = number;

/** A calendar month of Minsk, «2021-05». Sorts as text. */
export type YearMonth = string;

/** A calendar day of Minsk, «2021-05-10». Sorts as text. */
export type CalendarDay = string;

/** Where the time comes from; handed in everywhere, so tests and the demo can stand at any day. */
export type Clock = { now(): Instant };

/** The computer's own clock. */
export const systemClock: Clock = { now: () => Date.now() };

export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

/**
 * Minsk has been UTC+3 without daylight saving since 27 March 2011; the account data begins later,
 * so a constant is exact and far cheaper than a time-zone library in loops over millions of calls.
 */
export const MINSK_OFFSET_MS = 3 * 3_600_000;

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

export function isCalendarDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const start = startOfDay(text);
  return Number.isFinite(start) && dayOf(start) === text;
}

/** Minsk wall-clock fields of an instant. Weekday: 1 Monday … 7 Sunday. */
export type MinskTime = {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  weekday: number;
};

export function minskTime(at: Instant): MinskTime {
  const local = new Date(at + MINSK_OFFSET_MS);
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
    weekday: local.getUTCDay() || 7,
  };
}

const TWO_DIGITS = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, '0'));

/** Two digits at least. */
const two = (value: number): string => TWO_DIGITS[value] ?? String(value);

/** Instants come mostly in the order of time, and asking a calendar costs more than everything else about them. */
let lastDay: { number: number; day: CalendarDay } | null = null;

export function dayOf(at: Instant): CalendarDay {
  const number = Math.floor((at + MINSK_OFFSET_MS) / DAY_MS);
  if (lastDay?.number !== number)
    lastDay = { number, day: new Date(number * DAY_MS).toISOString().slice(0, 10) };
  return lastDay.day;
}

export function monthOf(at: Instant): YearMonth {
  return dayOf(at).slice(0, 7);
}

/** First instant of a Minsk day. */
export function startOfDay(day: CalendarDay): Instant {
  return Date.parse(`${day}T00:00:00.000Z`) - MINSK_OFFSET_MS;
}

export function startOfMonth(month: YearMonth): Instant {
  return startOfDay(`${month}-01`);
}

/** First instant after the month. */
export function endOfMonth(month: YearMonth): Instant {
  return startOfMonth(addMonths(month, 1));
}

/** Months later (or earlier, when negative). */
export function addMonths(month: YearMonth, count: number): YearMonth {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${two((index % 12) + 1)}`;
}

export function addDays(day: CalendarDay, count: number): CalendarDay {
  return dayOf(startOfDay(day) + count * DAY_MS);
}

/** Same day some months later; a day the month does not have becomes its last one (31.01 + 1 = 28.02). */
export function addMonthsToDay(day: CalendarDay, count: number): CalendarDay {
  const month = addMonths(day.slice(0, 7), count);
  return `${month}-${two(Math.min(Number(day.slice(8, 10)), daysInMonth(month)))}`;
}

export function daysInMonth(month: YearMonth): number {
  return Math.round((endOfMonth(month) - startOfMonth(month)) / DAY_MS);
}

/** Whole days from one day to another. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return Math.round((startOfDay(to) - startOfDay(from)) / DAY_MS);
}

/** Months from first to last, both included; empty when last is earlier. */
export function monthsBetween(first: YearMonth, last: YearMonth): YearMonth[] {
  const months: YearMonth[] = [];
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** «10.05.2021» */
export function formatDay(day: CalendarDay): string {
  return `${day.slice(8, 10)}.${day.slice(5, 7)}.${day.slice(0, 4)}`;
}

/** «10.05.2021 09:14:00» in Minsk time (guide §3.2). */
export function formatInstant(at: Instant): string {
  const local = at + MINSK_OFFSET_MS;
  const second = Math.floor((local - Math.floor(local / DAY_MS) * DAY_MS) / 1000);
  return `${formatDay(dayOf(at))} ${formatDuration(second)}`;
}

/** Duration as the guide prints it: «00:07:00»; hours grow past 99 when needed. */
export function formatDuration(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  return `${two(hours)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

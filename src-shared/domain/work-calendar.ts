import { addDays, type CalendarDay, dayOf, type Instant, minskTime, startOfDay } from './period';

/** Classes of time in which the operator's «Excel с разбивкой» splits calls (guide §2.3.3). */
export const workClasses = ['working', 'off-hours', 'holiday'] as const;
export type WorkClass = (typeof workClasses)[number];

/** Hours of working time: from 9:00:00 up to, not including, 18:00:00 (guide §2.3.3). */
export const WORK_FROM_HOUR = 9;
export const WORK_TO_HOUR = 18;

/** Days moved by the Council of Ministers, and by the user: weekdays off and weekend days worked. */
export type DayTransfers = { off: readonly CalendarDay[]; working: readonly CalendarDay[] };

/** Transfers of the years that the program ships with. */
export const officialTransfers: DayTransfers = {
  off: [
    '2020-01-06',
    '2020-04-27',
    '2021-01-08',
    '2021-05-10',
    '2022-03-07',
    '2022-05-02',
    '2023-04-24',
    '2023-05-08',
    '2023-11-06',
    '2024-05-13',
    '2024-11-08',
    '2025-01-06',
    '2025-04-28',
    '2025-07-04',
    '2025-12-26',
    '2026-04-20',
  ],
  working: [
    '2020-01-04',
    '2020-04-04',
    '2021-01-16',
    '2021-05-15',
    '2022-03-12',
    '2022-05-14',
    '2023-04-29',
    '2023-05-13',
    '2023-11-11',
    '2024-05-18',
    '2024-11-16',
    '2025-01-11',
    '2025-04-26',
    '2025-07-12',
    '2025-12-20',
    '2026-04-25',
  ],
};

const FIXED_HOLIDAYS = new Set([
  '01-01',
  '01-02',
  '01-07',
  '03-08',
  '05-01',
  '05-09',
  '07-03',
  '11-07',
  '12-25',
]);

/** Radunitsa: the second Tuesday after Orthodox Easter (Easter + 9 days). */
export function radunitsa(year: number): CalendarDay {
  // Meeus' rule for the Julian calendar, moved to the civil one (13 days in 1900…2099).
  const a = year % 4;
  const b = year % 7;
  const c = year % 19;
  const d = (19 * c + 15) % 30;
  const e = (2 * a + 4 * b - d + 34) % 7;
  const month = Math.floor((d + e + 114) / 31);
  const day = ((d + e + 114) % 31) + 1;
  const julian = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return addDays(julian, 13 + 9);
}

/** True for non-working holidays of Belarus, whatever the weekday. */
export function isPublicHoliday(day: CalendarDay): boolean {
  return FIXED_HOLIDAYS.has(day.slice(5)) || radunitsa(Number(day.slice(0, 4))) === day;
}

/** True when people work on the day: transfers first, then holidays, then Monday to Friday. */
export function isWorkingDay(day: CalendarDay, transfers: DayTransfers = officialTransfers): boolean {
  if (transfers.working.includes(day)) return true;
  if (transfers.off.includes(day) || isPublicHoliday(day)) return false;
  return minskTime(startOfDay(day)).weekday <= 5;
}

/** What a person made of a day; the shipped calendar holds for every other. */
export const dayKinds = ['working', 'off'] as const;
export type DayKind = (typeof dayKinds)[number];
export type DayChanges = ReadonlyMap<CalendarDay, DayKind>;

/** What the shipped calendar has a day for. */
export const shippedKind = (day: CalendarDay): DayKind => (isWorkingDay(day) ? 'working' : 'off');

/** The last year whose transfers the program ships with; later ones have their holidays only. */
export const LAST_TRANSFER_YEAR = Math.max(
  ...[...officialTransfers.off, ...officialTransfers.working].map((day) => Number(day.slice(0, 4))),
);

/** Whether people work on a day, by the shipped calendar with a person's changes. */
export const changedCalendar =
  (changes: DayChanges) =>
  (day: CalendarDay): boolean =>
    (changes.get(day) ?? shippedKind(day)) === 'working';

/** Class of the moment a call starts. */
export function workClassOf(at: Instant, isWorking: (day: CalendarDay) => boolean): WorkClass {
  if (!isWorking(dayOf(at))) return 'holiday';
  const { hour } = minskTime(at);
  return hour >= WORK_FROM_HOUR && hour < WORK_TO_HOUR ? 'working' : 'off-hours';
}

import { isCalendarDay, startOfDay } from '../../../src-shared/domain/period';

const DAY_TIME = /^(\d{2})\.(\d{2})\.(\d{4})(?:\s+([01]?\d|2[0-3]):([0-5]\d))?$/;

/** «10.05.2021 09:14» (Minsk) as an instant; the time may be left out. Null when it is no such text. */
export function parseDayTime(text: string): number | null {
  const match = DAY_TIME.exec(text.trim());
  if (!match) return null;
  const [, day, month, year, hour = '0', minute = '0'] = match;
  const calendarDay = `${year}-${month}-${day}`;
  if (!isCalendarDay(calendarDay)) return null;
  return startOfDay(calendarDay) + (Number(hour) * 60 + Number(minute)) * 60_000;
}

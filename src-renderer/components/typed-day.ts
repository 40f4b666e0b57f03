import { type CalendarDay, isCalendarDay } from '../../src-shared/domain/period';

/** «5.12.2026», «05/12/26», «05 12 2026», «05-12-2026» */
const PARTED = /^(\d{1,2})[./\-\s](\d{1,2})[./\-\s](\d{4}|\d{2})$/;
/** «05122026» */
const CLOSE = /^(\d{2})(\d{2})(\d{4})$/;

/**
 * The day that is meant by what was typed: the day stands before the month, as it is written here. Null when there is no
 * such day: it is never turned into another one.
 */
export function readTypedDay(text: string): CalendarDay | null {
  const typed = text.trim();
  if (isCalendarDay(typed)) return typed;
  const [, day = '', month = '', year = ''] = PARTED.exec(typed) ?? CLOSE.exec(typed) ?? [];
  const read = `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDay(read) ? read : null;
}

/** Why a typed text is not taken; null: it is, or there is none. */
export function typedDayFault(
  text: string,
  min: CalendarDay | undefined,
  max: CalendarDay | undefined,
): 'unreadable' | 'outside' | null {
  if (text.trim() === '') return null;
  const day = readTypedDay(text);
  if (day === null) return 'unreadable';
  return (min !== undefined && day < min) || (max !== undefined && day > max) ? 'outside' : null;
}

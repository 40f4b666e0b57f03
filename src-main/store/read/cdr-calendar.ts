import {
  type CalendarDay,
  DAY_MS,
  dayOf,
  daysInMonth,
  MINSK_OFFSET_MS,
  startOfMonth,
  type YearMonth,
} from '../../../src-shared/domain/period';
import { WORK_FROM_HOUR, WORK_TO_HOUR, type WorkClass } from '../../../src-shared/domain/work-calendar';

/** Calendar of Minsk in SQL, over `started_at`. */

/** Days since 1970. */
export const DAY = `((started_at + ${MINSK_OFFSET_MS}) / ${DAY_MS})`;
/** Minutes since midnight. */
export const MINUTE = `((started_at + ${MINSK_OFFSET_MS}) / 60000 % 1440)`;
const WORK = `${MINUTE} BETWEEN ${WORK_FROM_HOUR * 60} AND ${WORK_TO_HOUR * 60 - 1}`;

/** Whether people work on a day. */
export type WorkCalendar = (day: CalendarDay) => boolean;

/** «day IN (…)» for the working days of a month. */
function workingDayCondition(month: YearMonth, isWorking: WorkCalendar): string {
  const first = startOfMonth(month);
  const days = Array.from({ length: daysInMonth(month) }, (_, index) => first + index * DAY_MS)
    .filter((at) => isWorking(dayOf(at)))
    .map((at) => Math.floor((at + MINSK_OFFSET_MS) / DAY_MS));
  return `${DAY} IN (${days.join(', ')})`;
}

/** Class of a record's time as an SQL expression of the classes' words (guide §2.3.3). */
export const workClassExpression = (month: YearMonth, isWorking: WorkCalendar): string =>
  `CASE WHEN NOT ${workingDayCondition(month, isWorking)} THEN 'holiday' WHEN ${WORK} THEN 'working' ELSE 'off-hours' END`;

export const workClassCondition = (
  month: YearMonth,
  classes: readonly WorkClass[],
  isWorking: WorkCalendar,
): string => `${workClassExpression(month, isWorking)} IN (${classes.map((one) => `'${one}'`).join(', ')})`;

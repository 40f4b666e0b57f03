import { isWorkingDay } from '../../../src-shared/domain/work-calendar';
import { calendarDayOf, type DayNumber, weekdayOf } from './days';
import { fractionOf } from './random';

/** How many records each hour of a day has. Known without making the records, so cursors can count ahead. */
export type TrafficProfile = {
  hours(day: DayNumber): Uint16Array;
  count(day: DayNumber): number;
};

// Relative weights of hours: busy from nine to six with a dip at lunch, next to nothing at night.
const WORKING_HOURS = [
  0.08, 0.05, 0.04, 0.04, 0.05, 0.1, 0.4, 1.6, 5.2, 11.2, 12.6, 12.1, 8.6, 6.9, 10.6, 11.4, 10.2, 7.6, 3.8,
  2.1, 1.3, 0.8, 0.45, 0.2,
];
const FREE_HOURS = [
  0.6, 0.4, 0.3, 0.3, 0.3, 0.4, 0.8, 1.6, 3.5, 6, 8.5, 9.5, 9, 8.5, 8, 8, 7.5, 7, 6.5, 5.5, 4, 2.5, 1.5, 0.9,
];
const total = (weights: readonly number[]) => weights.reduce((sum, weight) => sum + weight, 0);
const shares = (weights: readonly number[]) => weights.map((weight) => weight / total(weights));
const WORKING_SHARES = shares(WORKING_HOURS);
const FREE_SHARES = shares(FREE_HOURS);

const WEEKDAY_FACTORS = [1.08, 1.05, 1.0, 1.02, 0.92, 0.85, 0.8];
const MONTH_FACTORS = [0.92, 1, 1.02, 1.02, 0.97, 0.98, 0.9, 0.88, 1.03, 1.06, 1.03, 1.08];
/** Saturdays, and all other days off. */
const SATURDAY_FACTOR = 0.17;
const HOLIDAY_FACTOR = 0.08;

const PURPOSE = 0x7a11;

/**
 * @param perWorkday records of a usual working day.
 * @param firstDay first day of the account; there is no traffic before it.
 */
export function createTrafficProfile(seed: number, perWorkday: number, firstDay: DayNumber): TrafficProfile {
  const counts = new Map<DayNumber, number>();
  const hours = (day: DayNumber): Uint16Array => {
    const result = new Uint16Array(24);
    if (day < firstDay) return result;
    const date = calendarDayOf(day);
    const working = isWorkingDay(date);
    const weekday = weekdayOf(day);
    const dayOff = weekday === 6 ? SATURDAY_FACTOR : HOLIDAY_FACTOR;
    const factor = working ? (WEEKDAY_FACTORS[weekday - 1] ?? 1) : dayOff;
    const season = MONTH_FACTORS[Number(date.slice(5, 7)) - 1] ?? 1;
    const noise = 0.9 + 0.2 * fractionOf(seed, day, PURPOSE);
    const expected = perWorkday * factor * season * noise;
    const hourShares = working ? WORKING_SHARES : FREE_SHARES;
    for (let hour = 0; hour < 24; hour++) {
      result[hour] = Math.floor(expected * (hourShares[hour] ?? 0) + fractionOf(seed, day, hour, PURPOSE));
    }
    return result;
  };
  const count = (day: DayNumber): number => {
    let known = counts.get(day);
    if (known === undefined) {
      known = hours(day).reduce((sum, records) => sum + records, 0);
      counts.set(day, known);
    }
    return known;
  };
  return { hours, count };
}

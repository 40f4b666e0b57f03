import { addDays, dayOf, type Instant, startOfDay } from '../../src-shared/domain/period';
import { isWorkingDay } from '../../src-shared/domain/work-calendar';

const HOUR_MS = 3_600_000;
const OPENS_AT = 9 * HOUR_MS;
const CLOSES_AT = 18 * HOUR_MS;

/** The moment when so much working time (9:00–18:00 on working days, Minsk) has passed. */
export function afterWorkingTime(from: Instant, duration: number): Instant {
  let left = duration;
  for (let day = dayOf(from); ; day = addDays(day, 1)) {
    if (!isWorkingDay(day)) continue;
    const opens = Math.max(from, startOfDay(day) + OPENS_AT);
    const closes = startOfDay(day) + CLOSES_AT;
    if (opens >= closes) continue;
    if (opens + left <= closes) return opens + left;
    left -= closes - opens;
  }
}

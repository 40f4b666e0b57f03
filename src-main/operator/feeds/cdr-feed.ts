import { addMonths, monthOf } from '../../../src-shared/domain/period';
import { cdrTexts } from '../calls/cdr-text';
import type { DayBook } from '../calls/day-book';
import type { DayCalls } from '../calls/day-calls';
import { type DayNumber, dayNumberAt, dayNumberOf, firstDayOfMonth } from '../calls/days';
import { CDR_MONTHS } from '../config';
import { OPENED_ON } from '../demo/company';
import type { Ledger } from '../ledger/ledger';
import { Refusal } from '../problems';
import type { Pace } from '../slices';
import type { RawFeed, RawPage } from './item-feeds';

const ROWS_PER_SLICE = 400;
/** Records that a page repeats when the operator is told to send duplicates. */
const DUPLICATES = 3;

/**
 * The feed of calls: first the records of finished days in order of time, made page by page, then what was
 * recorded or re-rated later, in order of recording. A position is [day, number in the day, last later record].
 */
export function createCdrFeed(options: {
  ledger: Ledger;
  dayBook: DayBook;
  pace: Pace;
  duplicates(): boolean;
}): RawFeed {
  const { dayBook, ledger } = options;
  const { profile } = dayBook.model;
  const { db } = ledger;
  const readLater = db.prepare<[number, string, number], { seq: number; body: string }>(
    'select seq, body from cdr_change where seq > ? and month >= ? order by seq limit ?',
  );
  const countLater = db
    .prepare<[number, string], number>('select count(*) from cdr_change where seq > ? and month >= ?')
    .pluck();
  const lastLater = db.prepare<[], number | null>('select max(seq) from cdr_change').pluck();

  const countDays = (from: DayNumber, until: DayNumber): number => {
    let total = 0;
    for (let day = from; day < until; day++) total += profile.count(day);
    return total;
  };

  // Generated records are ASCII; one byte a character is the quickest way out of a string.
  const records = (calls: DayCalls, first: number, end: number): Uint8Array =>
    Buffer.from(cdrTexts(dayBook.model, calls, first, end), 'latin1');

  const page = async (position: readonly number[] | null, limit: number, now: number): Promise<RawPage> => {
    const firstMonth = firstMonthAt(now);
    const firstDay = Math.max(firstDayOfMonth(firstMonth), dayNumberOf(OPENED_ON));
    const endDay = dayNumberAt(now);
    let [day, index, later] = position === null ? [firstDay, 0, 0] : (position as [number, number, number]);
    if (day < firstDay) throw new Refusal('resync-required', { detail: 'Оператор уже не хранит эти записи' });
    if (day > endDay) return { items: [], position: [day, index, later], remaining: 0 };

    const pace = options.pace;
    const repeats = options.duplicates() ? Math.min(DUPLICATES, Math.floor(limit / 2)) : 0;
    const items: Uint8Array[] = [];
    let room = limit - repeats;
    while (room > 0 && day < endDay) {
      const count = profile.count(day);
      if (index < count) {
        const calls = await dayBook.day(day);
        const end = Math.min(count, index + room);
        for (let first = index; first < end; first += ROWS_PER_SLICE) {
          items.push(records(calls, first, Math.min(end, first + ROWS_PER_SLICE)));
          if (pace.due()) await pace.rest();
        }
        if (repeats > 0 && room === limit - repeats) {
          items.push(records(calls, index, Math.min(end, index + repeats)));
        }
        room -= end - index;
        index = end;
      }
      if (index >= count) {
        day++;
        index = 0;
      }
    }
    if (day === endDay && room > 0) {
      const rows = readLater.all(later, firstMonth, room);
      for (const { body } of rows) items.push(Buffer.from(body));
      // Later records that the operator does not keep any more are passed over.
      later = rows.length === room ? (rows.at(-1)?.seq ?? later) : (lastLater.get() ?? later);
    }
    const remaining = countDays(day, endDay) - index + (countLater.get(later, firstMonth) ?? 0);
    return { items, position: [day, index, later], remaining };
  };

  return { page, head: (now) => [dayNumberAt(now), 0, lastLater.get() ?? 0] };
}

/** First month whose calls are handed out (guide §3.6: six months besides the current one). */
const firstMonthAt = (now: number): string => addMonths(monthOf(now), -CDR_MONTHS);

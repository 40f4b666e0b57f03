import {
  addMonths,
  type Instant,
  monthOf,
  monthsBetween,
  type YearMonth,
} from '../../../src-shared/domain/period';
import { cdrTexts } from '../calls/cdr-text';
import type { DayBook } from '../calls/day-book';
import type { DayCalls } from '../calls/day-calls';
import { type DayNumber, dayNumberAt, dayNumberOf, firstDayOfMonth, monthOfDayNumber } from '../calls/days';
import { CDR_MONTHS } from '../config';
import { OPENED_ON } from '../demo/company';
import type { Ledger } from '../ledger/ledger';
import { Refusal } from '../problems';
import type { Pace } from '../slices';
import type { RawFeed, RawPage } from './item-feeds';

const ROWS_PER_SLICE = 400;
/** Of a month's file: as many as the largest page has. */
const ROWS_PER_LINE = 5000;
/** Records that a page repeats when the operator is told to send duplicates. */
const DUPLICATES = 3;

/** A place among the records of finished days. */
type Place = { day: DayNumber; index: number };

/** @property position where it begins in the feed; null is the beginning. */
export type FinishedMonth = { month: YearMonth; position: readonly number[] | null };

export type CdrFeed = RawFeed & {
  /** Months that are over, of those that are kept. */
  months(now: Instant): FinishedMonth[];
  /** The feed's pages of one of them. What was recorded later comes by the feed alone. */
  monthPages(month: YearMonth, now: Instant): AsyncGenerator<RawPage>;
};

/**
 * The feed of calls: first the records of finished days in order of time, made page by page, then what was
 * recorded or re-rated later, in order of recording. No page reaches over the end of a month.
 * A position is [day, number in the day, last later record].
 */
export function createCdrFeed(options: {
  ledger: Ledger;
  dayBook: DayBook;
  pace: Pace;
  duplicates(): boolean;
}): CdrFeed {
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

  /** Records of finished days before `endDay`, from a place on, as many as fit. */
  const takeDays = async (place: Place, endDay: DayNumber, limit: number) => {
    const pace = options.pace;
    const repeats = options.duplicates() ? Math.min(DUPLICATES, Math.floor(limit / 2)) : 0;
    const items: Uint8Array[] = [];
    let { day, index } = place;
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
    return { items, day, index, room };
  };

  const remainingAfter = ({ day, index }: Place, later: number, now: Instant): number =>
    countDays(day, dayNumberAt(now)) - index + (countLater.get(later, firstMonthAt(now)) ?? 0);

  const page = async (position: readonly number[] | null, limit: number, now: Instant): Promise<RawPage> => {
    const firstMonth = firstMonthAt(now);
    const firstDay = firstDayIn(firstMonth);
    const endDay = dayNumberAt(now);
    let [day, index, later] = position === null ? [firstDay, 0, 0] : (position as [number, number, number]);
    if (day < firstDay) throw new Refusal('resync-required', { detail: 'Оператор уже не хранит эти записи' });
    if (day > endDay) return { items: [], position: [day, index, later], remaining: 0 };

    const { items, room, ...reached } = await takeDays(
      { day, index },
      Math.min(endDay, monthEnd(day)),
      limit,
    );
    ({ day, index } = reached);
    if (day === endDay && room > 0) {
      const rows = readLater.all(later, firstMonth, room);
      for (const { body } of rows) items.push(Buffer.from(body));
      // Later records that the operator does not keep any more are passed over.
      later = rows.length === room ? (rows.at(-1)?.seq ?? later) : (lastLater.get() ?? later);
    }
    return { items, position: [day, index, later], remaining: remainingAfter({ day, index }, later, now) };
  };

  const months = (now: Instant): FinishedMonth[] => {
    const first = monthOfDayNumber(firstDayIn(firstMonthAt(now)));
    return monthsBetween(first, addMonths(monthOf(now), -1)).map((month, place) => ({
      month,
      position: place === 0 ? null : [firstDayOfMonth(month), 0, 0],
    }));
  };

  async function* monthPages(month: YearMonth, now: Instant): AsyncGenerator<RawPage> {
    const endDay = monthEnd(firstDayOfMonth(month));
    let place: Place = { day: firstDayIn(month), index: 0 };
    while (place.day < endDay) {
      const { items, day, index } = await takeDays(place, endDay, ROWS_PER_LINE);
      place = { day, index };
      yield { items, position: [day, index, 0], remaining: remainingAfter(place, 0, now) };
    }
  }

  return { page, head: (now) => [dayNumberAt(now), 0, lastLater.get() ?? 0], months, monthPages };
}

/** The first day of a month that the account had. */
const firstDayIn = (month: YearMonth): DayNumber => Math.max(firstDayOfMonth(month), dayNumberOf(OPENED_ON));

/** The day after the last one of the day's month. */
const monthEnd = (day: DayNumber): DayNumber => firstDayOfMonth(addMonths(monthOfDayNumber(day), 1));

/** First month whose calls are handed out (guide §3.6: six months besides the current one). */
const firstMonthAt = (now: Instant): YearMonth => addMonths(monthOf(now), -CDR_MONTHS);

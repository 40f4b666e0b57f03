import type Database from 'better-sqlite3';
import type { YearMonth } from '../../../src-shared/domain/period';
import type { Pace } from '../slices';
import { type CallModel, type DayCalls, makeDayCalls } from './day-calls';
import { type DayNumber, firstDayOfMonth, monthOfDayNumber } from './days';

/** Days of calls, made when asked for; a few of the last ones are kept. */
export type DayBook = {
  readonly model: CallModel;
  day(day: DayNumber): Promise<DayCalls>;
  /** Seconds of «SIP-соединение» that minute packages could have paid for on these days, as far as known. */
  packageSeconds(from: DayNumber, until: DayNumber): number;
};

const KEPT_DAYS = 4;

export function createDayBook(options: {
  model: CallModel;
  db: Database.Database;
  pace: Pace;
  /** Seconds of the largest minute package of a month. */
  packageOf(month: YearMonth): number;
}): DayBook {
  const { model, db, packageOf } = options;
  const recent = new Map<DayNumber, Promise<DayCalls>>();
  const sumPackage = db.prepare<[number, number], { days: number; seconds: number }>(
    'select count(*) as days, coalesce(sum(package_s), 0) as seconds from call_day where day >= ? and day < ?',
  );
  const remember = db.prepare('insert or ignore into call_day values (?, ?)');
  const isKnown = db.prepare<[number]>('select 1 from call_day where day = ?').pluck();

  /** What a package has paid for from the first of the month; days that nobody has asked for yet are made first. */
  const usedBefore = async (day: DayNumber): Promise<number> => {
    const first = firstDayOfMonth(monthOfDayNumber(day));
    const known = sumPackage.get(first, day);
    if (known?.days === day - first) return known.seconds;
    for (let earlier = first; earlier < day; earlier++) {
      if (isKnown.get(earlier) === undefined) await book.day(earlier);
    }
    return sumPackage.get(first, day)?.seconds ?? 0;
  };

  const make = async (day: DayNumber): Promise<DayCalls> => {
    const packageS = packageOf(monthOfDayNumber(day));
    const left = packageS === 0 ? 0 : Math.max(0, packageS - (await usedBefore(day)));
    const calls = await makeDayCalls(model, day, left, options.pace);
    remember.run(day, calls.packageEligibleS);
    return calls;
  };

  const book: DayBook = {
    model,
    day: (day) => {
      let calls = recent.get(day);
      if (calls) recent.delete(day);
      else {
        calls = make(day);
        calls.catch(() => recent.delete(day));
      }
      recent.set(day, calls);
      if (recent.size > KEPT_DAYS) recent.delete(recent.keys().next().value as DayNumber);
      return calls;
    },
    packageSeconds: (from, until) => sumPackage.get(from, until)?.seconds ?? 0,
  };
  return book;
}

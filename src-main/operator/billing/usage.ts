import type Database from 'better-sqlite3';
import { addMonths, type YearMonth } from '../../../src-shared/domain/period';
import { CHARGED, USAGE_KEY_COUNT, usageKeyOfCode } from '../calls/codes';
import type { DayBook } from '../calls/day-book';
import type { DayCalls } from '../calls/day-calls';
import { type DayNumber, firstDayOfMonth } from '../calls/days';
import type { Pace } from '../slices';
import type { UsageSum } from './charge-lines';

/** Sums of charged traffic per month, subscriber and usage key. Made once from the calls, then kept in the ledger. */
export type Usage = {
  /** Brings a month's sums to the end of a day; days that are summed up already are not made again. */
  ensure(month: YearMonth, through: DayNumber): Promise<void>;
  /** Sums of a line (by its index), empty before `ensure`. */
  sums(month: YearMonth, line: number): UsageSum[];
};

const GROSS = 0;
const DURATION = 1;
const COUNT = 2;
const FIELDS = 3;
const PER_LINE = USAGE_KEY_COUNT * FIELDS;
const KEPT_MONTHS = 3;
const CHECK_EVERY = 4_096;

export function createUsage(options: { db: Database.Database; dayBook: DayBook; pace: Pace }): Usage {
  const { db, dayBook } = options;
  const lineCount = dayBook.model.lines.length;
  const readThrough = db
    .prepare<[string], number>('select usage_through from booked_month where month = ?')
    .pluck();
  const readTotals = db.prepare<[string], Buffer>('select totals from month_usage where month = ?').pluck();
  const writeThrough = db.prepare(
    `insert into booked_month (month, usage_through) values (?, ?)
     on conflict (month) do update set usage_through = excluded.usage_through`,
  );
  const writeTotals = db.prepare('insert or replace into month_usage values (?, ?)');
  const recent = new Map<YearMonth, Float64Array>();

  const load = (month: YearMonth): Float64Array => {
    const known = recent.get(month);
    if (known) return known;
    const stored = readTotals.get(month);
    const totals = stored
      ? new Float64Array(stored.buffer.slice(stored.byteOffset, stored.byteOffset + stored.byteLength))
      : new Float64Array(lineCount * PER_LINE);
    keep(month, totals);
    return totals;
  };
  const keep = (month: YearMonth, totals: Float64Array) => {
    recent.delete(month);
    recent.set(month, totals);
    if (recent.size > KEPT_MONTHS) recent.delete(recent.keys().next().value as YearMonth);
  };

  const ensure = async (month: YearMonth, through: DayNumber): Promise<void> => {
    const first = firstDayOfMonth(month);
    const end = Math.min(through, firstDayOfMonth(addMonths(month, 1)) - 1);
    const known = readThrough.get(month) ?? 0;
    if (known === end || (end < first && known === 0)) return;
    const goesOn = known >= first && known < end;
    const totals = goesOn ? load(month).slice() : new Float64Array(lineCount * PER_LINE);
    const pace = options.pace;
    for (let day = goesOn ? known + 1 : first; day <= end; day++) {
      await addDay(totals, await dayBook.day(day), pace);
    }
    keep(month, totals);
    db.transaction(() => {
      writeTotals.run(month, Buffer.from(totals.buffer));
      writeThrough.run(month, Math.max(end, 0));
    })();
  };

  const sums = (month: YearMonth, line: number): UsageSum[] => {
    const totals = load(month);
    const result: UsageSum[] = [];
    for (let key = 0; key < USAGE_KEY_COUNT; key++) {
      const at = line * PER_LINE + key * FIELDS;
      const count = totals[at + COUNT] ?? 0;
      if (count === 0) continue;
      result.push({ key, gross: totals[at + GROSS] ?? 0, durationS: totals[at + DURATION] ?? 0, count });
    }
    return result;
  };

  return { ensure, sums };
}

async function addDay(totals: Float64Array, calls: DayCalls, pace: Pace): Promise<void> {
  for (let index = 0; index < calls.count; index++) {
    const code = calls.code[index] as number;
    if (CHARGED[code] === 1) {
      const at = (calls.line[index] as number) * PER_LINE + usageKeyOfCode(code) * FIELDS;
      totals[at + GROSS] = (totals[at + GROSS] as number) + (calls.gross[index] as number);
      totals[at + DURATION] = (totals[at + DURATION] as number) + (calls.durationS[index] as number);
      totals[at + COUNT] = (totals[at + COUNT] as number) + 1;
    }
    if (index % CHECK_EVERY === 0 && pace.due()) await pace.rest();
  }
}

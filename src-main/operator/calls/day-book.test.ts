import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { type Cdr, cdrSchema } from '../../../src-shared/domain/cdr';
import { DAY_MS } from '../../../src-shared/domain/period';
import { sizeFacts } from '../demo/sizes';
import { sharedPace } from '../slices';
import { cdrAt, cdrTexts } from './cdr-text';
import { createDayBook, type DayBook } from './day-book';
import { createCallModel, type DayCalls } from './day-calls';
import { dayNumberOf, startOfDayNumber } from './days';
import type { Line } from './lines';

const FIRST_DAY = dayNumberOf('2018-03-13');
const line = (subscriberId: number, weight: number, change: Partial<Line> = {}): Line => ({
  subscriberId,
  weight,
  from: FIRST_DAY,
  until: null,
  suspensions: [],
  tariffs: [{ from: FIRST_DAY, tariff: 1 }],
  bars: [],
  ...change,
});

function bookOf(lines: readonly Line[], perWorkday: number, packageS = 0): DayBook {
  const db = new Database(':memory:');
  db.exec('create table call_day (day integer primary key, package_s integer not null)');
  const model = createCallModel({ seed: 5, lines, perWorkday, firstDay: FIRST_DAY, told: () => undefined });
  return createDayBook({ model, db, pace: sharedPace, packageOf: () => packageS });
}

const manyLines = Array.from({ length: 500 }, (_, index) => line(index + 1, index === 0 ? 60 : 10));
const recordsOf = (book: DayBook, calls: DayCalls) =>
  Array.from({ length: calls.count }, (_, index) => cdrAt(book.model, calls, index));

describe('days of calls', () => {
  it('are the same whichever day is asked for first', async () => {
    const days = ['2021-03-29', '2021-03-02', '2021-03-30', '2021-03-01'].map(dayNumberOf);
    const forward = bookOf([line(1, 1), line(2, 1)], 400, 3_000);
    const backward = bookOf([line(1, 1), line(2, 1)], 400, 3_000);
    const there = new Map<number, unknown>();
    for (const day of [...days].sort()) there.set(day, await forward.day(day));
    for (const day of days) expect(await backward.day(day)).toEqual(there.get(day));
  });

  it('make valid records in order of time', async () => {
    const book = bookOf(manyLines, 2_000);
    const calls = await book.day(dayNumberOf('2021-03-02'));
    expect(calls.count).toBe(book.model.profile.count(calls.day));
    const records = cdrSchema.array().parse(JSON.parse(`[${cdrTexts(book.model, calls, 0, calls.count)}]`));
    expect(records).toHaveLength(calls.count);
    for (let index = 1; index < records.length; index++) {
      expect(records[index]?.id).toBe((records[index - 1]?.id ?? 0) + 1);
      expect(records[index]?.startedAt).toBeGreaterThanOrEqual(records[index - 1]?.startedAt ?? 0);
    }
  });

  it('have nobody on two calls at once but «SIP-соединение»', async () => {
    const book = bookOf([line(1, 5), line(2, 5), line(3, 5)], 3_000);
    const records = recordsOf(book, await book.day(dayNumberOf('2021-03-02')));
    const busyUntil = new Map<number, number>();
    const overlaps = new Map<number, number>();
    for (const { subscriberId, startedAt, durationS, status, service } of records) {
      if (status !== 'answered' || service === 'sms') continue;
      if (startedAt < (busyUntil.get(subscriberId) ?? 0)) {
        overlaps.set(subscriberId, (overlaps.get(subscriberId) ?? 0) + 1);
      }
      busyUntil.set(subscriberId, Math.max(busyUntil.get(subscriberId) ?? 0, startedAt + durationS * 1000));
    }
    expect([...overlaps.keys()]).toEqual([1]);
  });

  it('leave out who is not connected, suspended or gone', async () => {
    const pause = { from: dayNumberOf('2021-03-02'), to: dayNumberOf('2021-03-03') };
    const book = bookOf(
      [
        line(1, 5, { suspensions: [pause] }),
        line(2, 5, { from: dayNumberOf('2021-03-03') }),
        line(3, 5, { until: dayNumberOf('2021-03-03') }),
        line(4, 5),
      ],
      800,
    );
    const serving = async (day: string) => {
      const records = recordsOf(book, await book.day(dayNumberOf(day)));
      return [...new Set(records.map(({ subscriberId }) => subscriberId))].sort();
    };
    expect(await serving('2021-03-01')).toEqual([1, 3, 4]);
    expect(await serving('2021-03-02')).toEqual([3, 4]);
    expect(await serving('2021-03-03')).toEqual([2, 4]);
    expect(await serving('2021-03-04')).toEqual([1, 2, 4]);
  });

  it('do without what a line gave up, from that second on', async () => {
    const day = dayNumberOf('2021-03-02');
    const noon = startOfDayNumber(day) + DAY_MS / 2;
    const bars = ['international', 'conference', 'voicemail-plus'].map((service) => ({
      from: noon,
      until: null,
      service,
    }));
    const barred = bookOf([line(1, 5, { bars })], 4_000);
    const records = recordsOf(barred, await barred.day(day));
    const free = bookOf([line(1, 5)], 4_000);
    const usual = recordsOf(free, await free.day(day));
    const morning = (list: typeof records) => list.filter(({ startedAt }) => startedAt < noon);
    expect(morning(records)).toEqual(morning(usual));
    const needy = ({ direction, service, zone, status }: Cdr) =>
      status === 'answered' &&
      (service === 'conference' ||
        service === 'voicemail' ||
        (direction === 'out' && (zone === 'cis' || zone === 'international')));
    const lost = (list: typeof records) => list.filter((cdr) => cdr.startedAt >= noon && needy(cdr));
    expect(lost(usual).length).toBeGreaterThan(20);
    expect(lost(records)).toEqual([]);
    expect(records).toHaveLength(usual.length);
  });

  it('look like a company’s: busy by day, quiet at night and on holidays, some long calls', async () => {
    const book = bookOf(manyLines, 20_000);
    const calls = await book.day(dayNumberOf('2021-03-02'));
    const hours = book.model.profile.hours(calls.day);
    expect(hours[10]).toBeGreaterThan((hours[13] ?? 0) * 1.3);
    expect(hours[13]).toBeGreaterThan((hours[3] ?? 0) * 20);
    const holiday = book.model.profile.count(dayNumberOf('2021-03-08'));
    expect(holiday).toBeLessThan(calls.count / 8);
    const durations = [...calls.durationS].filter((seconds) => seconds > 0).sort((a, b) => a - b);
    expect(durations[durations.length >> 1]).toBeGreaterThan(60);
    expect(durations[durations.length >> 1]).toBeLessThan(120);
    expect(durations.at(-1)).toBeGreaterThan(3600);
    const known = new Map<string, number>();
    for (const { party } of recordsOf(book, calls)) known.set(party, (known.get(party) ?? 0) + 1);
    expect(Math.max(...known.values())).toBeGreaterThan(20);
  });

  it('are not held: a large company’s months pass through little memory', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const book = bookOf(manyLines, sizeFacts.large.perWorkday);
    const first = dayNumberOf('2021-02-01');
    const days: WeakRef<DayCalls>[] = [];
    let records = 0;
    for (let day = first; day < first + 50; day++) {
      const calls = await book.day(day);
      records += calls.count;
      days.push(new WeakRef(calls));
    }
    expect(records).toBeGreaterThan(1_000_000);
    await nextTurn();
    collect();
    const held = days.filter((day) => day.deref() !== undefined);
    expect(held.length).toBeLessThanOrEqual(4);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addMonthsToDay,
  DAY_MS,
  dayOf,
  daysInMonth,
  endOfMonth,
  formatDuration,
  formatInstant,
  isCalendarDay,
  minskTime,
  monthOf,
  monthsBetween,
  startOfDay,
  startOfMonth,
} from './period';

const instants = fc.integer({ min: Date.UTC(2012, 0, 1), max: Date.UTC(2040, 0, 1) });

describe('Minsk calendar', () => {
  it('agrees with the time-zone database of the runtime', () => {
    const minsk = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Minsk', dateStyle: 'short' });
    fc.assert(fc.property(instants, (at) => dayOf(at) === minsk.format(at)));
  });

  it('puts the last second of a month into it and midnight into the next', () => {
    expect(monthOf(Date.UTC(2021, 4, 31, 20, 59, 59))).toBe('2021-05');
    expect(monthOf(Date.UTC(2021, 4, 31, 21, 0, 0))).toBe('2021-06');
  });

  it('keeps every instant inside its own day and month', () => {
    fc.assert(
      fc.property(instants, (at) => {
        const day = dayOf(at);
        const month = monthOf(at);
        return (
          startOfDay(day) <= at &&
          at < startOfDay(day) + DAY_MS &&
          startOfMonth(month) <= at &&
          at < endOfMonth(month)
        );
      }),
    );
  });

  it('moves by months and back', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -500, max: 500 }), (at, count) => {
        const month = monthOf(at);
        return addMonths(addMonths(month, count), -count) === month;
      }),
    );
    expect(addMonthsToDay('2024-01-31', 1)).toBe('2024-02-29');
    expect(addDays('2021-12-31', 1)).toBe('2022-01-01');
    expect(daysInMonth('2021-02')).toBe(28);
    expect(monthsBetween('2020-11', '2021-02')).toEqual(['2020-11', '2020-12', '2021-01', '2021-02']);
    expect(monthsBetween('2021-03', '2021-02')).toEqual([]);
  });

  it('prints as the guide does', () => {
    expect(formatInstant(Date.UTC(2018, 2, 13, 8, 20, 33))).toBe('13.03.2018 11:20:33');
    expect(formatDuration(420)).toBe('00:07:00');
    expect(minskTime(Date.UTC(2021, 4, 9, 22)).weekday).toBe(1);
    expect(isCalendarDay('2021-02-29')).toBe(false);
    expect(isCalendarDay('2021-02-28')).toBe(true);
    expect(isCalendarDay('2021-13-01')).toBe(false);
    expect(isCalendarDay('2021-01-32')).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { addDays, minskTime, startOfDay } from './period';
import { isPublicHoliday, isWorkingDay, officialTransfers, radunitsa, workClassOf } from './work-calendar';

describe('Belarusian calendar', () => {
  it.each([
    [2025, '2025-04-29'],
    [2026, '2026-04-21'],
    [2027, '2027-05-11'],
    [2028, '2028-04-25'],
  ])('finds Radunitsa of %i', (year, day) => {
    expect(radunitsa(year)).toBe(day);
  });

  it('keeps every transfer a real one: a weekday taken off, a weekend day worked, one for one', () => {
    const weekday = (day: string) => minskTime(startOfDay(day)).weekday;
    for (const day of officialTransfers.off) {
      expect(weekday(day), day).toBeLessThanOrEqual(5);
      expect(isPublicHoliday(day), day).toBe(false);
    }
    for (const day of officialTransfers.working) expect(weekday(day), day).toBe(6);
    expect(officialTransfers.off).toHaveLength(officialTransfers.working.length);
  });

  it('knows the days of the guide’s month', () => {
    const days = Array.from({ length: 31 }, (_, index) => addDays('2021-05-01', index));
    const off = days.filter((day) => !isWorkingDay(day)).map((day) => Number(day.slice(8)));
    expect(off).toEqual([1, 2, 8, 9, 10, 11, 16, 22, 23, 29, 30]);
  });

  it('splits a working day at 9:00 and 18:00 exactly', () => {
    const at = (day: string, time: string) => startOfDay(day) + Date.parse(`1970-01-01T${time}Z`);
    const classOf = (day: string, time: string) => workClassOf(at(day, time), (d) => isWorkingDay(d));
    expect(classOf('2021-05-12', '08:59:59')).toBe('off-hours');
    expect(classOf('2021-05-12', '09:00:00')).toBe('working');
    expect(classOf('2021-05-12', '17:59:59')).toBe('working');
    expect(classOf('2021-05-12', '18:00:00')).toBe('off-hours');
    expect(classOf('2021-05-15', '12:00:00')).toBe('working');
    expect(classOf('2021-05-16', '12:00:00')).toBe('holiday');
    expect(classOf('2021-05-11', '12:00:00')).toBe('holiday');
  });
});

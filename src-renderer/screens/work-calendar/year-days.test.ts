import { expect, it } from 'vitest';
import { calendarYears, dayByKey, monthsOfYear, weeksOf } from './year-days';

it('has a month in weeks from Monday', () => {
  const weeks = weeksOf('2021-05');
  expect(weeks[0]).toEqual([null, null, null, null, null, '2021-05-01', '2021-05-02']);
  expect(weeks.at(-1)).toEqual(['2021-05-31', null, null, null, null, null, null]);
  expect(weeks.flat().filter(Boolean)).toHaveLength(31);
  expect(weeksOf('2021-02')).toHaveLength(4);
});

it('has every day of a year once', () => {
  const days = monthsOfYear(2024).flatMap((month) => weeksOf(month).flat().filter(Boolean));
  expect(new Set(days).size).toBe(366);
  expect(calendarYears(2021)).toEqual([2020, 2021, 2022]);
});

it.each([
  ['ArrowRight', '2021-05-31', '2021-06-01'],
  ['ArrowUp', '2021-05-03', '2021-04-26'],
  ['PageDown', '2021-01-31', '2021-02-28'],
  ['End', '2021-12-03', '2021-12-31'],
  ['ArrowRight', '2021-12-31', null],
  ['PageUp', '2021-01-15', null],
  ['a', '2021-01-15', null],
])('goes by %s from %s to %s', (key, from, to) => {
  expect(dayByKey(from, key)).toBe(to);
});

import { expect, it } from 'vitest';
import { formatInstant, startOfDay } from '../../../src-shared/domain/period';
import { forecastPackage } from './package-forecast';

const balance = (day: string, totalS: number, leftS: number) => ({
  title: 'SIP 1000 минут в другие сети',
  totalS,
  leftS,
  asOf: startOfDay(day),
});

it('goes on as the month went', () => {
  // Ten of thirty days took 1000 s: two thousand more are needed.
  expect(forecastPackage(balance('2021-06-11', 6000, 5000))).toEqual({ kind: 'lasts', leftS: 3000 });
  const ends = forecastPackage(balance('2021-06-11', 2000, 1000));
  expect(ends?.kind === 'ends' && formatInstant(ends.at)).toBe('21.06.2021 00:00:00');
});

it('says nothing on the first day or of an empty package, and tells when nothing is left', () => {
  expect(forecastPackage(balance('2021-06-01', 6000, 0))).toEqual({ kind: 'used-up' });
  expect(
    forecastPackage({ ...balance('2021-06-01', 6000, 5000), asOf: startOfDay('2021-06-01') + 1 }),
  ).toBeNull();
  expect(forecastPackage(balance('2021-06-11', 0, 0))).toBeNull();
});

it('a balance at the very end of a month is that month’s', () => {
  expect(forecastPackage(balance('2021-07-01', 6000, 10))).toEqual({ kind: 'lasts', leftS: 10 });
});

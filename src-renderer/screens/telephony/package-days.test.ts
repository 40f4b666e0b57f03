import { expect, it } from 'vitest';
import { startOfDay } from '../../../src-shared/domain/period';
import { packageDays } from './package-days';

const NOON = 12 * 3_600_000;
const at = (day: string) => startOfDay(day) + NOON;

it('a package of earlier months is charged from the first of this one', () => {
  expect(packageDays(at('2018-03-13'), at('2021-05-10'))).toEqual({ before: 9, after: 22 });
  expect(packageDays(at('2018-03-13'), at('2021-05-01'))).toEqual({ before: 0, after: 31 });
});

it('a package of this month is charged from its own first day', () => {
  expect(packageDays(at('2021-05-10'), at('2021-05-20'))).toEqual({ before: 10, after: 12 });
});

it('without a package only the new one is charged', () => {
  expect(packageDays(null, at('2021-05-10'))).toEqual({ before: 0, after: 22 });
});

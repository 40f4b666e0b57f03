import { expect, it } from 'vitest';
import { startOfDay } from '../../../src-shared/domain/period';
import type { Suspension } from '../../../src-shared/domain/subscriber-changes';
import { daysFault, pauseDays } from './suspension-rules';

const now = startOfDay('2021-05-10') + 12 * 3_600_000;
const planned: Suspension = {
  id: 1,
  subscriberId: 2,
  fromDay: '2021-06-01',
  toDay: '2021-06-10',
  reason: '',
  status: 'planned',
  byClient: true,
};

it('takes days from tomorrow on, not too far ahead and not too many', () => {
  expect(daysFault('2021-05-10', '2021-05-12', [], now)).toBe('from');
  expect(daysFault('2021-05-11', '2021-05-11', [], now)).toBeNull();
  expect(daysFault('2021-07-09', '2021-07-09', [], now)).toBeNull();
  expect(daysFault('2021-07-10', '2021-07-10', [], now)).toBe('from');
  expect(daysFault('2021-05-12', '2021-05-11', [], now)).toBe('to');
  expect(daysFault('2021-05-11', '2021-08-08', [], now)).toBeNull();
  expect(daysFault('2021-05-11', '2021-08-09', [], now)).toBe('to');
  expect(daysFault('2021-05-11', null, [], now)).toBe('to');
});

it('does not overlap a pause that goes on or is planned', () => {
  expect(daysFault('2021-05-20', '2021-06-01', [planned], now)).toBe('overlaps');
  expect(daysFault('2021-06-11', '2021-06-12', [planned], now)).toBeNull();
  expect(daysFault('2021-05-20', '2021-06-01', [{ ...planned, status: 'cancelled' }], now)).toBeNull();
  expect(daysFault('2021-06-20', '2021-06-21', [{ ...planned, toDay: null, status: 'active' }], now)).toBe(
    'overlaps',
  );
});

it('counts both ends', () => expect(pauseDays('2021-05-31', '2021-06-01')).toBe(2));

import { expect, it } from 'vitest';
import type { Payment } from '../../../src-shared/domain/billing';
import { startOfDay } from '../../../src-shared/domain/period';
import { paymentsBetween } from './payments-between';

const payment = (id: number, receivedAt: number): Payment => ({
  id,
  receivedAt,
  amount: 10_000,
  document: '',
  purpose: '',
});
const payments = [
  payment(1, startOfDay('2021-03-01') - 1),
  payment(2, startOfDay('2021-03-01')),
  payment(3, startOfDay('2021-05-11') - 1),
  payment(4, startOfDay('2021-05-11')),
];
const ids = (from: string | null, to: string | null) =>
  paymentsBetween(payments, from, to).map(({ id }) => id);

it('takes in both end days of Minsk to their last instant', () => {
  expect(ids('2021-03-01', '2021-05-10')).toEqual([2, 3]);
});

it('is open where no day is given and empty where the days are crossed', () => {
  expect(ids(null, '2021-05-10')).toEqual([1, 2, 3]);
  expect(ids('2021-03-01', null)).toEqual([2, 3, 4]);
  expect(ids('2021-05-10', '2021-03-01')).toEqual([]);
});

import { expect, it } from 'vitest';
import { startOfMonth } from '../../../src-shared/domain/period';
import { monthTotals } from './month-totals';

const payment = (receivedAt: number, amount: number) => ({
  id: receivedAt,
  receivedAt,
  amount,
  document: '',
  purpose: '',
});

it('puts a payment of the last minute of a Minsk month into that month', () => {
  const may = startOfMonth('2021-05');
  expect(monthTotals([payment(may - 60_000, 100), payment(may, 10), payment(may + 1, 1)])).toEqual([
    { month: '2021-05', count: 2, amount: 11 },
    { month: '2021-04', count: 1, amount: 100 },
  ]);
});

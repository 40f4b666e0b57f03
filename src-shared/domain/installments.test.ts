import { expect, it } from 'vitest';
import { installmentFigures, paymentState } from './installments';

const schedule = [
  { dueOn: '2021-04-25', amount: 300, paid: true },
  { dueOn: '2021-05-25', amount: 300, paid: false },
  { dueOn: '2021-06-25', amount: 250, paid: false },
];

it('tells what is paid, what is left and when it ends', () => {
  expect(installmentFigures({ schedule })).toEqual({
    paid: 1,
    left: 2,
    total: 3,
    paidAmount: 300,
    leftAmount: 550,
    next: schedule[1],
    lastOn: '2021-06-25',
  });
});

it('is overdue from the day after', () => {
  const payment = { dueOn: '2021-05-25', amount: 1, paid: false };
  expect(paymentState(payment, '2021-05-25')).toBe('due');
  expect(paymentState(payment, '2021-05-26')).toBe('overdue');
});

import { expect, it } from 'vitest';
import { isOverdue } from './account';

it.each([
  [100, '2021-05-25', '2021-05-25', false],
  [100, '2021-05-25', '2021-05-26', true],
  [0, '2021-05-25', '2021-05-26', false],
  [-100, '2021-05-25', '2021-05-26', false],
  [100, null, '2021-05-26', false],
])('%i due on %s is overdue on %s: %s', (amountDue, dueOn, today, overdue) => {
  expect(isOverdue({ amountDue, dueOn }, today)).toBe(overdue);
});

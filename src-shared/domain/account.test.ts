import { expect, it } from 'vitest';
import { deliverySchema, isOverdue } from './account';
import { parseEmailList } from './email-list';
import { SEPARATOR } from './number-list';

it.each([
  [100, '2021-05-25', '2021-05-25', false],
  [100, '2021-05-25', '2021-05-26', true],
  [0, '2021-05-25', '2021-05-26', false],
  [-100, '2021-05-25', '2021-05-26', false],
  [100, null, '2021-05-26', false],
])('%i due on %s is overdue on %s: %s', (amountDue, dueOn, today, overdue) => {
  expect(isOverdue({ amountDue, dueOn }, today)).toBe(overdue);
});

it('takes as many addresses as the field of them holds', () => {
  // «a1@b.by», «b1@b.by» …: 25 of them with their separators are 199 characters.
  const shortest = Array.from({ length: 25 }, (_, at) => `${String.fromCharCode(97 + at)}1@b.by`);
  const list = parseEmailList(shortest.join(SEPARATOR));
  if (!list.ok) throw new Error(list.fault.code);
  const delivery = { method: 'email', emails: list.emails, formats: ['pdf'] };
  expect(deliverySchema.safeParse(delivery).success).toBe(true);
});

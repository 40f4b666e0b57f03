import { expect, it } from 'vitest';
import { answeredPercent, sumCalls } from './call-counts';

const calls = { answered: 2, missed: 1, busy: 0, talkS: 60 };

it('has no share of nothing', () => {
  expect(answeredPercent(calls)).toBe(67);
  expect(answeredPercent({ answered: 0, missed: 0, busy: 0, talkS: 0 })).toBeNull();
});

it('takes the share of sums from the sums', () => {
  const sum = sumCalls([calls, { answered: 0, missed: 0, busy: 1, talkS: 0 }]);
  expect(sum).toEqual({ answered: 2, missed: 1, busy: 1, talkS: 60 });
  expect(answeredPercent(sum)).toBe(50);
});

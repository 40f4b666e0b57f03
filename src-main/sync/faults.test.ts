import { expect, it } from 'vitest';
import { PassingFault, refusal } from './faults';

const NOW = Date.UTC(2021, 4, 10, 9);
const wait = (retryAfter: string): number | null => {
  const error = refusal(503, new Headers({ 'retry-after': retryAfter }), '', NOW);
  if (!(error instanceof PassingFault)) throw error;
  return error.retryAfterMs;
};

it('waits as long as the operator asks, in seconds or until a time', () => {
  expect(wait('2')).toBe(2_000);
  expect(wait('Mon, 10 May 2021 09:01:00 GMT')).toBe(60_000);
  expect(wait('Mon, 10 May 2021 08:00:00 GMT')).toBe(0);
  expect(wait('soon')).toBeNull();
});

it('never waits longer than a day, however long it is asked to', () => {
  expect(wait('99999999999')).toBe(86_400_000);
  expect(wait('Mon, 10 May 2100 09:00:00 GMT')).toBe(86_400_000);
});

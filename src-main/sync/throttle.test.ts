import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createThrottle } from './throttle';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('sends at once, then once in its time, and the last state always', () => {
  let state = 0;
  const sent: number[] = [];
  const throttle = createThrottle(200, () => sent.push(state));
  for (state = 1; state <= 50; state++) {
    throttle.request();
    vi.advanceTimersByTime(10);
  }
  vi.advanceTimersByTime(1_000);
  expect(sent).toEqual([1, 20, 40, 51]);
});

it('sends what cannot wait, and nothing twice for it or after its end', () => {
  const send = vi.fn();
  const throttle = createThrottle(200, send);
  throttle.flush();
  throttle.request();
  throttle.flush();
  vi.advanceTimersByTime(1_000);
  expect(send).toHaveBeenCalledTimes(2);
  throttle.flush();
  throttle.request();
  throttle.stop();
  vi.advanceTimersByTime(1_000);
  expect(send).toHaveBeenCalledTimes(3);
});

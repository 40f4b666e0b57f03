import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createIdleTimer } from './idle-timer';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const MINUTE = 60_000;
function timerOf(minutes: number) {
  const onIdle = vi.fn();
  const timer = createIdleTimer(onIdle);
  timer.setLimit(minutes);
  return { onIdle, timer };
}

it('tells of a pause once, however long it lasts, and of the next one after a touch', () => {
  const { onIdle, timer } = timerOf(5);
  vi.advanceTimersByTime(5 * MINUTE - 1);
  expect(onIdle).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(onIdle).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(60 * MINUTE);
  expect(onIdle).toHaveBeenCalledTimes(1);
  timer.touch();
  vi.advanceTimersByTime(5 * MINUTE);
  expect(onIdle).toHaveBeenCalledTimes(2);
});

it('counts from the last touch', () => {
  const { onIdle, timer } = timerOf(5);
  for (let minute = 0; minute < 30; minute++) {
    vi.advanceTimersByTime(MINUTE);
    timer.touch();
  }
  vi.advanceTimersByTime(5 * MINUTE - 1);
  expect(onIdle).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(onIdle).toHaveBeenCalledTimes(1);
});

it('follows another limit at once, and none at all', () => {
  const { onIdle, timer } = timerOf(60);
  vi.advanceTimersByTime(4 * MINUTE);
  timer.setLimit(0);
  timer.touch();
  vi.advanceTimersByTime(600 * MINUTE);
  expect(onIdle).not.toHaveBeenCalled();
  timer.touch();
  timer.setLimit(5);
  vi.advanceTimersByTime(5 * MINUTE);
  expect(onIdle).toHaveBeenCalledTimes(1);
});

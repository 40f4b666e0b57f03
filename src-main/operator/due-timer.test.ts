import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDueTimer } from './due-timer';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const MINUTE = 60_000;

describe('the timer of what is due', () => {
  it('wakes at each moment in turn, however far it is, and rests when nothing is to come', async () => {
    const moments = [3 * 24 * 60 * MINUTE, 3 * 24 * 60 * MINUTE + 5];
    const begin = Date.now();
    const done: number[] = [];
    const timer = createDueTimer({
      nextAt: () => (moments[0] === undefined ? null : begin + moments[0]),
      now: Date.now,
      onDue: async () => {
        done.push(moments.shift() ?? 0);
      },
      onError: expect.unreachable,
    });
    timer.arm();
    await vi.advanceTimersByTimeAsync(3 * 24 * 60 * MINUTE - 1);
    expect(done).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(done).toHaveLength(2);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('tells of a failure, tries again after a minute, and is silent once stopped', async () => {
    const errors: unknown[] = [];
    const timer = createDueTimer({
      nextAt: () => 0,
      now: Date.now,
      onDue: () => Promise.reject(new Error('broken')),
      onError: (error) => errors.push(error),
    });
    timer.arm();
    await vi.advanceTimersByTimeAsync(MINUTE - 1);
    expect(errors).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(errors).toHaveLength(2);
    timer.stop();
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect(errors).toHaveLength(2);
  });
});

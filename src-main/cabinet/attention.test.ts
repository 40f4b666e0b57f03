import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createAttention } from './attention';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Waits for a rest; says whether it has come. */
function waitForRest(attention: ReturnType<typeof createAttention>, signal = new AbortController().signal) {
  const wait = { over: false };
  void attention.rest(signal).then(() => {
    wait.over = true;
  });
  return wait;
}

it('is a rest at once when nobody has asked', async () => {
  const wait = waitForRest(createAttention());
  await vi.advanceTimersByTimeAsync(0);
  expect(wait.over).toBe(true);
});

it('is a rest a while after the last question, not after the first', async () => {
  const attention = createAttention();
  attention.asked();
  const wait = waitForRest(attention);
  await vi.advanceTimersByTimeAsync(1000);
  attention.asked();
  await vi.advanceTimersByTimeAsync(1000);
  expect(wait.over).toBe(false);
  await vi.advanceTimersByTimeAsync(1000);
  expect(wait.over).toBe(true);
});

it('does not wait for ever for one who always asks', async () => {
  const attention = createAttention();
  attention.asked();
  const asking = setInterval(() => attention.asked(), 100);
  const wait = waitForRest(attention);
  await vi.advanceTimersByTimeAsync(4900);
  expect(wait.over).toBe(false);
  await vi.advanceTimersByTimeAsync(200);
  expect(wait.over).toBe(true);
  clearInterval(asking);
});

it('is over when it is not needed any more', async () => {
  const attention = createAttention();
  attention.asked();
  const needed = new AbortController();
  const wait = waitForRest(attention, needed.signal);
  needed.abort();
  await vi.advanceTimersByTimeAsync(0);
  expect(wait.over).toBe(true);
});

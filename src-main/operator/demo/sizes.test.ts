import { afterEach, describe, expect, it } from 'vitest';
import { signIn, startTestOperator, type TestOperator } from '../testing/client';
import { type DemoSize, demoSizes, sizeFacts } from './sizes';

let operator: TestOperator | undefined;
afterEach(async () => {
  await operator?.close();
  expect(operator?.errors).toEqual([]);
});

const EXPECTED: Record<DemoSize, number> = {
  small: 35_000,
  medium: 450_000,
  large: 5_000_000,
  extreme: 10_000_000,
};

describe('sizes of the demo company', () => {
  it.each(demoSizes)('%s has its subscribers and calls at once', async (size) => {
    operator = await startTestOperator({ size });
    const api = await signIn(operator);
    const { items } = await api.page('subscribers', { limit: 5000 });
    // Some of the bigger companies' numbers are connected later in their history.
    expect(items.length).toBeLessThanOrEqual(sizeFacts[size].subscribers);
    expect(items.length).toBeGreaterThanOrEqual(Math.floor(sizeFacts[size].subscribers * 0.95));
    let cursor: string | undefined;
    let lastId = 0;
    for (let page = 0; page < 3; page++) {
      const calls = await api.page('cdrs', cursor ? { since: cursor, limit: 5000 } : { limit: 5000 });
      if (page === 0) {
        const total = calls.items.length + calls.remaining;
        expect(total / EXPECTED[size]).toBeGreaterThan(0.9);
        expect(total / EXPECTED[size]).toBeLessThan(1.1);
      }
      for (const { id } of calls.items) {
        expect(id).toBeGreaterThan(lastId);
        lastId = id;
      }
      cursor = calls.cursor;
    }
  });
});

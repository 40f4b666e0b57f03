import { afterEach, expect, it } from 'vitest';
import { row } from '../store/cache';
import { readFeedState } from '../store/feed-state';
import { openSample, sampleCdrs } from '../store/testing/sample';
import { createPageStore } from './store-page';

const sample = openSample();
afterEach(() => sample.close());

it('stores a page whole, and in short pieces with the cursor last while screens read', async () => {
  const { cache } = sample;
  let read = true;
  const pages = createPageStore(cache, () => read);
  const store = (firstId: number, cursor: string) => {
    const items = sampleCdrs(2500, 1, firstId);
    return pages.store('cdrs', { items, cursor, more: true, remaining: 1, serverTime: 1 }, 1);
  };
  const found = () => ({
    rows: row<{ rows: number }>(cache, 'SELECT count(*) AS rows FROM cdrs')?.rows,
    cursor: readFeedState(cache, 'cdrs').cursor,
  });

  // What is looked at before the promise is awaited is what a screen sees between two pieces.
  const first = store(1, 'c 1');
  expect(found()).toEqual({ rows: 1000, cursor: null });
  await first;
  expect(found()).toEqual({ rows: 2500, cursor: 'c 1' });

  read = false;
  const second = store(2501, 'c 2');
  expect(found()).toEqual({ rows: 5000, cursor: 'c 2' });
  await second;
});

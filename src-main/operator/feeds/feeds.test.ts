import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { monthOf } from '../../../src-shared/domain/period';
import { feedItems, feedNames, feedPageSchema } from '../../../src-shared/operator-api/feeds';
import { type Api, minsk, problemOf, signIn, startTestOperator, type TestOperator } from '../testing/client';

let operator: TestOperator;
let api: Api;

beforeAll(async () => {
  operator = await startTestOperator();
  api = await signIn(operator);
});
afterAll(async () => {
  await operator.close();
  expect(operator.errors).toEqual([]);
});

describe('feeds', () => {
  it.each(feedNames)('%s keeps to the contract on every page', async (name) => {
    let cursor: string | undefined;
    do {
      const query: Record<string, string | number> = cursor
        ? { since: cursor, limit: 5000 }
        : { limit: 5000 };
      const response = await api.call(
        'GET',
        `/${name}?${new URLSearchParams(query as Record<string, string>)}`,
      );
      const page = feedPageSchema(feedItems[name] as z.ZodType).parse(await response.json());
      expect(response.headers.get('next-cursor')).toBe(page.cursor);
      expect(response.headers.get('feed-more')).toBe(page.more ? '1' : '0');
      cursor = page.more ? page.cursor : undefined;
    } while (cursor);
  });

  it('hands out each call once, in order, whatever the size of pages', async () => {
    const big = await api.pull('cdrs', 5000);
    const small = await api.pull('cdrs', 777);
    expect(small).toEqual(big);
    expect(big.items.length).toBeGreaterThan(25_000);
    const ids = big.items.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
    const starts = big.items.map(({ startedAt }) => startedAt);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect(monthOf(starts[0] ?? 0)).toBe('2020-11');
    expect(starts.at(-1)).toBeLessThan(minsk('2021-05-10'));
    expect(starts.at(-1)).toBeGreaterThan(minsk('2021-05-09'));
  });

  it('counts what remains', async () => {
    let cursor: string | undefined;
    let total: number | null = null;
    let seen = 0;
    for (;;) {
      const page = await api.page('cdrs', cursor ? { since: cursor, limit: 4000 } : { limit: 4000 });
      seen += page.items.length;
      total ??= seen + page.remaining;
      expect(seen + page.remaining).toBe(total);
      if (!page.more) break;
      cursor = page.cursor;
    }
    expect(seen).toBe(total);
  });

  it('refuses cursors that are none, or of another feed', async () => {
    const { cursor } = await api.page('payments');
    for (const since of ['x', cursor, `${cursor}x`]) {
      const response = await api.call('GET', `/cdrs?since=${since}`);
      expect(response.status).toBe(400);
      expect(await problemOf(response)).toMatchObject({ code: 'validation', field: 'query.since' });
    }
  });
});

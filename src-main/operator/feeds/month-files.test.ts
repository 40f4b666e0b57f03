import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { monthOf } from '../../../src-shared/domain/period';
import { monthFileLineSchema, monthFilesSchema } from '../../../src-shared/operator-api/month-files';
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

const listed = async () =>
  monthFilesSchema.parse(await (await api.call('GET', '/month-files')).json()).months;

/** Every page of a month's file. */
async function linesOf(month: string) {
  const response = await api.call('GET', `/month-file?month=${month}`);
  expect(response.headers.get('content-type')).toBe('application/x-ndjson');
  expect(response.headers.get('content-encoding')).toBe('gzip');
  const text = await response.text();
  expect(text.endsWith('\n')).toBe(true);
  const lines = text.slice(0, -1).split('\n');
  return lines.map((line) => monthFileLineSchema.parse(JSON.parse(line)));
}

describe('files of months', () => {
  it('are there for the months that are over, of those that are kept', async () => {
    const months = await listed();
    expect(months.map(({ month }) => month)).toEqual([
      '2020-11',
      '2020-12',
      '2021-01',
      '2021-02',
      '2021-03',
      '2021-04',
    ]);
    expect(months[0]?.since).toBeNull();
  });

  it('together with the feed after them are the whole feed, each call once, in order', async () => {
    const feed = await api.pull('cdrs', 5000);
    const taken: typeof feed.items = [];
    let cursor: string | null = null;
    for (const { month, since } of await listed()) {
      expect(since).toBe(cursor);
      const lines = await linesOf(month);
      const cdrs = lines.flatMap(({ items }) => items);
      expect(new Set(cdrs.map(({ startedAt }) => monthOf(startedAt)))).toEqual(new Set([month]));
      expect(lines.every(({ more }) => more)).toBe(true);
      taken.push(...cdrs);
      cursor = lines.at(-1)?.cursor ?? null;
      expect(lines.at(-1)?.remaining).toBe(feed.items.length - taken.length);
    }
    const rest = await api.pull('cdrs', 5000, cursor ?? undefined);
    expect([...taken, ...rest.items]).toEqual(feed.items);
    expect(rest.cursor).toBe(feed.cursor);
  });

  it('leave out what was recorded later: that comes by the feed', async () => {
    const before = await linesOf('2021-04');
    await operator.control.addLateCdrs(7, '2021-04');
    await operator.control.correctCdrs(5, '2021-04');
    const after = await linesOf('2021-04');
    expect(after.map(({ items }) => items)).toEqual(before.map(({ items }) => items));
    const { items } = await api.pull('cdrs', 5000, after.at(-1)?.cursor);
    expect(items.filter(({ startedAt }) => monthOf(startedAt) === '2021-04')).toHaveLength(12);
  });

  it.each(['2021-05', '2020-10', '2031-01'])('%s has none', async (month) => {
    const response = await api.call('GET', `/month-file?month=${month}`);
    expect(response.status).toBe(404);
    expect(await problemOf(response)).toMatchObject({ code: 'not-found' });
  });

  it('of a larger company have many lines, each with the cursor where the feed goes on', async () => {
    const large = await startTestOperator({ at: minsk('2018-04-02', 12), size: 'medium' });
    try {
      api = await signIn(large);
      const lines = await linesOf('2018-03');
      expect(lines.length).toBeGreaterThan(5);
      const [, second, third] = lines;
      const page = await api.page('cdrs', { since: second?.cursor ?? '', limit: 5000 });
      expect(page.items).toEqual(third?.items);
      expect(page.cursor).toBe(third?.cursor);
    } finally {
      await large.close();
      api = await signIn(operator);
    }
    expect(large.errors).toEqual([]);
  });

  it('are left in the middle without harm to the operator', async () => {
    const response = await api.call('GET', '/month-file?month=2021-03');
    await response.body?.cancel();
    expect((await api.call('GET', '/account')).status).toBe(200);
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { DAY_MS, monthOf } from '../../../src-shared/domain/period';
import { type FeedName, feedNames } from '../../../src-shared/operator-api/feeds';
import {
  type Api,
  createApi,
  GUIDE_TIME,
  minsk,
  problemOf,
  signIn,
  startTestOperator,
  type TestOperator,
} from '../testing/client';

const running: TestOperator[] = [];
const folders: string[] = [];
const start = async (...args: Parameters<typeof startTestOperator>) => {
  const operator = await startTestOperator(...args);
  running.push(operator);
  return operator;
};
const stop = async (operator: TestOperator) => {
  running.splice(running.indexOf(operator), 1);
  await operator.close();
  expect(operator.errors).toEqual([]);
};
afterEach(async () => {
  for (const operator of [...running]) await stop(operator);
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const folder = () => {
  const path = mkdtempSync(join(tmpdir(), 'operator-'));
  folders.push(path);
  return path;
};
const feeds = ['subscribers', 'services', 'charges', 'payments', 'invoices', 'cdrs'] as const;
const everything = async (operator: TestOperator) => {
  // Before the books are done, subscribers are handed out with their subscription only, and then again.
  await operator.control.settle();
  const api = await signIn(operator);
  const all: Partial<Record<FeedName, unknown>> = {};
  for (const feed of feeds) all[feed] = (await api.pull(feed, 5000)).items;
  return all;
};
const heads = async (api: Api) =>
  ((await (await api.call('GET', '/feed-heads')).json()) as { heads: Record<string, string> }).heads;

describe('the same seed', () => {
  it('makes the same company and calls; another seed others', async () => {
    const one = await everything(await start());
    const two = await everything(await start());
    expect(two).toEqual(one);
    const other = await signIn(await start({ seed: 7 }));
    expect((await other.page('cdrs')).items).not.toEqual((one.cdrs as unknown[]).slice(0, 1000));
  });

  it('goes on after a restart: data, cursors, sessions, post, password and clock', async () => {
    const dataDir = folder();
    const first = await start({ dataDir, at: GUIDE_TIME + 400 * DAY_MS });
    await first.control.setClock(GUIDE_TIME);
    const api = await signIn(first);
    const before = await everything(first);
    const half = await api.page('cdrs', { limit: 5000 });
    const rest = await api.pull('cdrs', 5000, half.cursor);
    await first.control.addLateCdrs(3, '2021-05');
    const { phone } = first.control.getState().demoAccount;
    await createApi(first.url).call('POST', '/sms-codes', { phone });
    const headsBefore = await heads(api);
    await first.control.settle();
    await stop(first);

    const second = await start({ dataDir, at: GUIDE_TIME + 400 * DAY_MS });
    const again = await signIn(second);
    expect(second.control.getState().operatorTime).toBe(GUIDE_TIME);
    expect((await again.pull('cdrs', 5000, half.cursor)).items.slice(0, -3)).toEqual(rest.items);
    expect((await again.pull('invoices', 100)).items).toEqual(before.invoices);
    expect(second.control.listSms()).toHaveLength(1);
    expect((await heads(again)).cdrs).toBe(headsBefore.cdrs);
  });
});

describe('heads', () => {
  it('equal the cursors of whoever has everything, until something changes', async () => {
    const operator = await start();
    const api = await signIn(operator);
    await operator.control.settle();
    const cursors: Record<string, string> = {};
    for (const feed of feedNames) cursors[feed] = (await api.pull(feed, 500)).cursor;
    expect(await heads(api)).toEqual(cursors);
    operator.time.value += 60_000;
    expect(await heads(api)).toEqual(cursors);
    operator.time.value += DAY_MS;
    const next = await signIn(operator);
    const tomorrow = await heads(next);
    expect(feeds.filter((feed) => tomorrow[feed] === cursors[feed])).toEqual([]);
    expect(tomorrow['tariff-plans']).toBe(cursors['tariff-plans']);
    for (const feed of feeds) cursors[feed] = (await next.pull(feed, 500, cursors[feed])).cursor;
    expect(await heads(next)).toEqual(cursors);
  });
});

describe('time', () => {
  it('going on brings what is new and nothing twice', async () => {
    const operator = await start();
    const api = await signIn(operator);
    const had = await api.pull('cdrs', 5000);
    const invoices = await api.pull('invoices', 100);
    operator.time.value = minsk('2021-06-03', 23, 59);
    const fresh = await signIn(operator);
    const news = await fresh.pull('cdrs', 5000, had.cursor);
    const ids = [...had.items, ...news.items].map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
    expect(news.items.at(-1)?.startedAt).toBeLessThan(minsk('2021-06-03'));
    expect(news.items.at(-1)?.startedAt).toBeGreaterThan(minsk('2021-06-02'));
    // April's invoice was paid in the meantime; May's is new.
    const formed = await fresh.pull('invoices', 100, invoices.cursor);
    const status = new Map(formed.items.map((invoice) => [invoice.month, invoice.status]));
    expect(status.get('2021-04')).toBe('paid');
    expect(status.get('2021-05')).toBe('unpaid');
    expect(status.has('2021-02')).toBe(false);
  });

  it('forms invoices in the evening of the 3rd, not before', async () => {
    const operator = await start({ at: minsk('2021-05-03', 12) });
    const before = await (await signIn(operator)).pull('invoices', 100);
    expect(before.items.at(-1)?.month).toBe('2021-03');
    operator.time.value = minsk('2021-05-03', 23, 59);
    const after = await (await signIn(operator)).pull('invoices', 100);
    expect(after.items.at(-1)?.month).toBe('2021-04');
  });

  it('has calls up to yesterday only, of six months and the current one', async () => {
    const operator = await start({ at: minsk('2021-06-01', 0, 30) });
    const { items } = await (await signIn(operator)).pull('cdrs', 5000);
    expect(monthOf(items[0]?.startedAt ?? 0)).toBe('2020-12');
    expect(monthOf(items.at(-1)?.startedAt ?? 0)).toBe('2021-05');
  });

  it('refuses a cursor of calls that are no longer kept', async () => {
    const operator = await start();
    const { cursor } = await (await signIn(operator)).page('cdrs', { limit: 100 });
    operator.time.value = minsk('2021-06-10', 12);
    const answer = await (await signIn(operator)).call('GET', `/cdrs?since=${cursor}`);
    expect(answer.status).toBe(410);
    expect(await problemOf(answer)).toMatchObject({ code: 'resync-required' });
  });

  it('set back a little takes back what has not come yet', async () => {
    const operator = await start({ at: minsk('2021-06-20', 12) });
    const later = await everything(operator);
    await operator.control.setClock(GUIDE_TIME);
    const api = await signIn(operator);
    const charges = (await api.pull('charges', 1000)).items;
    expect(
      charges
        .map(({ month }) => month)
        .sort()
        .at(-1),
    ).toBe('2021-05');
    expect((await api.pull('invoices', 100)).items.at(-1)?.month).toBe('2021-04');
    expect((await api.pull('cdrs', 5000)).items.at(-1)?.startedAt).toBeLessThan(minsk('2021-05-10'));
    await operator.control.setClock(minsk('2021-06-20', 12));
    const again = await signIn(operator);
    expect((await again.pull('cdrs', 5000)).items).toEqual(later.cdrs);
    expect((await again.pull('invoices', 100)).items).toEqual(later.invoices);
    expect((await again.pull('payments', 100)).items).toEqual(later.payments);
  });

  it('set far away, or another size, makes the data anew and refuses old cursors', async () => {
    const operator = await start({ at: minsk('2024-03-15', 12) });
    const api = await signIn(operator);
    const { cursor } = await api.page('charges');
    await operator.control.setClock(GUIDE_TIME);
    const answer = await api.call('GET', `/charges?since=${cursor}`);
    expect(await problemOf(answer)).toMatchObject({ status: 410, code: 'resync-required' });
    const { items } = await api.pull('charges', 1000);
    expect(items.map(({ month }) => month)).toContain('2020-05');
    await operator.control.setSize('medium');
    expect(operator.control.getState().size).toBe('medium');
    const subscribers = await api.pull('subscribers', 1000);
    expect(new Set(subscribers.items.map(({ id }) => id)).size).toBeGreaterThan(40);
  });

  it('never comes before the account', async () => {
    const operator = await start();
    await expect(operator.control.setClock(minsk('2018-03-13'))).rejects.toThrow(RangeError);
    await operator.control.setClock(minsk('2018-05-02', 9));
    const { items } = await (await signIn(operator)).pull('cdrs', 5000);
    expect(items[0]?.startedAt).toBeGreaterThan(minsk('2018-03-13'));
  });
});

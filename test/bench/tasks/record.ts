import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { startTestOperator } from '../../../src-main/operator/testing/client';
import { pageRows } from '../../../src-main/sync/client';
import { type FeedName, type FeedPage, feedNames } from '../../../src-shared/operator-api/feeds';
import type { MonthFiles } from '../../../src-shared/operator-api/month-files';
import type { Session } from '../../../src-shared/operator-api/sessions';
import {
  ANSWERS_FILE,
  type RecordedAnswers,
  type RecordedMonth,
  type RecordedPage,
} from '../lib/recorded-pages';
import { answer, taskInput } from '../lib/task';

/** Asks the embedded operator for everything of a «medium» company and keeps its answers. */
export type Recording = { pages: number; credentials: { phone: string; password: string } };

/** As the operator compresses. */
const GZIP_LEVEL = 4;

const { folder, calls } = taskInput<{ folder: string; calls: number | null }>();
mkdirSync(folder, { recursive: true });
const operator = await startTestOperator({ size: 'medium' });
await operator.control.settle();
const { phone, password } = operator.control.getState().demoAccount;

type Asking = { token?: string; body?: object };

async function request(path: string, options: Asking = {}): Promise<Response> {
  const response = await fetch(`${operator.url}/v1${path}`, {
    method: options.body ? 'POST' : 'GET',
    headers: {
      'content-type': 'application/json',
      ...(options.token ? { authorization: `Bearer ${options.token}` } : {}),
    },
    ...(options.body ? { body: JSON.stringify(options.body) } : {}),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response;
}

const ask = async <Answer>(path: string, options?: Asking): Promise<Answer> =>
  (await (await request(path, options)).json()) as Answer;

const keep = (file: string, text: string): void =>
  writeFileSync(join(folder, file), gzipSync(text, { level: GZIP_LEVEL }));

/** @param from cursor to begin at; null: the beginning. @param most records to take */
async function recordFeed(
  feed: FeedName,
  token: string,
  most: number,
  from: string | null = null,
): Promise<RecordedPage[]> {
  const recorded: RecordedPage[] = [];
  let since = from;
  let rows = 0;
  for (;;) {
    const limit = Math.min(pageRows(feed), most - rows);
    const query: string = `limit=${limit}${since === null ? '' : `&since=${encodeURIComponent(since)}`}`;
    const page: FeedPage<FeedName> = await ask(`/${feed}?${query}`, { token });
    rows += page.items.length;
    const more: boolean = page.more && rows < most;
    const file = `${feed}-${from ?? ''}${recorded.length}.json.gz`;
    keep(file, JSON.stringify({ ...page, more, remaining: more ? page.remaining : 0 }));
    recorded.push({ since, file, cursor: page.cursor, more });
    if (!more) return recorded;
    since = page.cursor;
  }
}

/** Files of months as far as they hold no more than so many records, and the feed from there on. */
async function recordMonths(token: string, most: number) {
  const recorded: RecordedMonth[] = [];
  let left = most;
  let cursor: string | null = null;
  const { months } = await ask<MonthFiles>('/month-files', { token });
  for (const { month, since } of months) {
    const response = await request(`/month-file?month=${month}`, { token });
    const text = await response.text();
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as FeedPage<'cdrs'>);
    const rows = lines.reduce((sum, { items }) => sum + items.length, 0);
    if (rows >= left) break;
    left -= rows;
    const file = `${month}.ndjson.gz`;
    keep(file, text);
    recorded.push({ month, since, file });
    cursor = lines.at(-1)?.cursor ?? null;
  }
  return { months: recorded, afterMonths: await recordFeed('cdrs', token, left, cursor) };
}

const session = await ask<Session>('/sessions', { body: { method: 'password', phone, password } });
const { token } = session;
const mostCalls = calls ?? Infinity;
const feeds = {} as Record<FeedName, RecordedPage[]>;
for (const feed of feedNames) {
  feeds[feed] = await recordFeed(feed, token, feed === 'cdrs' ? mostCalls : Infinity);
}
const heads = Object.fromEntries(feedNames.map((feed) => [feed, feeds[feed].at(-1)?.cursor]));
const serverTime = session.serverTime;
const answers: RecordedAnswers = {
  serverTime,
  session,
  account: await ask('/account', { token }),
  heads: { heads, serverTime },
  feeds,
  ...(await recordMonths(token, mostCalls)),
};
writeFileSync(join(folder, ANSWERS_FILE), JSON.stringify(answers));
await operator.close();
const pages = Object.values(feeds).reduce((sum, { length }) => sum + length, 0);
answer({ pages, credentials: { phone, password } });

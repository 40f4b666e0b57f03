import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { startTestOperator } from '../../../src-main/operator/testing/client';
import { pageRows } from '../../../src-main/sync/client';
import { type FeedName, type FeedPage, feedNames } from '../../../src-shared/operator-api/feeds';
import type { Session } from '../../../src-shared/operator-api/sessions';
import { ANSWERS_FILE, type RecordedAnswers, type RecordedPage } from '../lib/recorded-pages';
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

async function ask<Answer>(path: string, options: { token?: string; body?: object } = {}): Promise<Answer> {
  const response = await fetch(`${operator.url}/v1${path}`, {
    method: options.body ? 'POST' : 'GET',
    headers: {
      'content-type': 'application/json',
      ...(options.token ? { authorization: `Bearer ${options.token}` } : {}),
    },
    ...(options.body ? { body: JSON.stringify(options.body) } : {}),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Answer;
}

async function recordFeed(feed: FeedName, token: string, most: number): Promise<RecordedPage[]> {
  const recorded: RecordedPage[] = [];
  let since: string | null = null;
  let rows = 0;
  for (;;) {
    const limit = Math.min(pageRows(feed), most - rows);
    const query: string = `limit=${limit}${since === null ? '' : `&since=${encodeURIComponent(since)}`}`;
    const page: FeedPage<FeedName> = await ask(`/${feed}?${query}`, { token });
    rows += page.items.length;
    const more: boolean = page.more && rows < most;
    const file = `${feed}-${recorded.length}.json.gz`;
    const text = JSON.stringify({ ...page, more, remaining: more ? page.remaining : 0 });
    writeFileSync(join(folder, file), gzipSync(text, { level: GZIP_LEVEL }));
    recorded.push({ since, file, cursor: page.cursor, more });
    if (!more) return recorded;
    since = page.cursor;
  }
}

const session = await ask<Session>('/sessions', { body: { method: 'password', phone, password } });
const { token } = session;
const feeds = {} as Record<FeedName, RecordedPage[]>;
for (const feed of feedNames) {
  feeds[feed] = await recordFeed(feed, token, feed === 'cdrs' && calls !== null ? calls : Infinity);
}
const heads = Object.fromEntries(feedNames.map((feed) => [feed, feeds[feed].at(-1)?.cursor]));
const serverTime = session.serverTime;
const answers: RecordedAnswers = {
  serverTime,
  session,
  account: await ask('/account', { token }),
  heads: { heads, serverTime },
  feeds,
};
writeFileSync(join(folder, ANSWERS_FILE), JSON.stringify(answers));
await operator.close();
const pages = Object.values(feeds).reduce((sum, { length }) => sum + length, 0);
answer({ pages, credentials: { phone, password } });

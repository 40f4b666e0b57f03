import { transaction } from '../../../src-main/store/cache';
import { openCache } from '../../../src-main/store/open';
import { SAMPLE_KEY } from '../../../src-main/store/testing/sample';
import { storeAccount } from '../../../src-main/store/write/account';
import { storeItems } from '../../../src-main/store/write/feeds';
import type { Account } from '../../../src-shared/domain/account';
import { endOfMonth, startOfMonth } from '../../../src-shared/domain/period';
import { MONTH } from '../lib/month-document';
import { readAnswers, readPage } from '../lib/recorded-pages';
import { answer, taskInput } from '../lib/task';

/** Makes a cache with this many recorded calls in one month, and an unencrypted copy for the peers. */
export type FilledMonth = { rows: number };

const { pages, path, plainPath, count } = taskInput<{
  pages: string;
  path: string;
  plainPath: string;
  count: number;
}>();
const answers = readAnswers(pages);
const cache = openCache(path, SAMPLE_KEY);
const start = startOfMonth(MONTH);
const step = Math.floor((endOfMonth(MONTH) - start) / count);
let rows = 0;

storeAccount(cache, (answers.account as { account: Account }).account, answers.serverTime);
for (const recorded of answers.feeds.subscribers) {
  const { items } = readPage<'subscribers'>(pages, recorded);
  transaction(cache, () => storeItems(cache, 'subscribers', items));
}
/** The recorded calls in the order of time; then the same again, for a month of more calls than were recorded. */
while (rows < count) {
  const before = rows;
  for (const recorded of answers.feeds.cdrs) {
    const items = readPage<'cdrs'>(pages, recorded)
      .items.slice(0, count - rows)
      .map(({ recordedAt: _, ...cdr }, at) => ({
        ...cdr,
        id: 1 + rows + at,
        startedAt: start + (rows + at) * step,
      }));
    transaction(cache, () => storeItems(cache, 'cdrs', items));
    rows += items.length;
    if (rows === count) break;
  }
  if (rows === before) throw new Error('no calls were recorded');
}
const stored = cache.statement('SELECT count(*) FROM cdrs').pluck().get();
if (stored !== count) throw new Error(`${stored} of ${count} calls were stored`);
cache.database.prepare("ATTACH DATABASE ? AS plain KEY ''").run(plainPath);
for (const table of ['cdrs', 'subscribers']) {
  cache.database.exec(`CREATE TABLE plain.${table} AS SELECT * FROM main.${table}`);
}
cache.close();
answer({ rows } satisfies FilledMonth);

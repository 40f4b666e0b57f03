import { closeSync, openSync, writeSync } from 'node:fs';
import { row, transaction } from '../../../src-main/store/cache';
import { openCache } from '../../../src-main/store/open';
import { SAMPLE_KEY } from '../../../src-main/store/testing/sample';
import { storeItems } from '../../../src-main/store/write/feeds';
import { feedNames } from '../../../src-shared/operator-api/feeds';
import { CALL_SUMS_SQL, type CallSums } from '../lib/call-sums';
import { readAnswers, readPage } from '../lib/recorded-pages';
import { answer, taskInput } from '../lib/task';

/**
 * Stores the recorded pages by the program's own writer, a page a transaction, without network and without checks.
 * With `csv`, the rows are then written for a peer in the order in which they came.
 */
export type FilledCache = { path: string; sums: CallSums; ms: number };

const input = taskInput<{ pages: string; path: string; csv?: string }>();
const answers = readAnswers(input.pages);
const cache = openCache(input.path, SAMPLE_KEY);
const order = new Set<number>();
let ms = 0;
for (const feed of feedNames) {
  for (const recorded of answers.feeds[feed]) {
    const { items } = readPage<typeof feed>(input.pages, recorded);
    const started = performance.now();
    transaction(cache, () => storeItems(cache, feed, items));
    if (feed !== 'cdrs') continue;
    ms += performance.now() - started;
    for (const { id } of items as { id: number }[]) order.add(id);
  }
}

if (input.csv !== undefined) {
  const byId = cache.statement('SELECT * FROM cdrs WHERE id = ?').raw();
  const file = openSync(input.csv, 'w');
  let lines = '';
  for (const id of order) {
    // Parties are digits or the names of a demo: none holds what would have to be quoted.
    lines += `${(byId.get(id) as unknown[]).map((cell) => cell ?? '').join(',')}\n`;
    if (lines.length < 1_000_000) continue;
    writeSync(file, lines);
    lines = '';
  }
  writeSync(file, lines);
  closeSync(file);
}
const sums = row<CallSums>(cache, CALL_SUMS_SQL) as CallSums;
cache.close();
answer({ path: input.path, sums, ms } satisfies FilledCache);

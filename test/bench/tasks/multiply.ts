import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { feedNames } from '../../../src-shared/operator-api/feeds';
import {
  ANSWERS_FILE,
  type RecordedAnswers,
  type RecordedPage,
  readAnswers,
  readPage,
} from '../lib/recorded-pages';
import { answer, taskInput } from '../lib/task';

/** Makes a larger account of a recorded one: every call so many times, a second apart, in the order of time. */
const { from, to, times } = taskInput<{ from: string; to: string; times: number }>();
const GZIP_LEVEL = 1;

mkdirSync(to);
const recorded = readAnswers(from);
const cdrs: RecordedPage[] = [];
for (const page of recorded.feeds.cdrs) {
  const { items, ...head } = readPage<'cdrs'>(from, page);
  for (let part = 0; part < times; part += 1) {
    const last = part === times - 1;
    const more = page.more || !last;
    const cursor = last ? page.cursor : `${page.cursor}-${part}`;
    const size = items.length;
    const some = Array.from({ length: size }, (_, at) => {
      const place = part * size + at;
      const cdr = items[Math.floor(place / times)] as (typeof items)[number];
      const copy = place % times;
      return { ...cdr, id: cdr.id * times + copy, startedAt: cdr.startedAt + copy * 1000 };
    });
    const file = `cdrs-${cdrs.length}.json.gz`;
    const text = JSON.stringify({
      ...head,
      items: some,
      cursor,
      more,
      remaining: more ? head.remaining * times + 1 : 0,
    });
    writeFileSync(join(to, file), gzipSync(text, { level: GZIP_LEVEL }));
    cdrs.push({ since: cdrs.at(-1)?.cursor ?? null, file, cursor, more });
  }
}
for (const feed of feedNames) {
  if (feed !== 'cdrs')
    for (const { file } of recorded.feeds[feed]) copyFileSync(join(from, file), join(to, file));
}
const larger: RecordedAnswers = {
  ...recorded,
  feeds: { ...recorded.feeds, cdrs },
  // The larger account is taken in by the feed alone.
  months: [],
  afterMonths: [],
};
writeFileSync(join(to, ANSWERS_FILE), JSON.stringify(larger));
answer({ pages: cdrs.length });

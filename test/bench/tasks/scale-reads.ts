import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { coreThreads } from '../../../src-main/cabinet/threads';
import { keepYoungHeapBesideThreads } from '../../../src-main/cabinet/young-heap';
import { rows as rowsOf, type WritableCache } from '../../../src-main/store/cache';
import { indexNumbers } from '../../../src-main/store/numbers/build';
import { openCache } from '../../../src-main/store/open';
import { resolveFilter, whereOf } from '../../../src-main/store/read/cdr-filter';
import { cdrGroupsInTurns } from '../../../src-main/store/read/cdr-groups';
import { cdrPage, countCdrs, summarizeCdrs } from '../../../src-main/store/read/cdr-pages';
import { cdrSummary } from '../../../src-main/store/read/cdr-summary';
import { SAMPLE_KEY, seeded } from '../../../src-main/store/testing/sample';
import type { CdrFilter, CdrSort } from '../../../src-shared/bridge/cabinet';
import { MINSK_OFFSET_MS } from '../../../src-shared/domain/period';
import { isWorkingDay } from '../../../src-shared/domain/work-calendar';
import { quantile } from '../lib/statistics';
import { answer, taskInput } from '../lib/task';

/** How long the event loop could not serve another call, in ms; `cpuMs` of it the process was at work. */
type Hold = { ms: number; cpuMs: number };
/** Times in ms. `hold`: the longest time and, of any hold, the most of the processor. */
export type Timed = { name: string; p50: number; p99: number; hold: Hold; plain: number };
export type ScaleReads = { index: { ms: number; cpuMs: number; longestMs: number }; reads: Timed[] };

const LIMIT = 200;
// As the core's entry does.
keepYoungHeapBesideThreads();
const { path, month, rows } = taskInput<{ path: string; month: string; rows: number }>();
const cache: WritableCache = openCache(path, SAMPLE_KEY);
const below = seeded(9);
const whole: CdrFilter = { subscriberId: null, month, direction: 'both' };
const byTime = (): CdrSort => ({ column: 'startedAt', descending: below(2) === 0 });
const day = (number: number) => `${month}-${String(number).padStart(2, '0')}`;

/** Of the whole process, as threads are told their own only by the tick of the kernel; reading is done by one alone. */
const cpuMsNow = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** The longest time between two turns of the event loop while the work goes on, and the most processor time. */
async function withHold<Result>(work: () => Promise<Result>): Promise<[Result, Hold]> {
  let last = performance.now();
  let lastCpu = cpuMsNow();
  const longest: Hold = { ms: 0, cpuMs: 0 };
  let stopped = false;
  const look = () => {
    const now = performance.now();
    const cpu = cpuMsNow();
    takeLonger(longest, { ms: now - last, cpuMs: cpu - lastCpu });
    last = now;
    lastCpu = cpu;
    if (!stopped) setImmediate(look);
  };
  setImmediate(look);
  const result = await work();
  stopped = true;
  look();
  return [result, longest];
}

function takeLonger(hold: Hold, other: Hold): void {
  hold.ms = Math.max(hold.ms, other.ms);
  hold.cpuMs = Math.max(hold.cpuMs, other.cpuMs);
}

/** The ids of a page, read the usual way. */
function plainPage(filter: CdrFilter, { descending }: CdrSort, offset: number): number[] {
  const { sql, values } = whereOf(resolveFilter(filter, isWorkingDay));
  const order = descending ? 'DESC' : 'ASC';
  return rowsOf<{ id: number }>(
    cache,
    `SELECT id FROM cdrs WHERE ${sql} ORDER BY started_at ${order}, direction ${order}, id ${order} LIMIT ? OFFSET ?`,
    ...values,
    LIMIT,
    offset,
  ).map(({ id }) => id);
}

type Asked = { filter: CdrFilter; sort: CdrSort; offset: number };

/** Times pages; every tenth one is compared with the same read the usual way. */
async function timePages(name: string, count: number, ask: (at: number) => Asked): Promise<Timed> {
  const times: number[] = [];
  const plain: number[] = [];
  const hold: Hold = { ms: 0, cpuMs: 0 };
  for (let at = 0; at < count; at++) {
    const { filter, sort, offset } = ask(at);
    const started = performance.now();
    const [page, longest] = await withHold(() => cdrPage(cache, { filter, sort, offset, limit: LIMIT }));
    times.push(performance.now() - started);
    takeLonger(hold, longest);
    if (at % 10 !== 0) continue;
    const plainStarted = performance.now();
    const expected = plainPage(filter, sort, offset);
    plain.push(performance.now() - plainStarted);
    if (page.map(({ id }) => id).join() !== expected.join()) throw new Error(`${name}: another page`);
  }
  return toTimed(name, times, hold, quantile(plain, 0.5));
}

const toTimed = (name: string, times: number[], hold: Hold, plain = Number.NaN): Timed => ({
  name,
  p50: quantile(times, 0.5),
  p99: quantile(times, 0.99),
  hold,
  plain,
});

/** Times totals, asked again until all is counted as the screen does; they are compared with those of a scan. */
async function timeTotals(name: string, filters: readonly CdrFilter[]): Promise<Timed> {
  const times: number[] = [];
  const plain: number[] = [];
  const hold: Hold = { ms: 0, cpuMs: 0 };
  for (const filter of filters) {
    const started = performance.now();
    const [summary, longest] = await withHold(async () => {
      for (;;) {
        const until = performance.now() + 150;
        const counted = await countCdrs(cache, { filter, sort: byTime() }, () => performance.now() > until);
        if ('summary' in counted) return counted.summary;
        // The next question comes through a port: the loop turns between two of them.
        await nextTurn();
      }
    });
    times.push(performance.now() - started);
    takeLonger(hold, longest);
    const plainStarted = performance.now();
    const expected = cdrSummary(cache, { ...filter, minDurationS: filter.minDurationS ?? 0 });
    plain.push(performance.now() - plainStarted);
    if (JSON.stringify(summary) !== JSON.stringify(expected)) throw new Error(`${name}: other totals`);
  }
  return toTimed(name, times, hold, quantile(plain, 0.5));
}

/** What a row's key is in plain SQL. */
const KEYS = {
  subscriber: 'subscriber_id',
  month: `strftime('%Y-%m', (started_at + ${MINSK_OFFSET_MS}) / 1000, 'unixepoch')`,
  day: `strftime('%Y-%m-%d', (started_at + ${MINSK_OFFSET_MS}) / 1000, 'unixepoch')`,
};

/**
 * Scans that sort ten million rows, for when all else is measured: they leave the process's memory in pieces, which cost
 * the next allocations up to 0.1 s.
 */
const scansToCome: (() => void)[] = [];

/** Times sums by group as the screen asks for them; they are to be compared with those of a scan. */
async function timeGroups(name: string, by: keyof typeof KEYS, count: number): Promise<Timed> {
  const times: number[] = [];
  const hold: Hold = { ms: 0, cpuMs: 0 };
  const texts = new Set<string>();
  for (let at = 0; at < count; at++) {
    const started = performance.now();
    const [{ items }, longest] = await withHold(() => cdrGroupsInTurns(cache, whole, by, () => true));
    times.push(performance.now() - started);
    takeLonger(hold, longest);
    texts.add(
      items
        .map(({ key, rows, durationS, net, gross }) => [key, rows, durationS, net, gross].join())
        .sort()
        .join(' '),
    );
  }
  const timed = toTimed(name, times, hold);
  scansToCome.push(() => {
    const plainStarted = performance.now();
    const expected = cache
      .statement(`SELECT ${KEYS[by]}, count(*), sum(duration_s), sum(net), sum(gross) FROM cdrs GROUP BY 1`)
      .raw()
      .all() as unknown[][];
    timed.plain = performance.now() - plainStarted;
    texts.add(
      expected
        .map((group) => group.join())
        .sort()
        .join(' '),
    );
    if (texts.size !== 1) throw new Error(`${name}: other sums`);
  });
  return timed;
}

const cpu = process.cpuUsage();
const started = performance.now();
// The thread is the program's own, from its build.
const indexer = coreThreads(join(process.cwd(), 'out', 'main')).indexer({ path, keyHex: SAMPLE_KEY });
const [, hold] = await withHold(() =>
  indexNumbers(cache, () => true, { make: indexer.make, checkpointPages: 0 }),
);
await indexer.end();
const { user, system } = process.cpuUsage(cpu);
const index = {
  ms: performance.now() - started,
  cpuMs: (user + system) / 1000,
  longestMs: hold.ms,
};

/** Five digits, another five every time. */
const digits = (): string => String(10_000 + below(90_000));
const subscriber = () => 1 + below(150);
const reads = [
  await timePages('first page of the month', 200, () => ({ filter: whole, sort: byTime(), offset: 0 })),
  await timePages('any place of the month', 200, () => ({
    filter: whole,
    sort: byTime(),
    offset: below(rows),
  })),
  // Another filter every time: nothing is known from a query before.
  await timePages('any place, first query of its filter', 60, (at) => ({
    filter: { ...whole, fromDay: day(1 + (at % 7)), toDay: day(31 - Math.floor(at / 7)) },
    sort: byTime(),
    offset: below(Math.floor(rows * 0.4)),
  })),
  await timePages('any place of one subscriber, first query', 60, () => ({
    filter: { ...whole, subscriberId: subscriber(), direction: 'out' },
    sort: byTime(),
    offset: below(Math.floor(rows / 1000)),
  })),
  await timePages('number contains five digits, first page', 60, () => ({
    filter: { ...whole, party: digits() },
    sort: byTime(),
    offset: 0,
  })),
  await timePages('filter that no index has, first page', 60, (at) => ({
    filter: { ...whole, minGross: 4500 + at },
    sort: byTime(),
    offset: 0,
  })),
  await timeTotals(
    'totals of a filter that the monthly sums know',
    Array.from({ length: 10 }, () => ({
      ...whole,
      zones: ['mobile' as const],
      direction: below(2) ? 'in' : 'out',
    })),
  ),
  await timeGroups('sums of a month by subscriber', 'subscriber', 30),
  await timeGroups('sums of a year by month', 'month', 30),
  await timeGroups('sums by day: every record is read', 'day', 2),
  await timeTotals(
    'totals: number contains five digits',
    Array.from({ length: 10 }, () => ({ ...whole, party: digits() })),
  ),
  await timeTotals(
    'totals of a filter that no index has',
    [4000, 4900, 100_000].map((minGross) => ({ ...whole, minGross })),
  ),
  await timeTotals(
    'totals of a filter that no index has, one subscriber',
    [1, 50, 150].map((subscriberId) => ({ ...whole, subscriberId, minGross: 4000 })),
  ),
];
for (const scan of scansToCome) scan();
if ((await summarizeCdrs(cache, whole)).rows !== rows)
  throw new Error('the month has another number of calls');
cache.close();
answer({ index, reads } satisfies ScaleReads);

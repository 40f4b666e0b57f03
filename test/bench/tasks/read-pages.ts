import { cdrHandlers } from '../../../src-main/cabinet/cdrs/handlers';
import { openCache } from '../../../src-main/store/open';
import { SAMPLE_KEY, seeded } from '../../../src-main/store/testing/sample';
import { createOperatorClock } from '../../../src-main/sync/operator-clock';
import type { CdrFilter, CdrSort } from '../../../src-shared/bridge/cabinet';
import { createPlainQueries } from '../lib/plain-queries';
import { quantile } from '../lib/statistics';
import { answer, taskInput } from '../lib/task';

/** Times of the handlers that the screens call and of plain SQL on the same connection; ms. */
export type ReadTimes = { name: string; ours: Times; plain: Times };
type Times = { p50: number; p99: number };

const LIMIT = 200;
const SEED = 7;

const { path, queries } = taskInput<{ path: string; queries: number }>();
const cache = openCache(path, SAMPLE_KEY);
const handlers = cdrHandlers({
  cache: () => cache,
  writable: () => cache,
  clock: createOperatorClock({ now: Date.now }),
});
const plain = createPlainQueries(cache);
const below = seeded(SEED);
const pick = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item;

const rowsOf = async (filter: CdrFilter) => (await handlers['cdrs.summary']({ filter })).rows;
const account = (month: string): CdrFilter => ({ subscriberId: null, month, direction: 'both' });
const months: string[] = [];
for (const { month } of (await handlers['cdrs.months']({ subscriberId: null })).items) {
  if ((await rowsOf(account(month))) > LIMIT) months.push(month);
}
const subscribers = cache.statement('SELECT id FROM subscribers').pluck().all() as number[];

const byTime = (): CdrSort => ({ column: 'startedAt', descending: below(2) === 0 });
const anyDepth = (rows: number) => below(Math.max(1, rows));
type Scenario = { name: string; filter(): CdrFilter; sort(): CdrSort; offset(rows: number): number };

const scenarios: readonly Scenario[] = [
  { name: 'first page of a month', filter: () => account(pick(months)), sort: byTime, offset: () => 0 },
  { name: 'any depth of a month', filter: () => account(pick(months)), sort: byTime, offset: anyDepth },
  {
    name: '90 % deep in a month',
    filter: () => account(pick(months)),
    sort: byTime,
    offset: (rows) => Math.floor(rows * 0.9),
  },
  {
    name: 'one number, one direction, any depth',
    filter: () => ({ subscriberId: pick(subscribers), month: pick(months), direction: pick(['out', 'in']) }),
    sort: byTime,
    offset: anyDepth,
  },
  {
    name: 'filter that no index has, any depth',
    filter: () => ({ ...account(pick(months)), zones: ['mobile'], minDurationS: 60 }),
    sort: byTime,
    offset: anyDepth,
  },
  {
    name: 'sorted by sum, any depth',
    filter: () => account(pick(months)),
    sort: () => ({ column: 'gross', descending: true }),
    offset: anyDepth,
  },
];

/** Times one call; what it answers is compared outside of the time. */
async function timed<Result>(times: number[], work: () => Result | Promise<Result>): Promise<Result> {
  const started = performance.now();
  const result = await work();
  times.push(performance.now() - started);
  return result;
}

/** Runs both by turns; which one is first changes too. @throws Error when they answer differently */
async function compare<Input>(
  name: string,
  inputs: readonly Input[],
  ours: (input: Input) => unknown,
  other: (input: Input) => unknown,
): Promise<ReadTimes> {
  const times = { ours: [] as number[], plain: [] as number[] };
  for (const [at, input] of inputs.entries()) {
    const both = [
      async () => JSON.stringify(await timed(times.ours, () => ours(input))),
      async () => JSON.stringify(await timed(times.plain, () => other(input))),
    ];
    if (at % 2 === 1) both.reverse();
    const texts: string[] = [];
    for (const one of both) texts.push(await one());
    if (texts[0] !== texts[1]) throw new Error(`${name}: another answer for ${JSON.stringify(input)}`);
  }
  const summary = (all: number[]): Times => ({ p50: quantile(all, 0.5), p99: quantile(all, 0.99) });
  return { name, ours: summary(times.ours), plain: summary(times.plain) };
}

const results: ReadTimes[] = [];
for (const { name, filter, sort, offset } of scenarios) {
  const inputs = [];
  for (let at = 0; at < queries; at += 1) {
    const chosen = filter();
    inputs.push({ filter: chosen, sort: sort(), offset: offset(await rowsOf(chosen)), limit: LIMIT });
  }
  results.push(
    await compare(name, inputs, async (query) => (await handlers['cdrs.page'](query)).items, plain.page),
  );
}
const filters = Array.from({ length: queries }, (_, at): CdrFilter => {
  const month = pick(months);
  return at % 2 === 0
    ? account(month)
    : { subscriberId: pick(subscribers), month, direction: pick(['out', 'both']) };
});
const totals = async (filter: CdrFilter) => {
  const { rows, durationS, net, gross } = await handlers['cdrs.summary']({ filter });
  return { rows, durationS, net, gross };
};
results.push(await compare('totals of a month', filters, totals, plain.totals));
cache.close();
answer(results);

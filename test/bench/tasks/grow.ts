import { statSync } from 'node:fs';
import { row, transaction } from '../../../src-main/store/cache';
import { openCache } from '../../../src-main/store/open';
import { SAMPLE_KEY, seeded } from '../../../src-main/store/testing/sample';
import { storeItems } from '../../../src-main/store/write/feeds';
import { type Cdr, cdrServices, cdrStatuses, cdrZones } from '../../../src-shared/domain/cdr';
import { CALL_SUMS_SQL, type CallSums } from '../lib/call-sums';
import { answer, taskInput } from '../lib/task';

/** How the writer's time grows with the account: made-up calls in time order, a page a transaction. */
export type Grown = {
  /** Rows, wall time and processor time of each tenth of the account. */
  tenths: { rows: number; ms: number; cpuMs: number }[];
  fileMb: number;
};

const PAGE_ROWS = 5000;
const SUBSCRIBERS = 150;
const MONTHS = 24;
const START = Date.UTC(2019, 4, 1);
const LENGTH_MS = MONTHS * 30 * 86_400_000;

const { path, count } = taskInput<{ path: string; count: number }>();
const cache = openCache(path, SAMPLE_KEY);
const below = seeded(1);
const expected: CallSums = { rows: 0, durationS: 0, net: 0, gross: 0 };

function made(id: number): Cdr {
  const durationS = below(900);
  const net = below(4000);
  const cdr: Cdr = {
    id,
    revision: 1,
    subscriberId: 1 + below(SUBSCRIBERS),
    startedAt: START + Math.floor((id / count) * LENGTH_MS),
    direction: below(3) === 0 ? 'in' : 'out',
    service: cdrServices[below(12) < 9 ? 0 : below(5)] ?? 'voice',
    zone: cdrZones[below(6)] ?? 'onnet',
    status: cdrStatuses[below(6) < 4 ? 0 : below(4)] ?? 'answered',
    party: `37529${1_000_000 + below(9_000_000)}`,
    durationS,
    billedUnits: Math.ceil(durationS / 60) * 60,
    packageS: 0,
    vatRate: 25,
    net,
    gross: Math.round(net * 1.25),
  };
  expected.rows += 1;
  expected.durationS += cdr.durationS;
  expected.net += cdr.net;
  expected.gross += cdr.gross;
  return cdr;
}

const tenths: Grown['tenths'] = [];
for (let at = 0; at < 10; at += 1) {
  const tenth = { rows: 0, ms: 0, cpuMs: 0 };
  const end = Math.floor(((at + 1) * count) / 10);
  while (expected.rows < end) {
    const first = expected.rows + 1;
    const page = Array.from({ length: Math.min(PAGE_ROWS, end - first + 1) }, (_, i) => made(first + i));
    const cpu = process.cpuUsage();
    const started = performance.now();
    transaction(cache, () => storeItems(cache, 'cdrs', page));
    tenth.ms += performance.now() - started;
    const { user, system } = process.cpuUsage(cpu);
    tenth.cpuMs += (user + system) / 1000;
    tenth.rows += page.length;
  }
  tenths.push(tenth);
}

const months = CALL_SUMS_SQL.replace('count(*)', 'sum(rows)').replace('FROM cdrs', 'FROM cdr_months');
for (const sql of [CALL_SUMS_SQL, months]) {
  const sums = row<CallSums>(cache, sql) as CallSums;
  for (const key of Object.keys(expected) as (keyof CallSums)[]) {
    if (sums[key] !== expected[key]) throw new Error(`${sql}: ${key} is ${sums[key]}, not ${expected[key]}`);
  }
}
cache.close();
answer({ tenths, fileMb: statSync(path).size / 2 ** 20 } satisfies Grown);

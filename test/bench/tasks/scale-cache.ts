import { statSync } from 'node:fs';
import { row, transaction } from '../../../src-main/store/cache';
import { openCache } from '../../../src-main/store/open';
import { SAMPLE_KEY, seeded } from '../../../src-main/store/testing/sample';
import { storeItems } from '../../../src-main/store/write/feeds';
import { type Cdr, cdrServices, cdrStatuses, cdrZones } from '../../../src-shared/domain/cdr';
import { HOUR_MS, MINSK_OFFSET_MS, startOfMonth } from '../../../src-shared/domain/period';
import { CALL_SUMS_SQL, type CallSums } from '../lib/call-sums';
import { answer, taskInput } from '../lib/task';

/** A cache of made-up calls, stored by the program's own writer, 5,000 a transaction. */
export type ScaleCache = { path: string; sums: CallSums; ms: number; cpuMs: number; mb: number };

const BATCH = 5000;
const SUBSCRIBERS = 150;
const HOURS = 31 * 24;

/** `months`: over how many the calls are spread, equally. `numbers`: how many different ones there are. */
const input = taskInput<{ path: string; rows: number; months: readonly string[]; numbers: number }>();
const below = seeded(11);
const pick = <Item>(items: readonly Item[], index: number): Item => items[index % items.length] as Item;
/** Some numbers are called all the time and most seldom. */
const skewed = (count: number): number => Math.floor(count * (below(1_000_000) / 1_000_000) ** 3);
const CODES = ['29', '33', '44', '25', '17'];

/** The number of an index: looks random, never twice the same. */
function numberOf(index: number): string {
  const mixed = (index * 7_368_787 + 1_234_567) % 35_000_000;
  return `375${pick(CODES, Math.floor(mixed / 7_000_000))}${String(2_000_000 + (mixed % 7_000_000))}`;
}

/** Where the calls of a month begin: at night a tenth of what there is by day. */
function* startsOf(month: string, count: number): Generator<number> {
  const first = startOfMonth(month);
  const weights = Array.from({ length: HOURS }, (_, hour) => {
    const ofDay = Math.floor((first + hour * HOUR_MS + MINSK_OFFSET_MS) / HOUR_MS) % 24;
    return ofDay >= 8 && ofDay < 20 ? 10 : 1;
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let given = 0;
  let passed = 0;
  for (const [hour, weight] of weights.entries()) {
    passed += weight;
    const own = Math.round((count * passed) / total) - given;
    given += own;
    for (let at = 0; at < own; at += 1) yield first + hour * HOUR_MS + Math.floor((at * HOUR_MS) / own);
  }
}

function call(id: number, startedAt: number): Cdr {
  const service = below(12) < 9 ? 'voice' : pick(cdrServices, below(5));
  const status = service === 'sms' || below(6) < 4 ? 'answered' : pick(cdrStatuses, below(4));
  const durationS = service === 'sms' || status !== 'answered' ? 0 : below(900);
  const gross = status === 'answered' ? below(5000) : 0;
  return {
    id,
    revision: 1,
    subscriberId: 1 + skewed(SUBSCRIBERS),
    startedAt,
    direction: below(3) === 0 ? 'in' : 'out',
    service,
    zone: pick(cdrZones, below(6)),
    status,
    party: numberOf(input.numbers >= input.rows ? id : skewed(input.numbers)),
    durationS,
    billedUnits: Math.ceil(durationS / 60) * 60,
    packageS: below(3) === 0 ? durationS : 0,
    vatRate: 25,
    net: Math.round(gross / 1.25),
    gross,
  };
}

const cache = openCache(input.path, SAMPLE_KEY);
let ms = 0;
let batch: Cdr[] = [];
let cpuMs = 0;
function store(): void {
  const started = performance.now();
  const cpu = process.cpuUsage();
  transaction(cache, () => storeItems(cache, 'cdrs', batch));
  const { user, system } = process.cpuUsage(cpu);
  cpuMs += (user + system) / 1000;
  ms += performance.now() - started;
  batch = [];
}
const items = Array.from({ length: SUBSCRIBERS }, (_, index) => ({
  id: index + 1,
  number: `37517${String(1_000_000 + index)}`,
  name: `Отдел ${index + 1}`,
  planId: 1,
  planTitle: 'SIP-номер',
  isConnection: false,
  status: 'active' as const,
  statusReason: '',
  connectedAt: startOfMonth('2018-01'),
  currentCharges: 0,
  packages: [],
}));
transaction(cache, () => storeItems(cache, 'subscribers', items));
let id = 0;
for (const month of input.months) {
  for (const startedAt of startsOf(month, Math.floor(input.rows / input.months.length))) {
    id += 1;
    batch.push(call(id, startedAt));
    if (batch.length === BATCH) store();
  }
}
store();
const sums = row<CallSums>(cache, CALL_SUMS_SQL) as CallSums;
cache.close();
answer({
  path: input.path,
  sums,
  ms,
  cpuMs,
  mb: statSync(input.path).size / 2 ** 20,
} satisfies ScaleCache);

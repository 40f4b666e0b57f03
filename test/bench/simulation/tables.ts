import { formatCount, formatMs, type Table } from '../lib/report';
import {
  allAtOnce,
  asPeopleCome,
  type ClientKind,
  type Fleet,
  inTheBackground,
  type Load,
  peaksOf,
  turnedAway,
} from './arrivals';
import { type ClientDays, type StepName, stepNames } from './days';
import { randomOf } from './random';
import { type PricedRequest, type Sum, sumOf } from './requests';

/** The measured days of both kinds of client. */
export type Measured = { small: ClientDays; medium: ClientDays };

/** Working days of a month, and background syncs of one: eight hours, every quarter of an hour. */
const DAYS = 22;
const SYNCS_A_DAY = 32;
/** Most clients are small; the same mix everywhere. */
const SMALL_SHARE = 0.95;
const ORGANISATIONS = 50;
const SERVED_PER_SECOND = 500;
const PEOPLE_DEVIATION_S = 300;

const stepWords: Record<StepName, string> = {
  first: 'first sync, with the sign-in',
  idle: 'sync with nothing new',
  morning: 'morning: sign-in, calls and charges of a day',
  monthEnd: 'the 4th: sign-in, invoice, closed month',
};
const kb = (bytes: number): string => `${(bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0)} KB`;
const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(bytes < 1e7 ? 2 : 0)} MB`;
const seconds = (ms: number): string => `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 0)} s`;

export function stepTable({ small, medium }: Measured): Table {
  const rows = [small, medium].flatMap((days) =>
    stepNames.map((step) => {
      const { requests, clientCpuMs } = days[step];
      const sum = sumOf(requests);
      return [
        `${formatCount(days.calls)} calls: ${stepWords[step]}`,
        formatCount(sum.requests),
        kb(sum.bytesUp),
        kb(sum.bytesDown),
        formatMs(sum.operatorCpuMs),
        formatMs(clientCpuMs),
      ];
    }),
  );
  return {
    title: 'One client, from the request log of the program’s own core',
    columns: ['', 'requests', 'sent', 'received', 'operator’s CPU', 'client’s CPU'],
    rows,
    notes: [
      'Bytes are those of HTTP/1.1 on the wire, compressed, without TLS. CPU is of all threads.',
      'The client’s CPU leaves out the key derivation of its own password, which takes one time a sign-in.',
    ],
  };
}

/** What the 4th consists of. */
export function requestTable({ medium }: Measured): Table {
  const groups = new Map<string, PricedRequest[]>();
  for (const one of medium.monthEnd.requests) {
    const key = `${one.name} ${one.status}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return {
    title: `The 4th of a client with ${formatCount(medium.calls)} calls, request by request`,
    columns: ['', 'requests', 'received', 'operator’s CPU'],
    rows: [...groups].map(([name, requests]) => {
      const sum = sumOf(requests);
      return [name, String(sum.requests), kb(sum.bytesDown), formatMs(sum.operatorCpuMs)];
    }),
    notes: [],
  };
}

type Cost = Sum & { clientCpuMs: number };
const times = (days: ClientDays, counts: Partial<Record<StepName, number>>): Cost => {
  const total: Cost = { requests: 0, bytesUp: 0, bytesDown: 0, operatorCpuMs: 0, clientCpuMs: 0 };
  for (const step of stepNames) {
    const count = counts[step] ?? 0;
    const sum = { ...sumOf(days[step].requests), clientCpuMs: days[step].clientCpuMs };
    for (const key of Object.keys(total) as (keyof Cost)[]) total[key] += count * sum[key];
  }
  return total;
};
const joined = (one: Cost, other: Cost, ofOne: number, ofOther: number): Cost => {
  const keys = Object.keys(one) as (keyof Cost)[];
  return Object.fromEntries(keys.map((key) => [key, one[key] * ofOne + other[key] * ofOther])) as Cost;
};

const MORNING_COUNTS = { morning: 1 } as const;
const MONTH_COUNTS = { morning: DAYS - 1, monthEnd: 1, idle: DAYS * SYNCS_A_DAY } as const;

/** A bookkeeper opens one organisation after the other: only the one that is open syncs in the background. */
const VISITED_COUNTS = { morning: DAYS - 1, monthEnd: 1 } as const;

export function monthTable({ small, medium }: Measured): Table {
  const smalls = Math.round(ORGANISATIONS * SMALL_SHARE);
  const together = (counts: Partial<Record<StepName, number>>) =>
    joined(times(small, counts), times(medium, counts), smalls, ORGANISATIONS - smalls);
  const line = (name: string, cost: Cost) => [
    name,
    formatCount(cost.requests),
    mb(cost.bytesDown),
    seconds(cost.operatorCpuMs),
    seconds(cost.clientCpuMs),
  ];
  const disk = (small.cacheMb * smalls + medium.cacheMb * (ORGANISATIONS - smalls)) / 1024;
  return {
    title: 'A month of one client, and a bookkeeper with 50 organisations',
    columns: ['', 'requests', 'received', 'operator’s CPU', 'client’s CPU'],
    rows: [
      line(`one client, ${formatCount(small.calls)} calls: a month`, times(small, MONTH_COUNTS)),
      line(`one client, ${formatCount(medium.calls)} calls: a month`, times(medium, MONTH_COUNTS)),
      line('bookkeeper: first sync of all', together({ first: 1 })),
      line('bookkeeper: a morning, all of them', together(MORNING_COUNTS)),
      line('bookkeeper: the 4th, all of them', together({ monthEnd: 1 })),
      line('bookkeeper: a month', together(VISITED_COUNTS)),
    ],
    notes: [
      `A month is ${DAYS} mornings, one of them the 4th, and for one client a sync every quarter of an hour in eight hours of each.`,
      `${smalls} organisations are of the smaller size, ${ORGANISATIONS - smalls} of the larger; each is opened once a day. Their caches take ${disk.toFixed(1)} GB of disk.`,
    ],
  };
}

export function fleetTable({ small, medium }: Measured, options: { clients: number; seed: number }): Table {
  const kinds = (withoutSignIn: boolean): ClientKind[] =>
    [small, medium].map(({ monthEnd, idle }, at) => ({
      share: at === 0 ? SMALL_SHARE : 1 - SMALL_SHARE,
      news: withoutSignIn
        ? monthEnd.requests.filter(({ name }) => name !== 'POST /sessions')
        : monthEnd.requests,
      idle: idle.requests,
    }));
  const fleet = (open: boolean): Fleet => ({
    clients: options.clients,
    kinds: kinds(open),
    random: randomOf(options.seed),
  });
  const line = (name: string, load: Load) => {
    const peaks = peaksOf(load);
    return [
      name,
      formatCount(peaks.requests),
      formatCount(peaks.requestsPerS),
      mb(peaks.bytesPerS),
      formatCount(Math.ceil(peaks.coresOfSecond)),
      formatCount(Math.ceil(peaks.coresOfMinute)),
    ];
  };
  const away = turnedAway(fleet(true), SERVED_PER_SECOND);
  return {
    title: `An operator with ${formatCount(options.clients)} clients on the 4th`,
    columns: [
      '',
      'requests in the hour',
      'peak requests/s',
      'peak bytes/s',
      'cores, peak second',
      'cores, peak minute',
    ],
    rows: [
      line('all sign in at 9:00:00', allAtOnce(fleet(false))),
      line(
        'people come around a quarter past nine (deviation 5 min)',
        asPeopleCome(fleet(false), PEOPLE_DEVIATION_S),
      ),
      line('open programs, syncs exactly every 15 min, in step', inTheBackground(fleet(true), false)),
      line('open programs, started in step, the client’s own pauses', inTheBackground(fleet(true), true)),
      line(`in step, ${SERVED_PER_SECOND} clients/s served, the others 503 with Retry-After: 60`, away.load),
    ],
    notes: [
      `Seed ${options.seed}; ${SMALL_SHARE * 100} % of the clients are of the smaller size. Requests of one client follow each other by 0.1 s.`,
      'Cores: processor time that the requests of the busiest second, or of the busiest minute in a row, keep busy.',
      `The last line: ${formatCount(away.refusals)} answers were 503, which are not counted; the last client was served ${Math.ceil(away.lastS / 60)} minutes after the hour.`,
    ],
  };
}

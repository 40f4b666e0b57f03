import { pauseBefore } from '../../../src-main/sync/schedule';
import type { PricedRequest } from './requests';

/**
 * When the requests of a whole fleet of clients meet the operator. Seconds are counted from the hour; a client sends
 * its requests one after another, each when the one before it has been answered over a usual link.
 */
const BETWEEN_REQUESTS_S = 0.1;
const HOUR_S = 3600;
const EVERY_MIN = 15;

/** What a client of some kind does; `share` of all clients are of the kind. */
export type ClientKind = { share: number; news: readonly PricedRequest[]; idle: readonly PricedRequest[] };

/** What the operator has to do in every second of an hour. */
export type Load = { requests: Float64Array; bytes: Float64Array; cpuMs: Float64Array };

const emptyLoad = (): Load => ({
  requests: new Float64Array(HOUR_S),
  bytes: new Float64Array(HOUR_S),
  cpuMs: new Float64Array(HOUR_S),
});

function add(load: Load, atS: number, requests: readonly PricedRequest[]): void {
  for (const [index, { bytesDown, operatorCpuMs }] of requests.entries()) {
    const second = Math.floor(atS + index * BETWEEN_REQUESTS_S);
    if (second < 0 || second >= HOUR_S) continue;
    load.requests[second] = (load.requests[second] ?? 0) + 1;
    load.bytes[second] = (load.bytes[second] ?? 0) + bytesDown;
    load.cpuMs[second] = (load.cpuMs[second] ?? 0) + operatorCpuMs;
  }
}

export type Fleet = { clients: number; kinds: readonly ClientKind[]; random: () => number };

function eachClient({ clients, kinds, random }: Fleet, live: (kind: ClientKind) => void): void {
  for (let client = 0; client < clients; client++) {
    const place = random();
    let end = 0;
    for (const kind of kinds) {
      const begin = end;
      end += kind.share;
      if (place >= begin && place < end) live(kind);
    }
  }
}

/** Everybody signs in in the same second. */
export function allAtOnce(fleet: Fleet): Load {
  const load = emptyLoad();
  eachClient(fleet, ({ news }) => add(load, 0, news));
  return load;
}

/** People come to work: most within some minutes around a quarter past, as a bell. */
export function asPeopleCome(fleet: Fleet, deviationS: number): Load {
  const load = emptyLoad();
  eachClient(fleet, ({ news }) => {
    // Twelve even numbers add up to a bell of deviation 1.
    let bell = -6;
    for (let part = 0; part < 12; part++) bell += fleet.random();
    add(load, HOUR_S / 4 + bell * deviationS, news);
  });
  return load;
}

/**
 * Programs that are open sync in the background. All were started in the same second an hour ago, the worst case;
 * at the hour there is news, and every client takes it with its next sync.
 * @param skewed the program's own pauses; false: exactly every quarter of an hour
 */
export function inTheBackground(fleet: Fleet, skewed: boolean): Load {
  const load = emptyLoad();
  eachClient(fleet, ({ news, idle }) => {
    let known = false;
    let at = -HOUR_S;
    while (at < HOUR_S) {
      if (at >= 0) {
        add(load, at, known ? idle : news);
        known = true;
      }
      at += pauseBefore(EVERY_MIN, 0, null, skewed ? fleet.random() : 0.5) / 1000;
    }
  });
  return load;
}

/** How long an operator asks those to wait whom it has no time for. */
const RETRY_AFTER_MS = 60_000;

/**
 * Open programs come for news in the same second, and the operator serves only so many clients a second: the others
 * are asked to come back after a minute, and do it as the program does.
 * @returns the load that was served, how many were turned away, and when the last one was served
 */
export function turnedAway(
  fleet: Fleet,
  servedPerSecond: number,
): { load: Load; refusals: number; lastS: number } {
  const load = emptyLoad();
  const queue = Array.from({ length: HOUR_S }, (): { kind: ClientKind; failures: number }[] => []);
  eachClient(fleet, (kind) => queue[0]?.push({ kind, failures: 0 }));
  let refusals = 0;
  let lastS = 0;
  for (const [second, come] of queue.entries()) {
    for (const { kind } of come.slice(0, servedPerSecond)) {
      add(load, second, kind.news);
      lastS = second;
    }
    for (const { kind, failures } of come.slice(servedPerSecond)) {
      refusals++;
      const pauseMs = pauseBefore(EVERY_MIN, failures + 1, RETRY_AFTER_MS, fleet.random());
      queue[Math.floor(second + pauseMs / 1000)]?.push({ kind, failures: failures + 1 });
    }
  }
  return { load, refusals, lastS };
}

export type Peaks = {
  requests: number;
  requestsPerS: number;
  bytesPerS: number;
  /** Cores that the busiest second keeps busy, and that the busiest minute does on average. */
  coresOfSecond: number;
  coresOfMinute: number;
};

export function peaksOf({ requests, bytes, cpuMs }: Load): Peaks {
  return {
    requests: requests.reduce((sum, one) => sum + one, 0),
    requestsPerS: Math.max(...requests),
    bytesPerS: Math.max(...bytes),
    coresOfSecond: Math.max(...cpuMs) / 1000,
    coresOfMinute: busiest(cpuMs, 60) / 60_000,
  };
}

/** The greatest sum of so many seconds in a row. */
function busiest(values: Float64Array, seconds: number): number {
  let sum = 0;
  let most = 0;
  for (const [at, value] of values.entries()) {
    sum += value - (values[at - seconds] ?? 0);
    most = Math.max(most, sum);
  }
  return most;
}

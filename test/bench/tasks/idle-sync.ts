import { startTestCore } from '../../../src-main/cabinet/testing/harness';
import { realSleep } from '../../../src-main/sync/environment';
import { median } from '../lib/statistics';
import { answer, taskInput } from '../lib/task';

/** What a sync costs when nothing has changed since the last one: the program's own core, after its first sync. */
export type IdleSync = { rows: number; requests: number; cpuMs: number; ms: number };

/** The first rounds compile what the later ones run. */
const WARM_UP = 5;

const input = taskInput<{
  url: string;
  folder: string;
  credentials: { phone: string; password: string };
  rounds: number;
}>();
let requests = 0;
const core = await startTestCore({
  operatorUrl: input.url,
  folder: input.folder,
  sleep: realSleep,
  fetch: (request, init) => {
    requests++;
    return fetch(request, init);
  },
});
const settled = async () => {
  const { lastError } = await core.status(
    (status) => Boolean(status.lastError) || (status.state === 'idle' && !status.firstSync),
  );
  if (lastError) throw new Error(`sync: ${JSON.stringify(lastError)}`);
};
await core.call('session.signInByPassword', input.credentials);
await settled();

const rounds: Omit<IdleSync, 'rows'>[] = [];
for (let round = -WARM_UP; round < input.rounds; round++) {
  requests = 0;
  const started = performance.now();
  const before = process.cpuUsage();
  await core.call('sync.start', undefined);
  await settled();
  const { user, system } = process.cpuUsage(before);
  if (round < 0) continue;
  rounds.push({ requests, cpuMs: (user + system) / 1000, ms: performance.now() - started });
}
let rows = 0;
for (const { month } of (await core.call('cdrs.months', { subscriberId: null })).items) {
  const filter = { subscriberId: null, month, direction: 'both' } as const;
  rows += (await core.call('cdrs.summary', { filter })).rows;
}
await core.stop();
answer({
  rows,
  requests: Math.max(...rounds.map((round) => round.requests)),
  cpuMs: median(rounds.map((round) => round.cpuMs)),
  ms: median(rounds.map((round) => round.ms)),
} satisfies IdleSync);

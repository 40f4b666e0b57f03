import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { runExport } from '../../../src-main/cabinet/exports/run-export';
import { startTestCore } from '../../../src-main/cabinet/testing/harness';
import type { ExportReport } from '../../../src-main/channel/core-contract';
import { GUIDE_TIME } from '../../../src-main/operator/testing/client';
import { seeded } from '../../../src-main/store/testing/sample';
import { realSleep } from '../../../src-main/sync/environment';
import { tableFormats } from '../../../src-shared/bridge/export-formats';
import { startTask } from '../lib/processes';
import type { SoakSample } from '../lib/soak-verdict';
import { answer, taskInput } from '../lib/task';
import type { OperatorAnswer, OperatorReady } from './operator';

/** Two hours of the operator's time pass in the run, whatever its length. The operator is another process. */
export type SoakResult = { syncs: number; pages: number; exports: number; samples: SoakSample[] };

const SPAN_MS = 2 * 3_600_000;
const PAGES_PER_ROUND = 20;
const PAGE = 100;
const MB = 1024 * 1024;

const { folder, minutes, seed } = taskInput<{ folder: string; minutes: number; seed: number }>();
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
const below = seeded(seed);
const operator = await startTask<OperatorReady>('operator', { size: 'small', at: GUIDE_TIME });
let now = GUIDE_TIME;
const core = await startTestCore({
  operatorUrl: operator.ready.url,
  folder,
  clock: { now: () => now },
  sleep: realSleep,
});
const result: SoakResult = { syncs: 0, pages: 0, exports: 0, samples: [] };

async function synced(): Promise<void> {
  const { lastError } = await core.status(
    (status) => Boolean(status.lastError) || (status.state === 'idle' && !status.firstSync),
  );
  if (lastError) throw new Error(`sync: ${JSON.stringify(lastError)}`);
  result.syncs++;
}

async function browse(): Promise<void> {
  const { items } = await core.call('cdrs.months', { subscriberId: null });
  for (let page = 0; page < PAGES_PER_ROUND; page++) {
    const month = items[below(items.length)]?.month ?? '';
    const filter = { subscriberId: null, month, direction: 'both' } as const;
    const { rows } = await core.call('cdrs.summary', { filter });
    const offset = below(Math.max(1, rows - PAGE));
    await core.call('cdrs.page', {
      filter,
      sort: { column: 'startedAt', descending: below(2) === 0 },
      offset,
      limit: PAGE,
    });
    result.pages++;
  }
}

async function exportOne(): Promise<void> {
  const format = tableFormats[below(tableFormats.length)] ?? 'csv';
  const { job } = await core.call('core.prepareExport', { kind: 'subscribers', mask: '' });
  const targetPath = join(folder, `soak.${format}`);
  let last: ExportReport | undefined;
  await runExport(
    {
      job,
      format,
      targetPath,
      partialPath: join(folder, '.soak.partial'),
      fontFolder: join(process.cwd(), 'resources', 'fonts'),
    },
    (report) => {
      last = report;
    },
  );
  if (last?.kind !== 'done') throw new Error(`export: ${JSON.stringify(last)}`);
  rmSync(targetPath);
  result.exports++;
}

try {
  await core.call('session.signInByPassword', operator.ready.credentials);
  await synced();
  const started = performance.now();
  const lengthMs = minutes * 60_000;
  for (let passed = 0; passed < lengthMs; passed = performance.now() - started) {
    now = GUIDE_TIME + Math.round((SPAN_MS * passed) / lengthMs);
    await operator.ask<OperatorAnswer>({ at: now });
    await core.call('sync.start', undefined);
    await synced();
    await browse();
    await exportOne();
    // What the equipment has noted down is not the program's.
    for (const list of [core.statuses, core.changed, core.logs, core.sessions, core.commands])
      list.length = 0;
    collectGarbage();
    const { heapUsed, rss } = process.memoryUsage();
    result.samples.push({ atS: passed / 1000, heapMb: heapUsed / MB, rssMb: rss / MB });
  }
  await core.stop();
  answer(result);
} finally {
  await operator.end();
}

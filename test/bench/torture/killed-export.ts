import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ExportReport, ExportStart } from '../../../src-main/channel/core-contract';
import { sweepUnfinished } from '../../../src-main/shell/unfinished-files';
import { same } from './checks';
import type { Computer } from './computer';

/** Longest time that the export process is left alone before it is killed. */
const LONGEST_MS = 400;

/** Kills an export over an older file: the older one is there, or the whole new one, and nothing between. */
export async function killedExport({ world, data: folder, synced, call }: Computer): Promise<void> {
  await synced();
  const { job } = await call('core.prepareExport', {
    kind: 'cdrs',
    filter: { subscriberId: null, month: '2018-04', direction: 'both' },
    sort: { column: 'startedAt', descending: false },
  });
  const targetPath = join(folder, 'april.csv');
  const start: ExportStart = {
    job,
    format: 'csv',
    targetPath,
    partialPath: join(folder, `.sip-cabinet-${randomUUID()}.partial`),
    fontFolder: '',
  };
  const script = join(world.program, 'export.cjs');
  const run = () => {
    const child = fork(script, [], { execArgv: ['--require', world.port], serialization: 'advanced' });
    child.send(start);
    return child;
  };

  const whole = run();
  same('the end of an export that nobody kills', await endOf(whole), 'done');
  whole.kill('SIGKILL');
  const before = readFileSync(targetPath);

  const killed = run();
  const list = join(folder, 'unfinished.json');
  sweepUnfinished(list).begun(start.partialPath);
  // It may have ended by itself before.
  const exited = once(killed, 'exit');
  await pause(world.below(LONGEST_MS));
  killed.kill('SIGKILL');
  await exited;
  // The next start of the program.
  sweepUnfinished(list);
  same(
    'files left half written',
    readdirSync(folder).filter((name) => name.endsWith('.partial')),
    [],
  );
  same('bytes of a file whose export was killed', readFileSync(targetPath).equals(before), true);
  rmSync(targetPath);
}

/** The last report of an export, or what it died of. */
function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.on('message', (report: ExportReport) => {
      if (report.kind === 'done') resolve('done');
      if (report.kind === 'failed') resolve(JSON.stringify(report));
    });
    child.once('exit', (code, signal) => resolve(`exit ${code} ${signal}`));
  });
}

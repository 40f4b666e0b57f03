import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { BackupReport, BackupStart } from '../../../src-main/channel/core-contract';
import { listBackups } from '../../../src-main/store/backups';
import { row } from '../../../src-main/store/cache';
import { checkFile } from '../../../src-main/store/damage';
import { openCacheForReading } from '../../../src-main/store/open';
import { same } from './checks';
import type { Computer } from './computer';

const KEEP = 3;
/** Longest time that the process which makes a copy is left alone. */
const MAKING_MS = 500;
/** A copy is put back within this time on a busy machine. */
const PUTTING_BACK_MS = 150;

type Copies = Record<string, number>;

/** Rows of calls in each copy, after each was read whole. @throws Error when one is damaged */
async function copiesOf(computer: Computer): Promise<Copies> {
  const { databasePath, databaseKey } = await computer.access();
  const found: Copies = {};
  for (const { name } of listBackups(databasePath)) {
    const path = join(computer.data, name);
    same(`the copy ${name} is sound`, await checkFile(path, databaseKey), true);
    const reader = openCacheForReading(path, databaseKey);
    found[name] = row<{ rows: number }>(reader, 'SELECT count(*) AS rows FROM cdrs')?.rows ?? 0;
    reader.close();
  }
  return found;
}

/** Starts the export process on a copy; `afterMs` null: it is left alone until it has ended. */
async function makeCopy({ world, call }: Computer, afterMs: number | null): Promise<void> {
  const start: BackupStart = { ...(await call('core.prepareBackup', undefined)), keep: KEEP };
  const script = join(world.program, 'export.cjs');
  const child = fork(script, [], { execArgv: ['--require', world.port], serialization: 'advanced' });
  const exited = once(child, 'exit');
  const reported = new Promise<string>((resolve) => {
    child.on('message', (report: BackupReport) => resolve(report.kind));
    child.once('exit', (code, signal) => resolve(`exit ${code} ${signal}`));
  });
  child.send(start);
  if (afterMs === null) same('the end of a copy that nobody kills', await reported, 'made');
  else await Promise.race([pause(afterMs), exited]);
  child.kill('SIGKILL');
  await exited;
}

/** Kills the process that makes a copy, and sometimes the core before it, which starts again beside it. */
export async function killedCopy(computer: Computer): Promise<void> {
  const { world, synced, kill, start } = computer;
  await synced();
  await makeCopy(computer, null);
  const before = await copiesOf(computer);
  const making = makeCopy(computer, world.below(MAKING_MS));
  if (world.below(3) === 0) {
    await pause(world.below(MAKING_MS));
    await kill();
    await start();
  }
  await making;
  await kill();
  await start();
  const after = await copiesOf(computer);
  const added = Object.keys(after).filter((name) => !(name in before));
  for (const name of added) same(`rows of the new copy ${name}`, after[name], world.truth.rows);
  const kept = Object.keys(before).toSorted().reverse();
  const wanted = added.length > 0 ? kept.slice(0, KEEP - 1) : kept;
  for (const name of wanted) same(`rows of the older copy ${name}`, after[name], before[name]);
}

/** Kills the core while a copy, or an empty cache, takes the place of the cache. */
export async function killedPuttingBack(computer: Computer): Promise<void> {
  const { world, synced, kill, start, call } = computer;
  await synced();
  await makeCopy(computer, null);
  await computer.order();
  const before = await copiesOf(computer);
  const names = Object.keys(before);
  const name = world.below(4) === 0 ? null : (names[world.below(names.length)] ?? null);
  // Its answer does not come when it is killed before.
  const answered = call('core.restoreBackup', { name }).catch(() => undefined);
  await Promise.race([pause(world.below(PUTTING_BACK_MS)), answered]);
  await kill();
  await start();
  const after = await copiesOf(computer);
  for (const copy of names) same(`rows of the older copy ${copy}`, after[copy], before[copy]);
}

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { rows } from '../../../src-main/store/cache';
import { checkFile } from '../../../src-main/store/damage';
import { removeDatabase } from '../../../src-main/store/keys/account-files';
import { migrations } from '../../../src-main/store/migrate';
import { openCacheForReading } from '../../../src-main/store/open';
import { same, sound } from './checks';
import type { Computer } from './computer';

/** A migration of this cache takes less, with the copy that is made before. */
const LONGEST_MS = 120;
/** Kills of one migration, one after another, before it is let through. */
const TRIES = 3;

/** Makes the cache one of the program before, and kills whoever opens it while it is migrated. */
export async function killedMigration(computer: Computer): Promise<void> {
  const { world, synced, kill, start } = computer;
  await synced();
  const access = await computer.access();
  await kill();
  const { databasePath: path, databaseKey: key } = access;
  // A process of its own: this one keeps no file open that others have to replace.
  await ended(startTask('age-cache', { path, key }));
  same('migrations of the aged cache', versionOf(path, key), migrations.length - 1);
  const before = rowsOf(path, key);
  for (let tries = 1 + world.below(TRIES); tries > 0; tries--) {
    const opening = startTask('open-cache', { path, key });
    const exited = once(opening, 'exit');
    await Promise.race([once(opening, 'message'), exited]);
    await Promise.race([pause(world.below(LONGEST_MS)), exited]);
    opening.kill('SIGKILL');
    await exited;
    await sound(access, 'after a killed migration');
    same('rows after a killed migration', rowsOf(path, key), before);
    const copy = `${path}.before-v${migrations.length}`;
    if (existsSync(copy)) {
      same('the copy before the migration is sound', await checkFile(copy, key), true);
      same('rows of the copy before the migration', rowsOf(copy, key), before);
    }
  }
  await start();
  same('migrations in the end', versionOf(path, key), migrations.length);
  await computer.hasRows('after a migration');
  removeDatabase(`${path}.before-v${migrations.length}`);

  function startTask(name: string, input: object) {
    return fork(join(world.root, `out/bench/tasks/${name}.mjs`), [JSON.stringify(input)], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
  }
}

async function ended(child: ReturnType<typeof fork>): Promise<void> {
  const [code] = (await once(child, 'exit')) as [number | null];
  same('the end of a task', code, 0);
}

function versionOf(path: string, key: string): number {
  const reader = openCacheForReading(path, key);
  const [found] = rows<{ user_version: number }>(reader, 'PRAGMA user_version');
  reader.close();
  return found?.user_version ?? -1;
}

/** Rows of every table that both versions have. */
function rowsOf(path: string, key: string): object[] {
  const reader = openCacheForReading(path, key);
  const counts = ['cdrs', 'cdr_months', 'invoices', 'outbox', 'own', 'charges', 'feed_state'].map(
    (table) => ({
      table,
      ...rows<{ count: number }>(reader, `SELECT count(*) AS count FROM ${table}`)[0],
    }),
  );
  reader.close();
  return counts;
}

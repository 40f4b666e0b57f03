import { chmodSync, renameSync, rmSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { CabinetError } from '../../src-shared/bridge/errors';
import bundled from './migrations/bundle.json';

export type Migration = { tag: string; hash: string; sql: string };

/** All migrations in order; `user_version` of a file is how many of them it has. */
export const migrations: readonly Migration[] = bundled;

const PRIVATE_FILE = 0o600;
const BREAKPOINT = '--> statement-breakpoint';

/**
 * Brings the file to the newest schema. A file that is already there costs one pragma.
 *
 * Foreign keys are off while tables are rebuilt (SQLite ignores the pragma inside a transaction, and dropping
 * a table with them on would empty its children), and are checked before the transaction ends.
 * A file with data is copied to «….before-v<n>» first.
 * @throws CabinetError cache-newer {found, supported}; cache-damaged when its migrations are not ours
 */
export function migrate(database: Database.Database, wanted: readonly Migration[] = migrations): void {
  const found = database.pragma('user_version', { simple: true }) as number;
  if (found > wanted.length) throw new CabinetError('cache-newer', { found, supported: wanted.length });
  if (found === wanted.length) return;
  if (found > 0) {
    checkApplied(database, wanted.slice(0, found));
    backUp(database, found);
  }
  database.pragma('foreign_keys = OFF');
  try {
    database.transaction(() => applyAll(database, wanted, found)).immediate();
  } finally {
    database.pragma('foreign_keys = ON');
  }
}

function applyAll(database: Database.Database, wanted: readonly Migration[], from: number): void {
  database.exec(
    'CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, tag TEXT NOT NULL, hash TEXT NOT NULL) STRICT',
  );
  const note = database.prepare('INSERT INTO migrations (number, tag, hash) VALUES (?, ?, ?)');
  for (const [index, migration] of wanted.entries()) {
    if (index < from) continue;
    for (const statement of migration.sql.split(BREAKPOINT)) database.exec(statement);
    note.run(index + 1, migration.tag, migration.hash);
  }
  const broken = database.pragma('foreign_key_check') as unknown[];
  if (broken.length > 0) throw new CabinetError('internal', { step: 'foreign-key-check' });
  database.pragma(`user_version = ${wanted.length}`);
}

/** A file made by other migrations of the same number is not one this program can carry on. */
function checkApplied(database: Database.Database, expected: readonly Migration[]): void {
  const applied = database.prepare('SELECT hash FROM migrations ORDER BY number').pluck().all() as string[];
  const same = applied.length === expected.length && expected.every((one, i) => one.hash === applied[i]);
  if (!same) throw new CabinetError('cache-damaged', { step: 'migrations-differ' });
}

/** VACUUM INTO copies a live file with its write-ahead log and keeps its key; the online backup cannot. */
function backUp(database: Database.Database, version: number): void {
  const target = `${database.name}.before-v${version + 1}`;
  const half = `${target}.part`;
  rmSync(half, { force: true });
  database.prepare('VACUUM INTO ?').run(half);
  chmodSync(half, PRIVATE_FILE);
  renameSync(half, target);
}

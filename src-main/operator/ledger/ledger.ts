import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { COMPANY_TABLES, LEDGER_SCHEMA, LEDGER_VERSION } from './schema';

export type Ledger = {
  readonly db: Database.Database;
  get(key: string): string | undefined;
  set(key: string, value: string | null): void;
  /** Next number in the order of changes; every feed but the calls follows it. */
  nextChange(): number;
  /** Empties the tables of the demo company. */
  clearCompany(): void;
  close(): void;
};

const FILE_NAME = 'operator.db';

/**
 * Opens the ledger, making it when it is not there.
 * @param dataDir folder of its file; null keeps it in memory.
 * A file of an older version holds demo data of an older operator: it is made from scratch.
 * @throws when the file belongs to a newer version of the operator.
 */
export function openLedger(dataDir: string | null): Ledger {
  if (dataDir !== null) mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const db = new Database(dataDir === null ? ':memory:' : join(dataDir, FILE_NAME));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  db.pragma('foreign_keys = ON');
  db.pragma('busy_timeout = 2000');
  prepareSchema(db);

  const read = db.prepare<[string], string>('select value from meta where key = ?').pluck();
  const write = db.prepare(
    'insert into meta values (?, ?) on conflict (key) do update set value = excluded.value',
  );
  const remove = db.prepare('delete from meta where key = ?');
  const advance = db
    .prepare<[], number>('update change_counter set value = value + 1 returning value')
    .pluck();

  return {
    db,
    get: (key) => read.get(key),
    set: (key, value) => {
      if (value === null) remove.run(key);
      else write.run(key, value);
    },
    nextChange: () => advance.get() as number,
    clearCompany: () => {
      db.transaction(() => {
        for (const table of [...COMPANY_TABLES].reverse()) db.exec(`delete from ${table}`);
      })();
    },
    close: () => db.close(),
  };
}

function prepareSchema(db: Database.Database): void {
  const version = db.pragma('user_version', { simple: true }) as number;
  if (version === LEDGER_VERSION) return;
  if (version > LEDGER_VERSION) {
    throw new Error(`the operator's ledger is of version ${version}, newer than ${LEDGER_VERSION}`);
  }
  // Tables that refer to each other are dropped in any order.
  db.pragma('foreign_keys = OFF');
  db.transaction(() => {
    for (const table of db.prepare<[], string>(TABLES).pluck().all()) db.exec(`drop table "${table}"`);
    db.exec(LEDGER_SCHEMA);
  })();
  db.pragma('foreign_keys = ON');
}

const TABLES = "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'";

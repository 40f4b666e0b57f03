import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { afterEach, describe, expect, it } from 'vitest';
import { type Migration, migrate, migrations } from './migrate';
import bundle from './migrations/bundle.json';
import * as schema from './schema';
import { temporaryFolder } from './testing/sample';

const opened: { close(): void }[] = [];
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

function file(): { path: string; open(): Database.Database } {
  const folder = temporaryFolder();
  opened.push({ close: () => folder.remove() });
  const path = join(folder.path, 'cache.db');
  return {
    path,
    open() {
      const database = new Database(path);
      opened.unshift(database);
      database.pragma('foreign_keys = ON');
      return database;
    },
  };
}

const made = (tag: string, sql: string): Migration => ({
  tag,
  sql,
  hash: createHash('sha256').update(sql).digest('hex'),
});

const first = made(
  '0000_parents',
  `CREATE TABLE parent (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
--> statement-breakpoint
CREATE TABLE child (id INTEGER PRIMARY KEY, parent_id INTEGER NOT NULL REFERENCES parent (id) ON DELETE CASCADE) STRICT;`,
);
/** What drizzle-kit makes when a column changes: the parent is rebuilt by a new table. */
const rebuild = made(
  '0001_rebuild',
  `PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE __new_parent (id INTEGER PRIMARY KEY, name TEXT) STRICT;--> statement-breakpoint
INSERT INTO __new_parent SELECT id, name FROM parent;--> statement-breakpoint
DROP TABLE parent;--> statement-breakpoint
ALTER TABLE __new_parent RENAME TO parent;--> statement-breakpoint
PRAGMA foreign_keys=ON;`,
);

function populated() {
  const one = file();
  const database = one.open();
  migrate(database, [first]);
  database.exec(`INSERT INTO parent VALUES (1, 'a'), (2, 'b'); INSERT INTO child VALUES (10, 1), (11, 2)`);
  return { ...one, database };
}

describe('migrate', () => {
  it('keeps the children of a rebuilt table, and copies the file first', () => {
    const { database, path } = populated();
    migrate(database, [first, rebuild]);
    expect(database.prepare('SELECT id, parent_id FROM child').all()).toEqual([
      { id: 10, parent_id: 1 },
      { id: 11, parent_id: 2 },
    ]);
    expect(database.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(database.pragma('user_version', { simple: true })).toBe(2);

    const copy = new Database(`${path}.before-v2`, { readonly: true });
    expect(copy.prepare('SELECT count(*) AS n FROM child').get()).toEqual({ n: 2 });
    expect(copy.pragma('user_version', { simple: true })).toBe(1);
    copy.close();
    expect(readdirSync(join(path, '..')).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('copies an encrypted file as an encrypted one, of the same key and for this user only', () => {
    const { open, path } = file();
    const unlock = (database: Database.Database) => {
      database.pragma(`cipher = 'chacha20'`);
      database.pragma(`key = 'raw:${'5c'.repeat(32)}'`);
      return database;
    };
    const database = unlock(open());
    migrate(database, [first]);
    database.exec(`INSERT INTO parent VALUES (1, 'Васильковый край')`);
    migrate(database, [first, rebuild]);
    const target = `${path}.before-v2`;
    const bytes = readFileSync(target);
    expect(bytes.includes('Васильковый край') || bytes.includes('SQLite format')).toBe(false);
    if (process.platform !== 'win32') expect(statSync(target).mode & 0o777).toBe(0o600);
    const copy = unlock(new Database(target, { readonly: true }));
    expect(copy.prepare('SELECT name FROM parent').pluck().all()).toEqual(['Васильковый край']);
    copy.close();
  });

  it('undoes everything when a step fails or leaves broken references', () => {
    const { database } = populated();
    const failing = made(
      '0001_failing',
      'CREATE TABLE extra (id INTEGER) STRICT;--> statement-breakpoint\nNONSENSE;',
    );
    expect(() => migrate(database, [first, failing])).toThrow();
    const orphaning = made('0001_orphaning', 'DELETE FROM parent WHERE id = 1;');
    expect(() => migrate(database, [first, orphaning])).toThrow(
      expect.objectContaining({ code: 'internal' }),
    );
    expect(database.pragma('user_version', { simple: true })).toBe(1);
    expect(database.prepare('SELECT count(*) AS n FROM parent').get()).toEqual({ n: 2 });
    expect(database.prepare(`SELECT count(*) AS n FROM sqlite_schema WHERE name = 'extra'`).get()).toEqual({
      n: 0,
    });
  });

  it('refuses a file of a newer program and leaves it as it is', () => {
    const { database, path } = populated();
    database.pragma('user_version = 9');
    expect(() => migrate(database, [first])).toThrow(
      expect.objectContaining({ code: 'cache-newer', params: { found: 9, supported: 1 } }),
    );
    expect(existsSync(`${path}.before-v2`)).toBe(false);
  });

  it('refuses a file whose migrations were others', () => {
    const { database } = populated();
    const other = { ...first, hash: 'f'.repeat(64) };
    expect(() => migrate(database, [other, rebuild])).toThrow(
      expect.objectContaining({ code: 'cache-damaged' }),
    );
  });

  it('does nothing to a file that is up to date', () => {
    const { database } = populated();
    const before = database.prepare('SELECT total_changes() AS n').get();
    migrate(database, [first]);
    expect(database.prepare('SELECT total_changes() AS n').get()).toEqual(before);
  });

  it('makes no copy of an empty file', () => {
    const { open, path } = file();
    migrate(open());
    expect(readdirSync(join(path, '..')).filter((name) => name.includes('before'))).toEqual([]);
  });
});

describe('the shipped migrations', () => {
  const folder = join(import.meta.dirname, 'migrations');

  it('are bundled as they are on the disk, in the order of the journal', () => {
    const journal = JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')) as {
      entries: { tag: string }[];
    };
    const onDisk = journal.entries.map(({ tag }) =>
      made(tag, readFileSync(join(folder, `${tag}.sql`), 'utf8')),
    );
    expect(bundle).toEqual(onDisk);
    expect(readdirSync(folder).filter((name) => name.endsWith('.sql'))).toHaveLength(onDisk.length);
  });

  it('never change once shipped', () => {
    // Add the hash of a new migration; a failure of an old one means that a shipped file was edited.
    expect(migrations.map(({ tag, hash }) => `${tag} ${hash}`)).toMatchInlineSnapshot(`
      [
        "0000_initial 720c6e0ea41a168c9437a0f1cab625e7dee9f39a6cf9e543b308d1fd4a072d34",
        "0001_requests 4bb9835b11d03f3852fde12911aa7c83371d32203d8f5e15d1a521d0f69fa3fc",
        "0002_plans-as-items 5fc122f61d547cfe9c0badda21783f4f33aabd1646cb31f459dd2a77ff66abea",
        "0003_party-and-acts f5f34ea459e0ad2a1a8ab117c575bef832903aea62edf2a0db272c4f287f79ff",
        "0004_call-hours 338afa1843f6e862f89d6797e9c1ac088926705199b2b398f3c1c2b16dcdc2a7",
        "0005_numbers-index 5d8d95607bb2b24574af2e69b14d62fbcf6e7953fcc880eb1c819bfad81447ed",
        "0006_counts-by-day 7d2ad7c9c666e4c61a516eb88885911abe609072ee99c92f63c8b0917e02ef85",
      ]
    `);
  });

  it('keep the account and its invoices when documents got their parties and acts', () => {
    const database = file().open();
    migrate(database, migrations.slice(0, 3));
    database.exec(`INSERT INTO account VALUES (1, '{"id":1,"unp":"199999999"}');
      INSERT INTO invoices VALUES (202104, '202104-1', '2021-04', 5, '2021-05-25', 1, 2, 3, 4, 7, 6, 'paid');
      INSERT INTO feed_state VALUES ('invoices', 'c7', 1, 9), ('payments', 'c8', 1, 9)`);
    migrate(database, migrations.slice(0, 4));
    expect(database.prepare('SELECT body FROM account').pluck().get()).toBe(
      '{"id":1,"unp":"199999999","operator":null}',
    );
    expect(
      database.prepare('SELECT amount_due, status, act_number, vat_invoice FROM invoices').get(),
    ).toEqual({
      amount_due: 6,
      status: 'paid',
      act_number: null,
      vat_invoice: null,
    });
    // The next sync takes the invoices once more; until then they are as good as they were.
    expect(database.prepare('SELECT feed, cursor, complete FROM feed_state ORDER BY feed').all()).toEqual([
      { feed: 'invoices', cursor: null, complete: 1 },
      { feed: 'payments', cursor: 'c8', complete: 1 },
    ]);
  });

  it('count the calls that are already there by hour', () => {
    const database = file().open();
    migrate(database, migrations.slice(0, 4));
    const call = database.prepare(
      `INSERT INTO cdrs VALUES (?, 1, 1, ?, ?, 0, 0, 0, '5', NULL, 1, 1, 0, 25, 1, 1, NULL, 0)`,
    );
    const HOUR = 3_600_000;
    const starts = [0, HOUR - 1, HOUR, 9 * HOUR, 9 * HOUR, 400 * HOUR + 1];
    for (const [id, at] of starts.entries()) call.run(id, 450_000 * HOUR + at, id % 2);
    migrate(database);
    expect(database.prepare('SELECT * FROM cdr_hours').raw().all()).toEqual([
      [450_000, 1, 1],
      [450_001, 1, 0],
      [450_009, 1, 1],
      [450_400, 0, 1],
    ]);
  });

  it('count the calls that are already there by subscriber and day of Minsk, and keep the sums', () => {
    const database = file().open();
    migrate(database, migrations.slice(0, 6));
    const call = database.prepare(
      `INSERT INTO cdrs VALUES (?, 1, ?, ?, ?, 0, 0, 0, '5', NULL, 1, 1, 0, 25, 1, 1, NULL, 0)`,
    );
    const sum = database.prepare(`INSERT INTO cdr_months VALUES (?, ?, ?, 0, 0, ?, 1, 1, 0, 1, 1, 0)`);
    const FIRST = Date.UTC(2021, 0, 31, 21);
    const DAY = 86_400_000;
    // The last and the first moment of two days, a leap day among them.
    const starts = [FIRST - 1, FIRST, FIRST + DAY - 1, FIRST + 28 * DAY - 1, Date.UTC(2024, 1, 29, 20, 59)];
    for (const [id, at] of starts.entries()) call.run(id, 7, at, id % 2);
    call.run(9, 8, FIRST, 0);
    const sums = [
      ['2021-02', 7, 0, 1],
      ['2021-01', 7, 0, 1],
      ['2021-02', 7, 1, 2],
      ['2021-02', 8, 0, 1],
      ['2024-02', 7, 0, 1],
    ];
    for (const one of sums) sum.run(...one);
    migrate(database);
    expect(database.prepare('SELECT * FROM cdr_days').raw().all()).toEqual([
      [7, 18_658, 1, 0],
      [7, 18_659, 1, 1],
      [7, 18_686, 0, 1],
      [7, 19_782, 1, 0],
      [8, 18_659, 1, 0],
    ]);
    expect(
      database.prepare('SELECT month, subscriber_id, direction, rows FROM cdr_months').raw().all(),
    ).toEqual([...sums].sort());
  });

  it('keep sums and counts in the order of their keys', () => {
    const database = file().open();
    migrate(database);
    const withoutRowid = database.prepare('SELECT name FROM pragma_table_list WHERE wr = 1 ORDER BY name');
    expect(withoutRowid.pluck().all()).toEqual(['cdr_days', 'cdr_months']);
  });

  it('drop no table but one that was rebuilt, or that the next sync fills elsewhere', () => {
    const movedToItems = ['tariff_plans'];
    for (const { sql } of migrations) {
      for (const [, table = ''] of sql.matchAll(/DROP TABLE `?(\w+)/gi)) {
        if (!movedToItems.includes(table)) expect(sql).toContain(`__new_${table}`);
      }
    }
  });

  it('make the tables of the schema, all of them STRICT', () => {
    const database = file().open();
    migrate(database);
    const tables = Object.values(schema).filter((value) => value instanceof SQLiteTable);
    for (const table of tables) {
      const { name, columns } = getTableConfig(table);
      const found = database.pragma(`table_xinfo('${name}')`) as {
        name: string;
        type: string;
        notnull: number;
        pk: number;
      }[];
      expect(found.map((one) => [one.name, one.type, one.notnull === 1 || one.pk > 0])).toEqual(
        columns.map((column) => [
          column.name,
          column.getSQLType().toUpperCase(),
          column.notNull || column.primary,
        ]),
      );
    }
    const strict = database.pragma('table_list') as { schema: string; name: string; strict: number }[];
    const loose = strict.filter(
      (one) => one.schema === 'main' && !one.name.startsWith('sqlite_') && one.strict === 0,
    );
    expect(loose).toEqual([]);
    expect(strict.filter((one) => one.strict === 1)).toHaveLength(tables.length + 1);
  });
});

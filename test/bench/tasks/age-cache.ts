import { existsSync, renameSync } from 'node:fs';
import Database from 'better-sqlite3';
import { cipherOf } from '../../../src-main/store/cipher';
import { removeDatabase } from '../../../src-main/store/keys/account-files';
import { migrate, migrations } from '../../../src-main/store/migrate';
import { taskInput } from '../lib/task';

/** Makes a cache one of the program before the last migration, with all rows that one knows. */
const { path, key } = taskInput<{ path: string; key: string }>();
const made = `${path}.aged`;
removeDatabase(made);
const database = new Database(made);
database.pragma(`cipher = 'chacha20'`);
database.pragma(`key = 'raw:${key}'`);
database.pragma('journal_mode = WAL');
migrate(database, migrations.slice(0, -1));
database.pragma('foreign_keys = OFF');
// The next file that is attached has the newest cipher.
database.pragma(`cipher = '${cipherOf(path)}'`);
database.exec(`ATTACH '${path}' AS newest KEY 'raw:${key}'`);
const columnsOf = (schema: string, table: string): string[] =>
  (database.pragma(`${schema}.table_info('${table}')`) as { name: string }[]).map(({ name }) => name);
const tables = database
  .prepare(`SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
  .pluck()
  .all() as string[];
database.transaction(() => {
  for (const table of tables.filter((name) => name !== 'migrations')) {
    const known = columnsOf('newest', table);
    const common = columnsOf('main', table).filter((name) => known.includes(name));
    const list = common.join(', ');
    database.exec(`INSERT INTO main.${table} (${list}) SELECT ${list} FROM newest.${table}`);
  }
})();
database.exec('DETACH newest');
database.close();
if (existsSync(`${path}-wal`)) throw new Error('the cache was not closed');
removeDatabase(path);
renameSync(made, path);

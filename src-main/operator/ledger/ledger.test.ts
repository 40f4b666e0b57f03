import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signIn, startTestOperator } from '../testing/client';
import { LEDGER_VERSION } from './schema';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const fileOf = (version: number) => {
  const db = new Database(join(folder, 'operator.db'));
  db.exec(`
    create table subscriber (id integer primary key, something_else text);
    create table suspension (id integer primary key, subscriber_id integer not null references subscriber (id));
    create index suspension_subscriber on suspension (subscriber_id);
    insert into subscriber values (1, 'x');
    insert into suspension values (1, 1);
    pragma user_version = ${version};
  `);
  db.close();
};

describe('the ledger’s file', () => {
  it('of an older version is made from scratch', async () => {
    fileOf(LEDGER_VERSION - 1);
    const operator = await startTestOperator({ dataDir: folder });
    const { items } = await (await signIn(operator)).page('subscribers');
    expect(items.map(({ id }) => id)).toEqual([1, 2, 3]);
    await operator.close();
    expect(operator.errors).toEqual([]);
  });

  it('of a newer version is left alone', async () => {
    fileOf(LEDGER_VERSION + 1);
    await expect(startTestOperator({ dataDir: folder })).rejects.toThrow('newer than');
    const db = new Database(join(folder, 'operator.db'));
    expect(db.prepare('select something_else from subscriber').pluck().get()).toBe('x');
    db.close();
  });
});

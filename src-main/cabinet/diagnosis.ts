import { statSync } from 'node:fs';
import type { Handlers } from '../../src-shared/bridge/contract';
import type { CacheFacts } from '../../src-shared/bridge/diagnosis';
import { type ReadableCache, row } from '../store/cache';
import type { CabinetSession } from './session/session';

/** «Диагностика» of the open cache. */
export function diagnosisHandlers(session: () => CabinetSession): Handlers<'diagnosis.cache'> {
  return {
    'diagnosis.cache': () => {
      const { cache, path } = session().active().opened;
      return factsOf(cache, path);
    },
  };
}

function factsOf(cache: ReadableCache, path: string): CacheFacts {
  const value = (sql: string) => Object.values(row<Record<string, unknown>>(cache, sql) ?? {})[0];
  const count = (sql: string) => Number(value(sql) ?? 0);
  const size = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return {
    fileBytes: size(path),
    logBytes: size(`${path}-wal`),
    schema: count('PRAGMA user_version'),
    sqlite: String(value('SELECT sqlite_version()')),
    cipher: String(value('PRAGMA cipher')),
    subscribers: count('SELECT count(*) FROM subscribers'),
    records: count('SELECT sum(rows) FROM cdr_months'),
    openCommands: count(`SELECT count(*) FROM outbox WHERE state IN ('waiting', 'sending')`),
  };
}

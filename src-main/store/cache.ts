import type Database from 'better-sqlite3';

declare const readable: unique symbol;
declare const writable: unique symbol;

/** An open cache that may be read. Statements are prepared once and kept. */
export type ReadableCache = {
  readonly [readable]: true;
  readonly path: string;
  /** The prepared statement of this SQL; made on first use. */
  statement(sql: string): Database.Statement<unknown[], unknown>;
  readonly isOpen: boolean;
  /** How often a data set was changed through this connection: what was remembered of it is then stale. */
  changesOf(set: string): number;
  close(): void;
};

/** An open cache that may be changed; only the core process holds one, and a thread of it while it takes records in. */
export type WritableCache = ReadableCache & {
  readonly [writable]: true;
  readonly database: Database.Database;
  noteChange(set: string): void;
  /** What another connection may have changed is not known: nothing remembered of this cache holds any longer. */
  noteAnyChange(): void;
  /** Names of the data sets changed through this connection since the last call. */
  takeChanges(): string[];
};

/** Wraps an open, keyed connection; `open.ts` is the only caller. */
export function wrapDatabase(database: Database.Database): WritableCache {
  const statements = new Map<string, Database.Statement<unknown[], unknown>>();
  const changes = new Map<string, number>();
  const fresh = new Set<string>();
  let unknown = 0;
  const cache: Omit<WritableCache, typeof readable | typeof writable> = {
    path: database.name,
    database,
    statement(sql) {
      const known = statements.get(sql);
      if (known) return known;
      const prepared = database.prepare<unknown[], unknown>(sql);
      statements.set(sql, prepared);
      return prepared;
    },
    changesOf: (set) => (changes.get(set) ?? 0) + unknown,
    noteChange(set) {
      changes.set(set, (changes.get(set) ?? 0) + 1);
      fresh.add(set);
    },
    noteAnyChange() {
      unknown += 1;
    },
    takeChanges() {
      const names = [...fresh];
      fresh.clear();
      return names;
    },
    get isOpen() {
      return database.open;
    },
    close() {
      statements.clear();
      database.close();
    },
  };
  return cache as WritableCache;
}

/** All rows of a query, as the given type. The caller names the type that the SQL's columns have. */
export function rows<Row>(cache: ReadableCache, sql: string, ...values: unknown[]): Row[] {
  return cache.statement(sql).all(...values) as Row[];
}

/** The first row of a query, or undefined. */
export function row<Row>(cache: ReadableCache, sql: string, ...values: unknown[]): Row | undefined {
  return cache.statement(sql).get(...values) as Row | undefined;
}

export function run(cache: WritableCache, sql: string, ...values: unknown[]): number {
  return cache.statement(sql).run(...values).changes;
}

/**
 * Runs the work in one immediate transaction: all of it is stored, or nothing.
 * With `durable` the commit is on the disk when this returns; without it a power cut may lose the last
 * commits (never corrupt the file), which is right for data that the next sync brings again.
 */
export function transaction<Result>(
  cache: WritableCache,
  work: () => Result,
  options: { durable?: boolean } = {},
): Result {
  const { database } = cache;
  if (options.durable) database.pragma('synchronous = FULL');
  try {
    return database.transaction(work).immediate();
  } finally {
    if (options.durable) database.pragma('synchronous = NORMAL');
  }
}

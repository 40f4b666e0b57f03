import { type ReadableCache, rows, run, transaction, type WritableCache } from './cache';

/** Kinds of facts that are the person's own and live in the cache only. */
export type OwnKind = 'labels' | 'cdr-view' | 'appeal-read' | 'payment-order' | 'work-day';

/** All facts of a kind, by key. */
export function listOwn(cache: ReadableCache, kind: OwnKind): { key: string; value: unknown }[] {
  const found = rows<{ key: string; body: string }>(
    cache,
    'SELECT key, body FROM own WHERE kind = ? ORDER BY key',
    kind,
  );
  return found.map(({ key, body }) => ({ key, value: JSON.parse(body) as unknown }));
}

/** Nothing but this file has them, so the write is on the disk when this returns. */
export function writeOwn(cache: WritableCache, kind: OwnKind, key: string, value: unknown): void {
  const body = JSON.stringify(value);
  transaction(
    cache,
    () => run(cache, 'REPLACE INTO own (kind, key, body) VALUES (?, ?, ?)', kind, key, body),
    { durable: true },
  );
}

export function removeOwn(cache: WritableCache, kind: OwnKind, key: string): void {
  transaction(cache, () => run(cache, 'DELETE FROM own WHERE kind = ? AND key = ?', kind, key), {
    durable: true,
  });
}

/** Removes the facts of a kind whose keys are from one to the other, both included. */
export function removeOwnBetween(cache: WritableCache, kind: OwnKind, first: string, last: string): void {
  transaction(
    cache,
    () => run(cache, 'DELETE FROM own WHERE kind = ? AND key BETWEEN ? AND ?', kind, first, last),
    { durable: true },
  );
}

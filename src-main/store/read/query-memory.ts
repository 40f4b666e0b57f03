import type { CdrFilter, CdrSort } from '../../../src-shared/bridge/cabinet';
import type { ReadableCache } from '../cache';
import { createLru } from './lru';

export type Query = { filter: CdrFilter; sort: CdrSort };

/** Queries that are remembered: a few tables with a few sorts each. */
const REMEMBERED = 12;

type Entry<Value> = { value: Value; changes: string };

/**
 * What is remembered of queries, for as long as the data sets behind them stay as they are.
 * @param keyOf what tells one query from another
 * @param setsOf names of the data sets
 */
export function createMemory<Value>(
  keyOf: (query: Query) => unknown,
  setsOf: (query: Query) => readonly string[],
) {
  const caches = new WeakMap<ReadableCache, ReturnType<typeof createLru<Entry<Value>>>>();
  /** The remembered value, or what `make` gives; it is told how to see whether the data is still the same. */
  return (cache: ReadableCache, query: Query, make: (isCurrent: () => boolean) => Value): Value => {
    const lru = caches.get(cache) ?? createLru<Entry<Value>>(REMEMBERED);
    caches.set(cache, lru);
    const key = JSON.stringify(keyOf(query));
    const changesNow = () =>
      setsOf(query)
        .map((set) => cache.changesOf(set))
        .join('/');
    const changes = changesNow();
    const known = lru.get(key);
    if (known?.changes === changes) return known.value;
    const value = make(() => changesNow() === changes);
    lru.set(key, { value, changes });
    return value;
  };
}

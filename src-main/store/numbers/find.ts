import { type ReadableCache, row } from '../cache';
import { decodeIds } from './chunks';
import { CHUNK_CODES, type GramRange } from './grams';
import { CHUNK_KEYS, indexedUpTo, type Segment } from './segments';

/** More records than this that are not indexed make a search through the index no faster than one without it. */
const MOST_UNINDEXED = 8_192;

/**
 * Ids of a segment's records that may have the digits.
 * @returns null when so many have them that the index does not list them
 */
export function candidatesOf(
  cache: ReadableCache,
  segment: Segment,
  ranges: readonly GramRange[],
): number[] | null {
  const chunk = cache.statement('SELECT body FROM number_chunks WHERE id = ?').pluck();
  for (const range of ranges) {
    const body = chunk.get(segment.id * CHUNK_KEYS + Math.floor(range.first / CHUNK_CODES));
    const ids = body === undefined ? [] : decodeIds(body as Uint8Array, range, segment.base);
    if (ids) return ids;
  }
  return null;
}

/** Conditions on the ids of all records that are not indexed; null when there are too many to be read for one search. */
export function unindexedConditions(cache: ReadableCache): { sql: string; values: number[] }[] | null {
  const mark = indexedUpTo(cache);
  const many =
    row(cache, 'SELECT 1 FROM cdrs WHERE id > ? ORDER BY id LIMIT 1 OFFSET ?', mark, MOST_UNINDEXED) ??
    row(cache, 'SELECT 1 FROM unindexed_calls LIMIT 1 OFFSET ?', MOST_UNINDEXED);
  if (many) return null;
  return [
    { sql: 'id > ?', values: [mark] },
    { sql: 'id IN (SELECT id FROM unindexed_calls)', values: [] },
  ];
}

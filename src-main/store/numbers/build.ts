import { breathe } from '../breathe';
import { row, run, transaction, type WritableCache } from '../cache';
import { CACHE_KIB, CHECKPOINT_PAGES, PASS_CACHE_KIB } from '../open';
import { encodeChunks, type NumberedCall } from './chunks';
import { CALLS, CHUNK_KEYS, indexedUpTo, lastSegment, NUMBERS, type Segment } from './segments';

export type IndexSizes = {
  /** Records of a segment: few enough for each step of making it to be over before a screen would notice. */
  segment: number;
  /** Fewer records than this are left unindexed: a search reads them all in a few milliseconds. */
  worth: number;
};
const SIZES: IndexSizes = { segment: 16_384, worth: 2_048 };

const NEXT = 'SELECT id, started_at, party FROM cdrs WHERE id > ? ORDER BY id LIMIT ?';
const LEFT_OUT = `SELECT c.id, c.started_at, c.party FROM unindexed_calls u JOIN cdrs c ON c.id = u.id
  ORDER BY c.id LIMIT ?`;
const ADD_SEGMENT = `INSERT INTO number_segments (after, up_to, records, base, first_at, last_at)
  VALUES (?, ?, ?, ?, ?, ?)`;

/** The same number for the commits of the index: each takes over what a screen does not notice. */
const SMALL_CHECKPOINT_PAGES = 500;

/**
 * Indexes the numbers of records that are not indexed yet, in steps of some 20 ms between which other calls are served.
 * What is done stays done: the next call goes on from there.
 * @param mayGoOn asked before every segment
 * @throws CabinetError cancelled when the cache was closed meanwhile
 */
export async function indexNumbers(
  cache: WritableCache,
  mayGoOn: () => boolean = () => true,
  sizes: IndexSizes = SIZES,
): Promise<void> {
  const { database } = cache;
  database.pragma(`wal_autocheckpoint = ${SMALL_CHECKPOINT_PAGES}`);
  // Every page is read once: kept, they would only take up memory that nothing gives back.
  database.pragma(`cache_size = -${PASS_CACHE_KIB}`);
  try {
    while (mayGoOn()) {
      await breathe(cache);
      const changes = changesNow(cache);
      const next = nextRecords(cache, sizes) ?? leftOutRecords(cache, sizes);
      if (!next) return;
      await breathe(cache);
      const base = next.calls[0]?.[0] ?? 0;
      const chunks = encodeChunks(next.calls, base, next.upTo > 0);
      await breathe(cache);
      const stored = transaction(cache, () => {
        // Records that changed since they were read would not be found by what they are now: once more from the reading.
        if (changesNow(cache) !== changes) return false;
        put(cache, next, base, chunks);
        return true;
      });
      if (stored) cache.noteChange(NUMBERS);
    }
  } finally {
    if (cache.isOpen) {
      database.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
      database.pragma(`cache_size = -${CACHE_KIB}`);
    }
  }
}

/** Another text once records were stored, here or by another connection. */
const changesNow = (cache: WritableCache): string =>
  `${cache.changesOf(CALLS)} ${cache.statement('PRAGMA data_version').pluck().get()}`;

type Coming = { calls: NumberedCall[]; after: number; upTo: number; replaces: Segment | null };

/** Those above the highest indexed id; a last segment that is not full is made anew with them. */
function nextRecords(cache: WritableCache, sizes: IndexSizes): Coming | null {
  const mark = indexedUpTo(cache);
  const enough = 'SELECT 1 FROM cdrs WHERE id > ? ORDER BY id LIMIT 1 OFFSET ?';
  if (!row(cache, enough, mark, sizes.worth - 1)) return null;
  const last = lastSegment(cache);
  const replaces = last && last.records < sizes.segment / 2 ? last : null;
  const after = replaces?.after ?? mark;
  const calls = cache.statement(NEXT).raw().all(after, sizes.segment) as NumberedCall[];
  return { calls, after, upTo: calls.at(-1)?.[0] ?? mark, replaces };
}

/** Those that came or changed behind the highest indexed id. */
function leftOutRecords(cache: WritableCache, sizes: IndexSizes): Coming | null {
  if (!row(cache, 'SELECT 1 FROM unindexed_calls LIMIT 1 OFFSET ?', sizes.worth - 1)) return null;
  const calls = cache.statement(LEFT_OUT).raw().all(sizes.segment) as NumberedCall[];
  return { calls, after: 0, upTo: 0, replaces: null };
}

function put(cache: WritableCache, coming: Coming, base: number, chunks: readonly Uint8Array[]): void {
  const { calls, after, upTo, replaces } = coming;
  if (replaces) {
    run(cache, 'DELETE FROM number_segments WHERE id = ?', replaces.id);
    const first = replaces.id * CHUNK_KEYS;
    run(cache, 'DELETE FROM number_chunks WHERE id >= ? AND id < ?', first, first + CHUNK_KEYS);
  }
  let firstAt = Number.POSITIVE_INFINITY;
  let lastAt = Number.NEGATIVE_INFINITY;
  for (const [, startedAt] of calls) {
    firstAt = Math.min(firstAt, startedAt);
    lastAt = Math.max(lastAt, startedAt);
  }
  const added = cache.statement(ADD_SEGMENT).run(after, upTo, calls.length, base, firstAt, lastAt);
  const key = Number(added.lastInsertRowid) * CHUNK_KEYS;
  const add = cache.statement('INSERT INTO number_chunks (id, body) VALUES (?, ?)');
  for (const [at, body] of chunks.entries()) if (body.length > 0) add.run(key + at, body);
  if (upTo > 0) return;
  const done = cache.statement('DELETE FROM unindexed_calls WHERE id = ?');
  for (const [id] of calls) done.run(id);
}

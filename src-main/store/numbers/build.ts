import { breathe } from '../breathe';
import { row, run, transaction, type WritableCache } from '../cache';
import { CACHE_KIB, CHECKPOINT_PAGES, PASS_CACHE_KIB } from '../open';
import { encodeSegment, type MadeSegment, readCalls, type SegmentPlan } from './make-segment';
import { CALLS, CHUNK_KEYS, indexedUpTo, lastSegment, NUMBERS, type Segment } from './segments';

export type IndexSizes = {
  /** Records of a segment: few enough for each step of making it to be over before a screen would notice. */
  segment: number;
  /** Fewer records than this are left unindexed: a search reads them all in a few milliseconds. */
  worth: number;
};
const SIZES: IndexSizes = { segment: 16_384, worth: 2_048 };

/** Who makes segments of what was planned. */
export type SegmentMaker = {
  make(plan: SegmentPlan): Promise<MadeSegment>;
  /** After how many pages in the log a commit takes them over into the file; 0: the maker does that. */
  checkpointPages: number;
};

/** Commits of the index take over what a screen does not notice. */
const SMALL_CHECKPOINT_PAGES = 500;

/** Makes them here, in steps of some 20 ms. */
const makerHere = (cache: WritableCache): SegmentMaker => ({
  checkpointPages: SMALL_CHECKPOINT_PAGES,
  async make(plan) {
    const calls = readCalls(cache, plan);
    await breathe(cache);
    return encodeSegment(plan, calls);
  },
});

/**
 * Indexes the numbers of records that are not indexed yet, in steps between which other calls are served.
 * What is done stays done: the next call goes on from there.
 * @param mayGoOn asked before every segment, which waits for the answer
 * @throws CabinetError cancelled when the cache was closed meanwhile
 */
export async function indexNumbers(
  cache: WritableCache,
  mayGoOn: () => boolean | Promise<boolean> = () => true,
  maker: SegmentMaker = makerHere(cache),
  sizes: IndexSizes = SIZES,
): Promise<void> {
  const { database } = cache;
  database.pragma(`wal_autocheckpoint = ${maker.checkpointPages}`);
  // Every page is used once: kept, they would only take up memory that nothing gives back.
  database.pragma(`cache_size = -${PASS_CACHE_KIB}`);
  try {
    while (await mayGoOn()) {
      await breathe(cache);
      const changes = changesNow(cache);
      const next = planNext(cache, sizes);
      if (!next) return;
      const made = await maker.make(next.plan);
      await breathe(cache);
      const stored = transaction(cache, () => {
        // Records that changed since they were read would not be found by what they are now: once more from the reading.
        if (changesNow(cache) !== changes) return false;
        put(cache, made, next);
        return true;
      });
      if (stored) cache.noteChange(NUMBERS);
      // Given back at once: a collection would come when dozens of segments have piled up.
      for (const { buffer } of made.chunks) buffer.transfer(0);
    }
  } finally {
    if (cache.isOpen) {
      database.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
      database.pragma(`cache_size = -${CACHE_KIB}`);
    }
  }
}

/** Whether making the index takes more than one segment. */
export const isLongToIndex = (cache: WritableCache): boolean =>
  hasAbove(cache, indexedUpTo(cache), SIZES.segment * 2);

/** Another text once records were stored, here or by another connection. */
const changesNow = (cache: WritableCache): string =>
  `${cache.changesOf(CALLS)} ${cache.statement('PRAGMA data_version').pluck().get()}`;

const hasAbove = (cache: WritableCache, id: number, records: number): boolean =>
  row(cache, 'SELECT 1 FROM cdrs WHERE id > ? ORDER BY id LIMIT 1 OFFSET ?', id, records - 1) !== undefined;

type Next = { plan: SegmentPlan; replaces: Segment | null };

function planNext(cache: WritableCache, sizes: IndexSizes): Next | null {
  const most = sizes.segment;
  const mark = indexedUpTo(cache);
  if (hasAbove(cache, mark, sizes.worth)) {
    // A last segment that is not full is made anew with those above it.
    const last = lastSegment(cache);
    const replaces = last && last.records < sizes.segment / 2 ? last : null;
    return { plan: { after: replaces?.after ?? mark, most }, replaces };
  }
  const leftOut = row(cache, 'SELECT 1 FROM unindexed_calls LIMIT 1 OFFSET ?', sizes.worth - 1);
  return leftOut ? { plan: { after: null, most }, replaces: null } : null;
}

const ADD_SEGMENT = `INSERT INTO number_segments (after, up_to, records, base, first_at, last_at)
  VALUES (?, ?, ?, ?, ?, ?)`;

function put(cache: WritableCache, made: MadeSegment, { plan, replaces }: Next): void {
  const { upTo, records, base, firstAt, lastAt } = made;
  if (replaces) {
    run(cache, 'DELETE FROM number_segments WHERE id = ?', replaces.id);
    const first = replaces.id * CHUNK_KEYS;
    run(cache, 'DELETE FROM number_chunks WHERE id >= ? AND id < ?', first, first + CHUNK_KEYS);
  }
  const added = cache.statement(ADD_SEGMENT).run(plan.after ?? 0, upTo, records, base, firstAt, lastAt);
  const key = Number(added.lastInsertRowid) * CHUNK_KEYS;
  const add = cache.statement('INSERT INTO number_chunks (id, body) VALUES (?, ?)');
  for (const [at, body] of made.chunks.entries()) if (body.length > 0) add.run(key + at, body);
  const done = cache.statement('DELETE FROM unindexed_calls WHERE id = ?');
  for (const id of made.leftOut) done.run(id);
}

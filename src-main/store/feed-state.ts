import type { Instant } from '../../src-shared/domain/period';
import type { FeedName } from '../../src-shared/operator-api/feeds';
import { type ReadableCache, row, run, type WritableCache } from './cache';

/** What is kept of a feed; «account» has no cursor. */
export type FeedSource = FeedName | 'account';
export type FeedState = { cursor: string | null; complete: boolean; dataAsOf: Instant | null };

const READ = 'SELECT cursor, complete, data_as_of AS dataAsOf FROM feed_state WHERE feed = ?';
const SAVE_CURSOR = `INSERT INTO feed_state (feed, cursor, complete) VALUES (?, ?, 0)
  ON CONFLICT (feed) DO UPDATE SET cursor = excluded.cursor`;
const REACHED_END = `INSERT INTO feed_state (feed, complete, data_as_of) VALUES (?, 1, ?)
  ON CONFLICT (feed) DO UPDATE SET complete = 1, data_as_of = excluded.data_as_of`;
const FORGET_CURSOR = 'UPDATE feed_state SET cursor = NULL, complete = 0 WHERE feed = ?';

export function readFeedState(cache: ReadableCache, feed: FeedSource): FeedState {
  const found = row<{ cursor: string | null; complete: number; dataAsOf: number | null }>(cache, READ, feed);
  if (!found) return { cursor: null, complete: false, dataAsOf: null };
  return { cursor: found.cursor, complete: found.complete === 1, dataAsOf: found.dataAsOf };
}

/** Remembers where the stored page ended. Call in the transaction that stores the page's last rows. */
export function saveCursor(cache: WritableCache, feed: FeedName, cursor: string): void {
  run(cache, SAVE_CURSOR, feed, cursor);
}

/** The feed's end was reached by a pass that began at this time of the operator. */
export function markComplete(cache: WritableCache, feed: FeedSource, asOf: Instant): void {
  run(cache, REACHED_END, feed, asOf);
}

/** The operator no longer knows the cursor: the next pass begins anew. Rows stay. */
export function forgetCursor(cache: WritableCache, feed: FeedName): void {
  run(cache, FORGET_CURSOR, feed);
}

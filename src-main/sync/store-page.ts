import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Instant } from '../../src-shared/domain/period';
import type { FeedName, FeedPage } from '../../src-shared/operator-api/feeds';
import { transaction, type WritableCache } from '../store/cache';
import { markComplete, saveCursor } from '../store/feed-state';
import { storeItems } from '../store/write/feeds';

/** A transaction should take about this long: reads of the screens wait for it. */
const TARGET_MS = 30;
/**
 * A commit writes every page of the indexes that its rows touched, however few they are: smaller transactions
 * take longer altogether and would be made smaller still for it.
 */
const SMALLEST = 500;
const LARGEST = 5000;

/**
 * Stores pages in transactions small enough for the screens to stay quick, whatever the speed of the disk.
 *
 * The cursor is saved with the last rows of a page. A page that was stored in part before a crash is asked for
 * again and stored over itself, which changes nothing.
 */
export function createPageStore(cache: WritableCache, measure: () => number = () => performance.now()) {
  let size = 1000;
  return {
    async store<Name extends FeedName>(feed: Name, page: FeedPage<Name>, asOf: Instant): Promise<void> {
      let done = 0;
      do {
        const items = page.items.slice(done, done + size);
        done += items.length;
        const started = measure();
        transaction(cache, () => {
          storeItems(cache, feed, items);
          if (done < page.items.length) return;
          saveCursor(cache, feed, page.cursor);
          if (!page.more) markComplete(cache, feed, asOf);
        });
        if (items.length === size) size = nextSize(size, measure() - started);
        await nextTurn();
      } while (done < page.items.length);
    },
  };
}

function nextSize(size: number, ms: number): number {
  const fitting = Math.floor((size * TARGET_MS) / Math.max(ms, 0.1));
  // Halving at once and growing slowly: one slow write must not be followed by another.
  return Math.max(SMALLEST, Math.min(LARGEST, fitting, Math.ceil(size * 1.5)));
}

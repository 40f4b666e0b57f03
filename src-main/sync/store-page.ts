import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Instant } from '../../src-shared/domain/period';
import type { FeedName, FeedPage } from '../../src-shared/operator-api/feeds';
import { transaction, type WritableCache } from '../store/cache';
import { markComplete, saveCursor } from '../store/feed-state';
import { storeItems } from '../store/write/feeds';

/** Rows of a transaction while screens read: they wait for it. */
const SHORT = 1000;

/**
 * Stores pages, each in one transaction, or in several short ones while screens read. A commit writes every page of
 * the indexes that its rows touched, however few they are, so short transactions cost half as much again.
 *
 * The cursor is saved with the last rows of a page. A page that was stored in part before a crash is asked for
 * again and stored over itself, which changes nothing.
 */
export function createPageStore(cache: WritableCache, isRead: () => boolean) {
  return {
    async store<Name extends FeedName>(feed: Name, page: FeedPage<Name>, asOf: Instant): Promise<void> {
      let done = 0;
      do {
        const items = isRead() ? page.items.slice(done, done + SHORT) : page.items.slice(done);
        done += items.length;
        transaction(cache, () => {
          storeItems(cache, feed, items);
          if (done < page.items.length) return;
          saveCursor(cache, feed, page.cursor);
          if (!page.more) markComplete(cache, feed, asOf);
        });
        await nextTurn();
      } while (done < page.items.length);
    },
  };
}

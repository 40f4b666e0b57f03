import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Instant } from '../../src-shared/domain/period';
import type { FeedName, FeedPage } from '../../src-shared/operator-api/feeds';
import { transaction, type WritableCache } from '../store/cache';
import { markComplete, saveCursor } from '../store/feed-state';
import { type CdrPage, storeCdrPages } from '../store/write/cdr-page';
import { storeItems } from '../store/write/feeds';
import type { PackedCdrPage } from './cdr-page';
import type { TakenPage } from './client';
import type { IntakeThread } from './intake/thread';
import { ThreadGone } from './thread';

/** Fewer records are stored at once, sooner than a thread for them would have started. */
const WORTH_A_THREAD = 1000;
/** Pages that a thread may have: two that it stores and the next two. */
const MOST_GIVEN = 4;

type SmallFeed = Exclude<FeedName, 'cdrs'>;

export type PageStore = ReturnType<typeof createPageStore>;

/**
 * Stores the pages of one sync, each in one transaction with its cursor. Large pages of records go to a thread, so that
 * screens are answered and the next page is checked meanwhile. A page that was stored in part before a crash, or given
 * to a thread that has gone, is stored over itself, which changes nothing.
 * @param startThread null: there are no threads here
 * @param onFault told why a thread could not be had; its pages are then stored without it
 */
export function createPageStore(
  cache: WritableCache,
  startThread: (() => IntakeThread) | null,
  onFault: (error: unknown) => void,
) {
  const given: Promise<void>[] = [];
  let thread: IntakeThread | null = null;
  let mayHaveThread = startThread !== null;

  async function storeHere(page: CdrPage): Promise<void> {
    storeCdrPages(cache, [page]);
    await nextTurn();
  }

  async function storeInThread(page: CdrPage, there: IntakeThread, before: Promise<void>): Promise<void> {
    try {
      for (const set of await there.store(page)) cache.noteChange(set);
    } catch (error) {
      if (!(error instanceof ThreadGone)) throw error;
      await before;
      if (mayHaveThread) onFault(error.cause ?? error);
      mayHaveThread = false;
      thread = null;
      // It may have stored this page before it could say so.
      cache.noteAnyChange();
      await storeHere(page);
    }
  }

  async function storeCdrs(page: PackedCdrPage, asOf: Instant, onStored: () => void): Promise<void> {
    if (page.items.count >= WORTH_A_THREAD) begin();
    // Screens are answered before and after.
    await nextTurn();
    await give({ cdrs: page.items, cursor: page.cursor, completeAsOf: page.more ? null : asOf }, onStored);
  }

  function begin(): void {
    if (mayHaveThread) thread ??= startThread?.() ?? null;
  }

  async function give(page: CdrPage, onStored: () => void): Promise<void> {
    while (given.length >= MOST_GIVEN) await given.shift();
    const before = given.at(-1) ?? Promise.resolve();
    const there = thread;
    const done = there ? storeInThread(page, there, before) : before.then(() => storeHere(page));
    const stored = done.then(onStored);
    // Met by whoever gives the next page or waits for all of them.
    stored.catch(() => {});
    given.push(stored);
    await (there ? nextTurn() : settle());
  }

  async function storeSmall<Name extends SmallFeed>(
    feed: Name,
    page: FeedPage<Name>,
    asOf: Instant,
    onStored: () => void,
  ): Promise<void> {
    transaction(cache, () => {
      storeItems(cache, feed, page.items);
      saveCursor(cache, feed, page.cursor);
      if (!page.more) markComplete(cache, feed, asOf);
    });
    await nextTurn();
    onStored();
  }

  async function settle(): Promise<void> {
    while (given.length > 0) await given.shift();
  }

  return {
    /**
     * Answers when the page is stored, or waits its turn in the thread.
     * @param onStored called once it is stored
     */
    store<Name extends FeedName>(
      feed: Name,
      page: TakenPage<Name>,
      asOf: Instant,
      onStored: () => void,
    ): Promise<void> {
      if (feed === 'cdrs') return storeCdrs(page as PackedCdrPage, asOf, onStored);
      return storeSmall(feed as SmallFeed, page as FeedPage<SmallFeed>, asOf, onStored);
    },
    /** Waits until every page is stored. @throws what the first one that could not be stored ended with */
    settle,
    /** Many records are to come: what stores them starts meanwhile. */
    begin,
    /** Ends the thread; no page may wait any longer. Answers when it has left the file. */
    end: async (): Promise<void> => thread?.end(),
  };
}

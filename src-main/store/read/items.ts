import type { FeedItem, FeedName } from '../../../src-shared/operator-api/feeds';
import { type ReadableCache, row, rows } from '../cache';

/** Feeds whose items are kept as the operator gave them. */
export type WholeFeed = Exclude<
  FeedName,
  'subscribers' | 'services' | 'charges' | 'payments' | 'invoices' | 'cdrs'
>;

/** All items of a small feed by id, oldest first. */
export function listItems<Name extends WholeFeed>(cache: ReadableCache, feed: Name): FeedItem<Name>[] {
  const found = rows<{ body: string }>(cache, 'SELECT body FROM items WHERE feed = ? ORDER BY id', feed);
  return found.map(({ body }) => JSON.parse(body) as FeedItem<Name>);
}

export function readItem<Name extends WholeFeed>(
  cache: ReadableCache,
  feed: Name,
  id: number,
): FeedItem<Name> | null {
  const found = row<{ body: string }>(cache, 'SELECT body FROM items WHERE feed = ? AND id = ?', feed, id);
  return found ? (JSON.parse(found.body) as FeedItem<Name>) : null;
}

import { type FeedItem, type FeedName, feedItems } from '../../../src-shared/operator-api/feeds';
import type { Ledger } from '../ledger/ledger';

/** Feeds whose items stand in the ledger as they are handed out. */
export type KeptFeed = Exclude<FeedName, 'cdrs' | 'charges'>;

export type Publisher = {
  /**
   * Puts an item into its feed under its key; what is the same as before keeps its place.
   * @throws when the item breaks the contract.
   */
  publish<Name extends KeptFeed>(feed: Name, key: number, item: FeedItem<Name>): void;
  withdraw(feed: KeptFeed, key: number): void;
};

export function createPublisher(ledger: Ledger): Publisher {
  const { db } = ledger;
  const read = db
    .prepare<[string, number], string>('select body from feed_item where feed = ? and key = ?')
    .pluck();
  const write = db.prepare('insert or replace into feed_item (feed, key, seq, body) values (?, ?, ?, ?)');
  const remove = db.prepare('delete from feed_item where feed = ? and key = ?');
  return {
    publish: (feed, key, item) => {
      const body = JSON.stringify(item);
      if (read.get(feed, key) === body) return;
      feedItems[feed].parse(item);
      write.run(feed, key, ledger.nextChange(), body);
    },
    withdraw: (feed, key) => {
      remove.run(feed, key);
    },
  };
}

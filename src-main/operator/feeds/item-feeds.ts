import { feedNames } from '../../../src-shared/operator-api/feeds';
import type { ChargeBook } from '../billing/charge-book';

import type { Ledger } from '../ledger/ledger';
import type { SubscriberFacts } from '../ledger/subscriber-facts';
import type { Pace } from '../slices';
import type { KeptFeed } from './publisher';

/**
 * A page of a feed before it is wrapped into an answer: runs of items as JSON in UTF-8, to be joined by commas.
 * Long pages are turned into bytes run by run, because flattening a megabyte of text at once takes too long.
 */
export type RawPage = { items: readonly Uint8Array[]; position: readonly number[]; remaining: number };

export type RawFeed = {
  /** @param position where the client is; null is the beginning. */
  page(position: readonly number[] | null, limit: number, now: number): Promise<RawPage>;
  /** Where a client is that has everything. */
  head(now: number): readonly number[];
};

/** A feed whose items stand in the ledger. */
export function createKeptFeed(ledger: Ledger, feed: KeptFeed): RawFeed {
  const { db } = ledger;
  const read = db.prepare<[string, number, number], { seq: number; body: string }>(
    'select seq, body from feed_item where feed = ? and seq > ? order by seq limit ?',
  );
  const count = db
    .prepare<[string, number], number>('select count(*) from feed_item where feed = ? and seq > ?')
    .pluck();
  const last = db.prepare<[string], number | null>('select max(seq) from feed_item where feed = ?').pluck();
  return {
    page: async (position, limit) => {
      const since = position?.[0] ?? 0;
      const rows = read.all(feed, since, limit);
      const end = rows.at(-1)?.seq ?? since;
      return {
        items: rows.length === 0 ? [] : [Buffer.from(rows.map(({ body }) => body).join(','))],
        position: [end],
        remaining: rows.length < limit ? 0 : (count.get(feed, end) ?? 0),
      };
    },
    head: () => [last.get(feed) ?? 0],
  };
}

type ChargeRow = { seq: number; month: string; subscriber_id: number; revision: number; booked_at: number };

/** Charges: the ledger knows their order, their lines are made for the page. */
export function createChargeFeed(options: {
  ledger: Ledger;
  chargeBook: ChargeBook;
  subscriber(id: number): SubscriberFacts | undefined;
  pace: Pace;
}): RawFeed {
  const { db } = options.ledger;
  const read = db.prepare<[number, number], ChargeRow>(
    'select seq, month, subscriber_id, revision, booked_at from charge where seq > ? order by seq limit ?',
  );
  const count = db.prepare<[number], number>('select count(*) from charge where seq > ?').pluck();
  const last = db.prepare<[], number | null>('select max(seq) from charge').pluck();
  return {
    page: async (position, limit) => {
      const since = position?.[0] ?? 0;
      const rows = read.all(since, limit);
      const pace = options.pace;
      const items: Uint8Array[] = [];
      for (const row of rows) {
        const subscriber = options.subscriber(row.subscriber_id);
        if (!subscriber) continue;
        const { subscriberId, month, closed, asOf, lines } = options.chargeBook.make(
          subscriber,
          row.month,
          row.booked_at,
        );
        const item = { subscriberId, month, revision: row.revision, closed, asOf, lines };
        items.push(Buffer.from(JSON.stringify(item)));
        if (pace.due()) await pace.rest();
      }
      const end = rows.at(-1)?.seq ?? since;
      return {
        items,
        position: [end],
        remaining: rows.length < limit ? 0 : (count.get(end) ?? 0),
      };
    },
    head: () => [last.get() ?? 0],
  };
}

export const keptFeeds = feedNames.filter((name): name is KeptFeed => name !== 'cdrs' && name !== 'charges');

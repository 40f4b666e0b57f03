import type { FeedItem, FeedName } from '../../../src-shared/operator-api/feeds';
import { run, type WritableCache } from '../cache';
import type { WholeFeed } from '../read/items';
import { foldText } from '../search-text';
import { storeCdrs } from './cdrs';
import { packCdrs } from './packed-cdrs';

/** «INSERT OR REPLACE» of whole rows by primary key: feeds give whole items, and nothing refers to the rows. */
const put = (table: string, columns: string): string =>
  `REPLACE INTO ${table} (${columns}) VALUES (${columns.replace(/\w+/g, '?')})`;

const ITEM = put('items', 'feed, id, body');
const SUBSCRIBER = put(
  'subscribers',
  `id, number, name, plan_id, plan_title, is_connection, status, status_reason, connected_at, current_charges,
  packages, search_text`,
);
const SERVICE = put(
  'services',
  `id, subscriber_id, code, title, connected_at, disconnected_at, status, status_reason, valid_until,
  monthly_gross, locked`,
);
const PAYMENT = put('payments', 'id, received_at, amount, document, purpose');
const INVOICE = put(
  'invoices',
  `id, number, month, issued_at, due_on, opening_debt, payments, net, vat, gross, amount_due, status,
  act_number, act_signed_on, vat_invoice`,
);
const CHARGES = `INSERT INTO charges (subscriber_id, month, revision, closed, as_of, lines) VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT (subscriber_id, month) DO UPDATE SET revision = excluded.revision, closed = excluded.closed,
    as_of = excluded.as_of, lines = excluded.lines WHERE excluded.revision >= revision`;

type Writers = { [Name in FeedName]: (cache: WritableCache, items: readonly FeedItem<Name>[]) => void };

/** Keeps items of a small feed as they are. */
function wholeItems(feed: WholeFeed) {
  return (cache: WritableCache, items: readonly { id: number }[]): void => {
    for (const item of items) run(cache, ITEM, feed, item.id, JSON.stringify(item));
  };
}

const writers: Writers = {
  'tariff-plans': wholeItems('tariff-plans'),
  'service-offers': wholeItems('service-offers'),
  suspensions: wholeItems('suspensions'),
  'plan-changes': wholeItems('plan-changes'),
  'sip-lines': wholeItems('sip-lines'),
  guarantees: wholeItems('guarantees'),
  orders: wholeItems('orders'),
  installments: wholeItems('installments'),
  appeals: wholeItems('appeals'),
  'call-centre': wholeItems('call-centre'),
  subscribers: (cache, items) => {
    cache.noteChange('subscribers');
    for (const s of items) {
      run(
        cache,
        SUBSCRIBER,
        s.id,
        s.number,
        s.name,
        s.planId,
        s.planTitle,
        s.isConnection ? 1 : 0,
        s.status,
        s.statusReason,
        s.connectedAt,
        s.currentCharges,
        JSON.stringify(s.packages),
        foldText(`${s.name}\n${s.planTitle}`),
      );
    }
  },
  services: (cache, items) => {
    for (const s of items) {
      run(
        cache,
        SERVICE,
        s.id,
        s.subscriberId,
        s.code,
        s.title,
        s.connectedAt,
        s.disconnectedAt,
        s.status,
        s.statusReason,
        s.validUntil,
        s.monthlyGross,
        s.locked ? 1 : 0,
      );
    }
  },
  charges: (cache, items) => {
    for (const c of items) {
      const lines = JSON.stringify(c.lines);
      run(cache, CHARGES, c.subscriberId, c.month, c.revision, c.closed ? 1 : 0, c.asOf, lines);
    }
  },
  payments: (cache, items) => {
    for (const p of items) run(cache, PAYMENT, p.id, p.receivedAt, p.amount, p.document, p.purpose);
  },
  invoices: (cache, items) => {
    for (const i of items) {
      run(
        cache,
        INVOICE,
        i.id,
        i.number,
        i.month,
        i.issuedAt,
        i.dueOn,
        i.openingDebt,
        i.payments,
        i.net,
        i.vat,
        i.gross,
        i.amountDue,
        i.status,
        i.act?.number ?? null,
        i.act?.signedOn ?? null,
        i.vatInvoice,
      );
    }
  },
  cdrs: (cache, items) => storeCdrs(cache, [packCdrs(items)]),
};

/** Stores items of a feed by their keys; storing them again changes nothing. Call inside a transaction. */
export function storeItems<Name extends FeedName>(
  cache: WritableCache,
  feed: Name,
  items: readonly FeedItem<Name>[],
): void {
  writers[feed](cache, items);
}

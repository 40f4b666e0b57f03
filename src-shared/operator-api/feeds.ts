import { z } from 'zod';
import {
  accountSchema,
  connectedServiceSchema,
  instantSchema,
  subscriberSchema,
  tariffPlanSchema,
} from '../domain/account';
import { invoiceSchema, paymentSchema, subscriberChargesSchema } from '../domain/billing';
import { cdrSchema } from '../domain/cdr';
import {
  appealSchema,
  callCentreSchema,
  guaranteeSchema,
  installmentSchema,
  orderSchema,
} from '../domain/requests';
import {
  planChangeSchema,
  serviceOfferSchema,
  sipLineSchema,
  suspensionSchema,
} from '../domain/subscriber-changes';

/**
 * Collections that clients follow with cursors. Items come in order of change; an item that changes
 * comes again under the same key. A cursor is opaque; one too old is answered with «resync-required» (410).
 */
export const feedItems = {
  'tariff-plans': tariffPlanSchema,
  subscribers: subscriberSchema,
  services: connectedServiceSchema,
  charges: subscriberChargesSchema,
  payments: paymentSchema,
  invoices: invoiceSchema,
  'service-offers': serviceOfferSchema,
  suspensions: suspensionSchema,
  'plan-changes': planChangeSchema,
  'sip-lines': sipLineSchema,
  guarantees: guaranteeSchema,
  orders: orderSchema,
  installments: installmentSchema,
  appeals: appealSchema,
  'call-centre': callCentreSchema,
  cdrs: cdrSchema,
} as const;

export type FeedName = keyof typeof feedItems;
export const feedNames = Object.keys(feedItems) as FeedName[];
export type FeedItem<Name extends FeedName> = z.infer<(typeof feedItems)[Name]>;

export const cursorSchema = z.string().min(1).max(200);

export const feedQuerySchema = z.strictObject({
  /** Where the last page ended; absent: from the beginning of what the operator keeps. */
  since: cursorSchema.optional(),
  limit: z.coerce.number().int().min(1).max(5000).optional(),
});

/** A page of a feed. `remaining` counts what is still to come after this page (an estimate is allowed). */
export const feedPageSchema = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({
    items: z.array(item).max(5000),
    cursor: cursorSchema,
    more: z.boolean(),
    remaining: z.int().min(0),
    serverTime: instantSchema,
  });

export type FeedPage<Name extends FeedName> = {
  items: FeedItem<Name>[];
  cursor: string;
  more: boolean;
  remaining: number;
  serverTime: number;
};

/** Response header that repeats the page's cursor, so the next page can be asked for before the body is parsed. */
export const NEXT_CURSOR_HEADER = 'next-cursor';
/** «1» when `more` is true. */
export const MORE_HEADER = 'feed-more';

/** One small answer that says which feeds have news: compare each head with the cursor last stored. */
export const feedHeadsSchema = z.strictObject({
  heads: z.record(z.enum(feedNames as [FeedName, ...FeedName[]]), cursorSchema),
  serverTime: instantSchema,
});

export const accountAnswerSchema = z.strictObject({ account: accountSchema, serverTime: instantSchema });

import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * The cache of one account. Written for drizzle-kit, which makes the migrations from it
 * (`node scripts/migrations.mjs <name>`); at run time it is used as types only, because statements
 * prepared by hand are several times faster and nothing of drizzle has to be loaded.
 *
 * Feed tables have no foreign keys between them: feeds arrive independently and in any order.
 * Money in 1/10000 BYN, instants in epoch ms UTC, durations in seconds.
 */

/** Small facts of the file itself: the operator's clock, whose cache it is. */
export const meta = sqliteTable('meta', {
  key: text('key').primaryKey(),
  value: text('value').notNull(),
});

/** The account as the operator last gave it; always at most one row. */
export const account = sqliteTable('account', {
  id: integer('id').primaryKey(),
  body: text('body').notNull(),
});

/**
 * Items of feeds that are small and read whole (plans, offers, orders, appeals …), as the operator gave them.
 * Feeds that are searched, summed or sorted by the thousand have tables of their own.
 */
export const items = sqliteTable(
  'items',
  { feed: text('feed').notNull(), id: integer('id').notNull(), body: text('body').notNull() },
  (table) => [primaryKey({ columns: [table.feed, table.id] })],
);

/** The person's own facts that the operator knows nothing of: what was read, labels, saved views. */
export const own = sqliteTable(
  'own',
  { kind: text('kind').notNull(), key: text('key').notNull(), body: text('body').notNull() },
  (table) => [primaryKey({ columns: [table.kind, table.key] })],
);

export const subscribers = sqliteTable(
  'subscribers',
  {
    id: integer('id').primaryKey(),
    number: text('number').notNull(),
    name: text('name').notNull(),
    planId: integer('plan_id').notNull(),
    planTitle: text('plan_title').notNull(),
    isConnection: integer('is_connection').notNull(),
    status: text('status').notNull(),
    statusReason: text('status_reason').notNull(),
    connectedAt: integer('connected_at').notNull(),
    currentCharges: integer('current_charges').notNull(),
    /** JSON of the minute packages. */
    packages: text('packages').notNull(),
    /** Name and plan in lower case: SQLite folds the case of ASCII letters only. */
    searchText: text('search_text').notNull(),
  },
  (table) => [index('subscribers_by_number').on(table.number)],
);

export const services = sqliteTable(
  'services',
  {
    id: integer('id').primaryKey(),
    subscriberId: integer('subscriber_id').notNull(),
    code: text('code').notNull(),
    title: text('title').notNull(),
    connectedAt: integer('connected_at').notNull(),
    disconnectedAt: integer('disconnected_at'),
    status: text('status').notNull(),
    statusReason: text('status_reason').notNull(),
    validUntil: text('valid_until'),
    monthlyGross: integer('monthly_gross').notNull(),
    locked: integer('locked').notNull(),
  },
  (table) => [index('services_by_subscriber').on(table.subscriberId)],
);

/** All charges of a subscriber in a month; the operator replaces the whole when a line changes. */
export const charges = sqliteTable(
  'charges',
  {
    subscriberId: integer('subscriber_id').notNull(),
    month: text('month').notNull(),
    revision: integer('revision').notNull(),
    closed: integer('closed').notNull(),
    asOf: integer('as_of').notNull(),
    /** JSON of the charge lines. */
    lines: text('lines').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.subscriberId, table.month] }),
    index('charges_by_month').on(table.month),
  ],
);

export const payments = sqliteTable('payments', {
  id: integer('id').primaryKey(),
  receivedAt: integer('received_at').notNull(),
  amount: integer('amount').notNull(),
  document: text('document').notNull(),
  purpose: text('purpose').notNull(),
});

export const invoices = sqliteTable('invoices', {
  id: integer('id').primaryKey(),
  number: text('number').notNull(),
  month: text('month').notNull(),
  issuedAt: integer('issued_at').notNull(),
  dueOn: text('due_on').notNull(),
  openingDebt: integer('opening_debt').notNull(),
  payments: integer('payments').notNull(),
  net: integer('net').notNull(),
  vat: integer('vat').notNull(),
  gross: integer('gross').notNull(),
  amountDue: integer('amount_due').notNull(),
  status: text('status').notNull(),
  actNumber: text('act_number'),
  actSignedOn: text('act_signed_on'),
  vatInvoice: text('vat_invoice'),
});

/** Words are kept as numbers of `codes.ts`: the table holds millions of rows. */
export const cdrs = sqliteTable(
  'cdrs',
  {
    id: integer('id').primaryKey(),
    revision: integer('revision').notNull(),
    subscriberId: integer('subscriber_id').notNull(),
    startedAt: integer('started_at').notNull(),
    direction: integer('direction').notNull(),
    service: integer('service').notNull(),
    zone: integer('zone').notNull(),
    status: integer('status').notNull(),
    party: text('party').notNull(),
    /** Party in lower case where it is a name; null for numbers. */
    partyText: text('party_text'),
    durationS: integer('duration_s').notNull(),
    billedUnits: integer('billed_units').notNull(),
    packageS: integer('package_s').notNull(),
    vatRate: integer('vat_rate').notNull(),
    net: integer('net').notNull(),
    gross: integer('gross').notNull(),
    recordedAt: integer('recorded_at'),
    /** 1 when it came or changed after the invoice of its month. */
    late: integer('late').notNull(),
  },
  (table) => [
    index('cdrs_by_subscriber').on(table.subscriberId, table.direction, table.startedAt),
    // The direction is in the key so that one direction of the whole account is counted in the index alone.
    index('cdrs_by_time').on(table.startedAt, table.direction),
  ],
);

/**
 * Sums of CDRs, kept in the transaction of every batch, so that totals never scan. Rows lie in the order of the key
 * (WITHOUT ROWID, which drizzle-kit does not know): thousands of a month are read in one go.
 */
export const cdrMonths = sqliteTable(
  'cdr_months',
  {
    month: text('month').notNull(),
    subscriberId: integer('subscriber_id').notNull(),
    direction: integer('direction').notNull(),
    service: integer('service').notNull(),
    zone: integer('zone').notNull(),
    rows: integer('rows').notNull(),
    durationS: integer('duration_s').notNull(),
    billedUnits: integer('billed_units').notNull(),
    packageS: integer('package_s').notNull(),
    net: integer('net').notNull(),
    gross: integer('gross').notNull(),
    lateRows: integer('late_rows').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.month, table.subscriberId, table.direction, table.service, table.zone] }),
    index('cdr_months_by_subscriber').on(table.subscriberId, table.month),
  ],
);

/** How many CDRs begin in an hour, kept in the transaction of every batch: a place deep in a month is found by adding. */
export const cdrHours = sqliteTable('cdr_hours', {
  /** Whole hours since 1970, UTC; Minsk is away from it by whole hours. */
  hour: integer('hour').primaryKey(),
  outgoing: integer('outgoing').notNull(),
  incoming: integer('incoming').notNull(),
});

/** The same by the days of Minsk since 1970 for every subscriber. Rows lie in the order of the key (WITHOUT ROWID). */
export const cdrDays = sqliteTable(
  'cdr_days',
  {
    subscriberId: integer('subscriber_id').notNull(),
    day: integer('day').notNull(),
    outgoing: integer('outgoing').notNull(),
    incoming: integer('incoming').notNull(),
  },
  (table) => [primaryKey({ columns: [table.subscriberId, table.day] })],
);

/**
 * The index of numbers (`numbers/`), made when nothing else is to be done. It says which records may have some digits;
 * whether they do is then looked up in the record itself, so what it says of former values does no harm.
 */
export const numberSegments = sqliteTable('number_segments', {
  id: integer('id').primaryKey(),
  /** Of records with ids above this … */
  after: integer('after').notNull(),
  /** … up to this, both 0 for a segment of `unindexed_calls`. Records above the highest one are not indexed yet. */
  upTo: integer('up_to').notNull(),
  records: integer('records').notNull(),
  /** Ids are kept as distances from this one. */
  base: integer('base').notNull(),
  firstAt: integer('first_at').notNull(),
  lastAt: integer('last_at').notNull(),
});

/** Ids by pieces of numbers, a segment in many chunks; the key is segment × 128 + chunk. */
export const numberChunks = sqliteTable('number_chunks', {
  id: integer('id').primaryKey(),
  body: blob('body', { mode: 'buffer' }).notNull(),
});

/** Records up to the highest indexed one that came, or got another number or time, after it had been indexed. */
export const unindexedCalls = sqliteTable('unindexed_calls', {
  id: integer('id').primaryKey(),
});

/** How far every feed has been taken in; «account» is kept here too, without a cursor. */
export const feedState = sqliteTable('feed_state', {
  feed: text('feed').primaryKey(),
  /** Where the last stored page ended; null: from the beginning. */
  cursor: text('cursor'),
  /** 1 once the end of the feed has been reached, until the operator demands a full pass. */
  complete: integer('complete').notNull(),
  /** Operator's time at the start of the last pass that reached the end. */
  dataAsOf: integer('data_as_of'),
});

/** Commands for the operator: stored with their idempotency key before they are sent. */
export const outbox = sqliteTable(
  'outbox',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    idempotencyKey: text('idempotency_key').notNull().unique(),
    kind: text('kind').notNull(),
    payload: text('payload').notNull(),
    createdAt: integer('created_at').notNull(),
    state: text('state', {
      enum: ['waiting', 'sending', 'accepted', 'rejected', 'cancelled'],
    }).notNull(),
    attempts: integer('attempts').notNull().default(0),
    nextTryAt: integer('next_try_at'),
    /** JSON of the operator's answer. */
    result: text('result'),
    /** JSON of the rejection, or of what stopped the last try. */
    error: text('error'),
    finishedAt: integer('finished_at'),
    subscriberId: integer('subscriber_id'),
    /** Parts of the payload that are wiped as soon as the operator has answered. */
    secret: text('secret'),
    /** Folded words by which the journal is searched. */
    searchText: text('search_text').notNull().default(''),
  },
  (table) => [index('outbox_by_state').on(table.state, table.nextTryAt)],
);

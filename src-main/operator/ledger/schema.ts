import { ACCOUNT_SCHEMA, ACCOUNT_TABLES } from './account-tables';
import { SUBSCRIBER_SCHEMA, SUBSCRIBER_TABLES } from './subscriber-tables';

/**
 * The operator's ledger. Calls are not in it (they are made again from the seed when asked for); it keeps what
 * people and time have changed: the company, sessions, post, what was booked, and records that came late.
 */
export const LEDGER_VERSION = 2;

/** Tables of the demo company: made anew when its size or seed changes. */
export const COMPANY_TABLES = [
  ...SUBSCRIBER_TABLES,
  'feed_item',
  'booked_month',
  'month_usage',
  'charge',
  'invoice',
  'payment',
  'call_day',
  'cdr_change',
  ...ACCOUNT_TABLES,
] as const;

export const LEDGER_SCHEMA = `
create table meta (key text primary key, value text not null) strict, without rowid;
create table change_counter (id integer primary key check (id = 1), value integer not null) strict;
insert into change_counter values (1, 0);

${SUBSCRIBER_SCHEMA}
create table feed_item (
  feed text not null,
  key integer not null,
  seq integer not null,
  body text not null,
  primary key (feed, key)
) strict, without rowid;
create unique index feed_item_seq on feed_item (feed, seq);

create table booked_month (
  month text primary key,
  usage_through integer not null default 0,
  booked_through integer not null default 0,
  closed integer not null default 0,
  dirty integer not null default 0
) strict, without rowid;
create table month_usage (month text primary key, totals blob not null) strict;
create table charge (
  month text not null,
  subscriber_id integer not null,
  seq integer not null unique,
  revision integer not null,
  booked_at integer not null,
  digest text not null,
  net integer not null,
  vat integer not null,
  gross integer not null,
  primary key (month, subscriber_id)
) strict, without rowid;

create table invoice (
  month text primary key,
  number text not null,
  issued_at integer not null,
  due_on text not null,
  opening_debt integer not null,
  payments integer not null,
  net integer not null,
  vat integer not null,
  gross integer not null,
  amount_due integer not null
) strict, without rowid;
create table payment (
  id integer primary key,
  received_at integer not null,
  amount integer not null,
  document text not null,
  purpose text not null
) strict;
create index payment_received on payment (received_at);

create table call_day (day integer primary key, package_s integer not null) strict;
create table cdr_change (
  seq integer primary key,
  cdr_id integer not null,
  revision integer not null,
  month text not null,
  charge_month text not null,
  subscriber_id integer not null,
  usage_key integer not null,
  gross_delta integer not null,
  duration_delta integer not null,
  count_delta integer not null,
  recorded_at integer not null,
  body text not null
) strict;
create index cdr_change_record on cdr_change (cdr_id);
create index cdr_change_charge on cdr_change (charge_month, subscriber_id);

create table credential (
  phone text primary key,
  permanent text,
  temporary text,
  temporary_expires_at integer
) strict, without rowid;
create table session (
  token_hash text primary key,
  phone text not null,
  method text not null,
  password_state text not null,
  expires_at integer not null
) strict, without rowid;
create table wrong_try (phone text not null, kind text not null, at integer not null) strict;
create index wrong_try_phone on wrong_try (phone, kind, at);
create table lock (
  phone text not null,
  kind text not null,
  step integer not null,
  until integer not null,
  primary key (phone, kind)
) strict, without rowid;
create table sms_code (
  phone text primary key,
  code_hash text,
  expires_at integer not null,
  resend_at integer not null,
  tries_left integer not null
) strict, without rowid;
create table idempotency (
  subject text not null,
  key text not null,
  request_hash text not null,
  status integer not null,
  body text,
  created_at integer not null,
  primary key (subject, key)
) strict, without rowid;

create table post (
  id integer primary key,
  kind text not null,
  at integer not null,
  sender text not null,
  recipient text not null,
  subject text not null,
  html text,
  text text not null,
  read integer not null default 0
) strict;
create index post_kind on post (kind, id);
${ACCOUNT_SCHEMA}
create table attachment (
  post_id integer not null references post (id),
  position integer not null,
  file_id integer not null references stored_file (id),
  primary key (post_id, position)
) strict, without rowid;
pragma user_version = ${LEDGER_VERSION};
`;

/**
 * What the client asked for, chose and was sent (guide §2.2–2.6). Parents come before their children;
 * all of it belongs to the demo company and is emptied with it.
 */
export const ACCOUNT_TABLES = [
  'held_payment',
  'delivery_setting',
  'invoice_letter',
  'guarantee',
  'document_order',
  'installment',
  'appeal',
  'appeal_message',
  'call_centre',
] as const;

export const ACCOUNT_SCHEMA = `
create table stored_file (
  id integer primary key,
  name text not null,
  mime text not null,
  size integer not null,
  sha256 text not null
) strict;
create table stored_file_part (
  file_id integer not null references stored_file (id) on delete cascade,
  part integer not null,
  bytes blob not null,
  primary key (file_id, part)
) strict;

create table held_payment (
  id integer primary key,
  planned_at integer not null,
  amount integer not null,
  document text not null,
  purpose text not null
) strict;
create table delivery_setting (id integer primary key, since integer not null, body text not null) strict;
create table invoice_letter (month text primary key, emails text not null, post_id integer) strict, without rowid;
create table guarantee (
  id integer primary key,
  registered_at integer not null,
  decide_at integer not null,
  amount integer not null,
  promised_on text not null,
  month text not null
) strict;
create table document_order (
  id integer primary key,
  kind text not null,
  ordered_at integer not null,
  ready_at integer not null,
  month text,
  from_day text,
  to_day text,
  direction text,
  numbers text,
  format text,
  emails text not null,
  status text not null,
  file_id integer references stored_file (id),
  reason text not null
) strict;
create index document_order_waiting on document_order (ready_at) where status = 'forming';
create table installment (
  id integer primary key,
  subscriber_id integer,
  equipment text not null,
  contract_number text not null,
  signed_on text not null,
  price integer not null,
  monthly integer not null,
  first_due text not null
) strict;
create table appeal (
  id integer primary key,
  opened_at integer not null,
  subscriber_id integer,
  topic text not null,
  evidence text not null,
  taken_at integer not null,
  answer_at integer,
  last_at integer not null
) strict;
create index appeal_waiting on appeal (answer_at) where answer_at is not null;
create table appeal_message (
  id integer primary key,
  appeal_id integer not null references appeal (id),
  at integer not null,
  sender text not null,
  author text not null,
  text text not null
) strict;
create index appeal_message_appeal on appeal_message (appeal_id, id);
create table call_centre (id integer primary key check (id = 1), changed_at integer not null, settings text not null) strict;
`;

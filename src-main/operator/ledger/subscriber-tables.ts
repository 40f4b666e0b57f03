/**
 * Tables of subscribers and of what is changed for them (guide §3). Facts are never overwritten by later ones:
 * each carries the instant from which the operator knows it, so charges of any instant can be made again.
 */
export const SUBSCRIBER_TABLES = ['subscriber', 'suspension', 'service', 'plan_change', 'sip_line'] as const;

/**
 * `by_client` and `requested_at`, `ended_at`: a pause asked for in the cabinet, and ended or called off there.
 * `requested` of a service: connected by the client's command, not part of the demo company.
 */
export const SUBSCRIBER_SCHEMA = `
create table subscriber (
  id integer primary key,
  number text not null unique,
  name text not null,
  plan_code text not null,
  weight integer not null,
  connected_at integer not null,
  closed_on text
) strict;
create table suspension (
  id integer primary key,
  subscriber_id integer not null references subscriber (id),
  from_day text not null,
  to_day text,
  reason text not null,
  by_client integer not null,
  gross integer not null default 0,
  requested_at integer,
  ended_at integer
) strict;
create index suspension_subscriber on suspension (subscriber_id);
create table service (
  id integer primary key,
  subscriber_id integer not null references subscriber (id),
  code text not null,
  connected_at integer not null,
  disconnected_at integer,
  once_gross integer not null default 0,
  requested integer not null default 0
) strict;
create index service_subscriber on service (subscriber_id);
create table plan_change (
  id integer primary key,
  subscriber_id integer not null references subscriber (id),
  to_code text not null,
  requested_at integer not null,
  effective_on text not null,
  cancelled_at integer
) strict;
create index plan_change_subscriber on plan_change (subscriber_id);
create table sip_line (
  subscriber_id integer primary key references subscriber (id),
  password text not null,
  changed_at integer not null
) strict;
`;

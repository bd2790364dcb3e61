/**
 * The tables that only triggers and set-based SQL write. They have no data model on purpose: a model would add
 * `updated_at` and `deleted_at` to each of millions of rows, and a generated method that writes them by hand
 * (docs/decisions/0002). The log has as few indexes as its queries need and no checks of its values, which the triggers
 * alone write: together they were two fifths of what a change costs.
 */
export const CREATE_LOG_TABLES = `
create table if not exists customer_group_outbox (
  id bigint generated always as identity primary key,
  group_id text not null,
  operation_id text,
  joined_manual integer not null default 0,
  joined_criteria integer not null default 0,
  left_manual integer not null default 0,
  left_criteria integer not null default 0,
  turned_manual integer not null default 0,
  turned_criteria integer not null default 0,
  created_at timestamptz not null default now()
);
create index if not exists "IDX_customer_group_outbox_group_id" on customer_group_outbox (group_id);

create table if not exists customer_group_membership_change (
  id bigint generated always as identity primary key,
  outbox_id bigint not null,
  group_id text not null,
  customer_id text not null,
  change text not null,
  source text not null,
  previous_source text,
  added_by text,
  member_since timestamptz not null,
  membership_id text not null,
  membership_metadata jsonb,
  operation_id text,
  created_at timestamptz not null
);
create index if not exists "IDX_customer_group_membership_change_group"
  on customer_group_membership_change (group_id, created_at);
create index if not exists "IDX_customer_group_membership_change_customer"
  on customer_group_membership_change (customer_id, created_at);

create table if not exists customer_group_hourly_change (
  group_id text not null,
  hour timestamptz not null,
  joined integer not null default 0,
  "left" integer not null default 0,
  outside_joined integer not null default 0,
  outside_left integer not null default 0,
  outside_at timestamptz,
  primary key (group_id, hour)
);`

export const DROP_LOG_TABLES = `
drop table if exists customer_group_hourly_change;
drop table if exists customer_group_membership_change;
drop table if exists customer_group_outbox;`

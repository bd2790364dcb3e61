/**
 * What the relay takes further, and when whoever works for the plugin was last at it. Without data models, like the log
 * (docs/decisions/0002): only set-based SQL writes them.
 */
export const CREATE_RELAY_TABLES = `
create table if not exists customer_group_untold_change (
  outbox_id bigint primary key,
  group_id text not null,
  operation_id text,
  joined integer not null,
  "left" integer not null,
  created_at timestamptz not null
);
create index if not exists "IDX_customer_group_untold_change_group_id"
  on customer_group_untold_change (group_id, outbox_id);

create table if not exists customer_group_worker_run (
  name text primary key,
  ran_at timestamptz not null,
  error text,
  error_at timestamptz
);`

export const DROP_RELAY_TABLES = `
drop table if exists customer_group_worker_run;
drop table if exists customer_group_untold_change;`

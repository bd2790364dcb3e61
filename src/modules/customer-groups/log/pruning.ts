/**
 * How far back the logs go, where they are pruned: one row, none before that has begun. What lies before `pruned_until` is
 * answered to nobody; its rows are removed some time after `raised_at`, when nobody reads them any more.
 */
export const CREATE_PRUNING_TABLE = `
create table if not exists customer_group_pruning (
  is_only boolean primary key default true check (is_only),
  pruned_until timestamptz not null,
  raised_at timestamptz not null
);`

export const DROP_PRUNING_TABLE = `
drop table if exists customer_group_pruning;`

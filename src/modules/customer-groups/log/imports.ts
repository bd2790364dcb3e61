/**
 * Files that are to be imported, row by row, as they were read and what would come of each: until they are applied, and
 * for a day in any case. Without data models: only set-based SQL writes them.
 */
export const CREATE_IMPORT_TABLES = `
create table if not exists customer_group_import (
  id text primary key,
  group_id text not null,
  file_name text not null,
  unknown text not null check (unknown in ('refuse', 'skip', 'create_guests')),
  status text not null check (status in ('reading', 'checked', 'applied')),
  counts jsonb null,
  actor_type text null,
  actor_id text null,
  operation_id text null,
  claimed_at timestamptz null,
  created_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null
);
create index if not exists "IDX_customer_group_import_expires_at" on customer_group_import (expires_at);

create table if not exists customer_group_import_row (
  import_id text not null,
  line integer not null,
  email text null,
  given_id text null,
  action text null,
  reason text null,
  until timestamptz null,
  customer_id text null,
  outcome text null,
  problem text null,
  is_made boolean not null default false,
  primary key (import_id, line)
);
create index if not exists "IDX_customer_group_import_row_problem"
  on customer_group_import_row (import_id, line) where problem is not null;`

/** A problem that reading has found has its sentence; one that checking has found has a code, of which the sentence is made. */
export const ADD_PROBLEM_CODES = `
alter table customer_group_import_row
  add column if not exists problem_code text null,
  add column if not exists problem_values jsonb null;
drop index if exists "IDX_customer_group_import_row_problem";
create index "IDX_customer_group_import_row_problem"
  on customer_group_import_row (import_id, line) where outcome = 'problem';`

export const REMOVE_PROBLEM_CODES = `
drop index if exists "IDX_customer_group_import_row_problem";
create index "IDX_customer_group_import_row_problem"
  on customer_group_import_row (import_id, line) where problem is not null;
alter table customer_group_import_row drop column if exists problem_code, drop column if exists problem_values;`

export const DROP_IMPORT_TABLES = `
drop table if exists customer_group_import_row;
drop table if exists customer_group_import;`

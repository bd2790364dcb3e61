/**
 * Customers who wait for their evaluation. Appended only: an upsert would wait for the batch that is evaluating the same
 * customer. Without a data model, like the log (docs/decisions/0002).
 *
 * A row that says an order is for that one alone. A row without a customer marks a whole group. One that is due at infinity
 * has failed for good, until its customer is marked again. The table is nearly empty most of the time and turns over fast,
 * so it is vacuumed by the number of rows.
 */
export const CREATE_PENDING_TABLE = `
create table if not exists customer_group_pending_customer (
  id bigint generated always as identity primary key,
  customer_id text,
  order_id text,
  what text not null,
  group_id text,
  due_at timestamptz not null default now(),
  attempts integer not null default 0,
  error text,
  created_at timestamptz not null default now()
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
create index if not exists "IDX_customer_group_pending_customer_due_at"
  on customer_group_pending_customer (due_at, id);
create index if not exists "IDX_customer_group_pending_customer_customer_id"
  on customer_group_pending_customer (customer_id);`

/** A mark of a customer's orders says which one, where that is known. */
export const ADD_ORDER_OF_MARK = `
alter table customer_group_pending_customer add column if not exists order_id text null;`

export const REMOVE_ORDER_OF_MARK = `
alter table customer_group_pending_customer drop column if exists order_id;`

export const DROP_PENDING_TABLE = `
drop table if exists customer_group_pending_customer;`

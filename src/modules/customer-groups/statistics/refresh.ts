import { sql, type Sql } from "../sql/sql"
import { freshFacts, ofCustomers, ofOrders, statisticsOf } from "./facts"
import type { FactTables } from "./names"

/**
 * Customers whom the orders of others are on record for: an order was handed over to another customer.
 *
 * @param customerIds expression of type `text[]`
 */
export const previousOwners = ({ orders }: FactTables, customerIds: Sql): Sql => sql`
  select distinct customer_id from ${orders}
  where order_id = any(array(select id from "order" where customer_id = any(${customerIds}) and deleted_at is null))
    and customer_id <> all(${customerIds})`

/**
 * Whose some orders are, or are on record as, beside these customers.
 *
 * @param orderIds,customerIds expressions of type `text[]`
 */
export const ownersOfOrders = ({ orders }: FactTables, orderIds: Sql, customerIds: Sql): Sql => sql`
  select customer_id from (
    select customer_id from ${orders} where order_id = any(${orderIds})
    union select customer_id from "order" where id = any(${orderIds}) and customer_id is not null
  ) owner where customer_id <> all(${customerIds})`

/** Which facts are brought up to Medusa's tables. */
interface Refreshed {
  /** What is so now, as `freshFacts` takes it. */
  which: Sql
  /** What is on record, as a condition on rows of orders and on those of purchases. */
  onRecord: Sql
}

/** Everything of some customers (an expression of type `text[]`). */
export const allOfCustomers = (customerIds: Sql): Refreshed => ({
  which: ofCustomers(customerIds),
  onRecord: sql`customer_id = any(${customerIds})`,
})

/** Some orders (an expression of type `text[]`). */
export const onlyOrders = (orderIds: Sql): Refreshed => ({
  which: ofOrders(orderIds),
  onRecord: sql`order_id = any(${orderIds})`,
})

/** Brings facts up to Medusa's tables; rows that are right already are left alone. */
export const refreshFacts = ({ orders, purchases }: FactTables, { which, onRecord }: Refreshed): Sql => sql`
  with ${freshFacts(which)},
  gone_order as (
    delete from ${orders} where ${onRecord} and order_id not in (select order_id from fresh_order)
  ),
  gone_purchase as (
    delete from ${purchases} where ${onRecord} and item_id not in (select item_id from fresh_purchase)
  ),
  written_order as (
    insert into ${orders} as fact
      (order_id, customer_id, placed_at, currency_code, total, paid, region_id, sales_channel_id, status)
    select order_id, customer_id, placed_at, currency_code, total, paid, region_id, sales_channel_id, status
    from fresh_order
    on conflict (order_id) do update set customer_id = excluded.customer_id, placed_at = excluded.placed_at,
      currency_code = excluded.currency_code, total = excluded.total, paid = excluded.paid,
      region_id = excluded.region_id, sales_channel_id = excluded.sales_channel_id, status = excluded.status
    where fact is distinct from excluded
  )
  insert into ${purchases} as fact (item_id, order_id, customer_id, placed_at, product_id, variant_id, currency_code,
    quantity, returned_quantity, total)
  select item_id, order_id, customer_id, placed_at, product_id, variant_id, currency_code, quantity, returned_quantity,
    total
  from fresh_purchase
  on conflict (item_id) do update set order_id = excluded.order_id, customer_id = excluded.customer_id,
    placed_at = excluded.placed_at, product_id = excluded.product_id, variant_id = excluded.variant_id,
    currency_code = excluded.currency_code, quantity = excluded.quantity,
    returned_quantity = excluded.returned_quantity, total = excluded.total
  where fact is distinct from excluded`

/** Works out the statistics of customers from their facts. */
export const refreshStatistics = ({ orders, statistics }: FactTables, customerIds: Sql): Sql => sql`
  with fresh as materialized (${statisticsOf(sql`select * from ${orders} where customer_id = any(${customerIds})`)}),
  gone as (
    delete from ${statistics} where customer_id = any(${customerIds})
      and (customer_id, currency_code) not in (select customer_id, currency_code from fresh)
  )
  insert into ${statistics} as known (customer_id, currency_code, order_count, spent, paid, largest, largest_paid,
    first_order_at, last_order_at)
  select * from fresh
  on conflict (customer_id, currency_code) do update set order_count = excluded.order_count, spent = excluded.spent,
    paid = excluded.paid, largest = excluded.largest, largest_paid = excluded.largest_paid,
    first_order_at = excluded.first_order_at, last_order_at = excluded.last_order_at
  where known is distinct from excluded`

import { listOf, name, sql, type Sql } from "../sql/sql"
import { type Among, linesOf, orderFactsOf, ordersThatCount, purchaseFactsOf, shippingOf, statisticsOf } from "./facts"
import { live } from "./names"

/**
 * A check of all facts, by the ranges in which a rebuild reads Medusa's tables. What lines and shipping come to is kept
 * in a temporary table until the orders are added up; whoever has a row that differs is noted in another.
 */
const PART = sql`customer_statistics_check_part`
const SUSPECT = sql`customer_statistics_check_suspect`

export const CREATE_CHECK_TABLES = [
  sql`create temporary table ${PART} (order_id text not null, total numeric not null) on commit drop`,
  sql`create temporary table ${SUSPECT} (customer_id text not null) on commit drop`,
]

/** Parts are written in the order of the items, which is about that of the orders. */
export const PARTS_COMPLETE = [
  sql`create index on ${PART} using brin (order_id) with (pages_per_range = 32)`,
  sql`analyze ${PART}`,
]

const PURCHASE_COLUMNS = ["customer_id", "order_id", "placed_at", "product_id", "variant_id", "currency_code"]
const PURCHASE_AMOUNTS = ["quantity", "returned_quantity", "total"]
const ORDER_COLUMNS = [
  "customer_id",
  "placed_at",
  "currency_code",
  "total",
  "paid",
  "region_id",
  "sales_channel_id",
  "status",
]
const STATISTICS_COLUMNS = [
  "order_count",
  "spent",
  "paid",
  "largest",
  "largest_paid",
  "first_order_at",
  "last_order_at",
]

/** Notes the customers of rows that stand on one side only, or differ. */
const noteDiffering = (ours: Sql, fresh: Sql, key: readonly string[], columns: readonly string[]): Sql => {
  const of = (side: Sql) => listOf([...key, ...columns].map((column) => sql`${side}.${name(column)}`))
  return sql`
    insert into ${SUSPECT} (customer_id)
    select customer_id from (
      select unnest(array[ours.customer_id, fresh.customer_id]) as customer_id
      from (${ours}) ours
      full join (${fresh}) fresh using (${listOf(key.map(name))})
      where (${of(sql`ours`)}) is distinct from (${of(sql`fresh`)})
    ) differing
    where customer_id is not null`
}

/**
 * Lines of a range of items against purchases. Two rows of one line, which are one purchase, differ here; looking for
 * them costs more than looking at their customers again.
 */
export const checkLines = (range: Among): Sql => sql`
  with line as materialized (${linesOf(ordersThatCount(), range(sql`item_id`), range)}),
  part as (
    insert into ${PART} (order_id, total) select order_id, sum(total) from line group by order_id
  )
  ${noteDiffering(
    sql`select * from ${live.purchases} where ${range(sql`item_id`)}`,
    purchaseFactsOf(sql`select * from line`),
    ["item_id"],
    [...PURCHASE_COLUMNS, ...PURCHASE_AMOUNTS],
  )}`

/** What shipping of a range of shipping methods comes to. */
export const addShipping = (range: Among): Sql => sql`
  insert into ${PART} (order_id, total) ${shippingOf(ordersThatCount(), range(sql`shipping_method_id`), range)}`

/** A range of orders against their facts. */
export const checkOrders = (range: Among): Sql =>
  noteDiffering(
    sql`select * from ${live.orders} where ${range(sql`order_id`)}`,
    orderFactsOf(ordersThatCount(range), sql`select order_id, total from ${PART} where ${range(sql`order_id`)}`, range),
    ["order_id"],
    ORDER_COLUMNS,
  )

/** Statistics against the facts that they are made from. */
export const CHECK_STATISTICS = noteDiffering(
  sql`select * from ${live.statistics}`,
  statisticsOf(sql`select * from ${live.orders}`),
  ["customer_id", "currency_code"],
  STATISTICS_COLUMNS,
)

/** Who was noted: how many, and the first of them. Orders of nobody who exists rightly have no facts. */
export const suspects = (limit: number): Sql => sql`
  with suspect as materialized (
    select customer_id from (select distinct customer_id from ${SUSPECT}) noted
    where exists (select 1 from customer where id = noted.customer_id)
      or exists (select 1 from ${live.orders} fact where fact.customer_id = noted.customer_id)
      or exists (select 1 from ${live.purchases} fact where fact.customer_id = noted.customer_id)
      or exists (select 1 from ${live.statistics} known where known.customer_id = noted.customer_id)
  )
  select (select count(*)::int from suspect) as count,
    array(select customer_id from suspect order by customer_id limit ${limit}::int) as customer_ids`

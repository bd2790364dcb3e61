import { sql, type Sql } from "../sql/sql"
import { freshFacts, ofCustomers, type Among, statisticsOf } from "./facts"
import { live } from "./names"

const { orders, purchases, statistics } = live

/** Rows that stand in only one of two sets, each with its customer. */
const inOneOnly = (ours: Sql, fresh: Sql, columns: Sql) => sql`
  (select ${columns} from ${ours} except all select ${columns} from ${fresh})
  union all (select ${columns} from ${fresh} except all select ${columns} from ${ours})`

const ORDER_COLUMNS = sql`customer_id, order_id, placed_at, currency_code, total, paid, region_id, sales_channel_id, status`
const PURCHASE_COLUMNS = sql`customer_id, item_id, order_id, placed_at, product_id, variant_id, currency_code, quantity,
  returned_quantity, total`
const STATISTICS_COLUMNS = sql`customer_id, currency_code, order_count, spent, paid, largest, largest_paid,
  first_order_at, last_order_at`

/**
 * Customers whose facts are not what Medusa's tables say, or whose statistics are not what their facts say.
 *
 * @param among condition on a column with ids of customers
 */
export const differencesOf = (among: Among): Sql => {
  const chosen = sql`array(select customer_id from chosen)`
  const factsOf = (table: Sql) => sql`(select * from ${table} where customer_id = any(${chosen}))`
  return sql`
    with chosen as materialized (
      select customer_id from "order" where ${among(sql`customer_id`)} and deleted_at is null
      union select customer_id from ${orders} where ${among(sql`customer_id`)}
      union select customer_id from ${purchases} where ${among(sql`customer_id`)}
      union select customer_id from ${statistics} where ${among(sql`customer_id`)}
    ),
    ${freshFacts(ofCustomers(chosen))},
    our_order as materialized (select * from ${factsOf(orders)} fact)
    select customer_id from (
      select customer_id from (${inOneOnly(sql`our_order`, sql`fresh_order`, ORDER_COLUMNS)}) o
      union all
      select customer_id from (
        ${inOneOnly(sql`${factsOf(purchases)} fact`, sql`fresh_purchase`, PURCHASE_COLUMNS)}) p
      union all
      select customer_id from (
        ${inOneOnly(sql`${factsOf(statistics)} known`, sql`(${statisticsOf(sql`select * from our_order`)}) fresh`, STATISTICS_COLUMNS)}) s
    ) different
    group by customer_id order by customer_id`
}

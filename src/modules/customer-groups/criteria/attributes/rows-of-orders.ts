import { sql, type Sql } from "../../sql/sql"
import { withinWindow, type Clock } from "../dates"
import type { TimeWindow } from "../schema"
import type { Rows } from "../sources"

/** Orders that count (`o`, neither draft nor cancelled nor deleted), in a window and a currency if they are given. */
export const orders = (window: TimeWindow | undefined, clock: Clock, currencyCode?: string): Rows => ({
  from: sql`customer_order_fact o`,
  customerId: sql`o.customer_id`,
  where: [
    ...withinWindow(sql`o.placed_at`, window, clock),
    ...(currencyCode ? [sql`o.currency_code = ${currencyCode}`] : []),
  ],
  areOfCustomers: true,
})

/** The same with further tables, for what the facts do not hold. */
export const ordersWith = (joins: Sql, window: TimeWindow | undefined, clock: Clock): Rows => {
  const rows = orders(window, clock)
  return { ...rows, from: sql`${rows.from} ${joins}` }
}

/** Lines of such orders of which something was kept (`p`), in a window and a currency if they are given. */
export const purchases = (window: TimeWindow | undefined, clock: Clock, currencyCode?: string): Rows => ({
  from: sql`customer_purchase_fact p`,
  customerId: sql`p.customer_id`,
  where: [
    sql`p.quantity > p.returned_quantity`,
    ...withinWindow(sql`p.placed_at`, window, clock),
    ...(currencyCode ? [sql`p.currency_code = ${currencyCode}`] : []),
  ],
  areOfCustomers: true,
})

/** Lines of which something came back. */
export const returns = (window: TimeWindow | undefined, clock: Clock): Rows => ({
  from: sql`customer_purchase_fact p`,
  customerId: sql`p.customer_id`,
  where: [sql`p.returned_quantity > 0`, ...withinWindow(sql`p.placed_at`, window, clock)],
  areOfCustomers: true,
})

/** Cancelled orders, which are no facts: read from Medusa's table. Whoever has one need have placed no other. */
export const cancelledOrders = (window: TimeWindow | undefined, clock: Clock): Rows => ({
  from: sql`"order" o`,
  customerId: sql`o.customer_id`,
  always: [
    sql`o.customer_id is not null and o.deleted_at is null and not o.is_draft_order`,
    sql`o.status = 'canceled' or o.canceled_at is not null`,
  ],
  where: withinWindow(sql`o.created_at`, window, clock),
})

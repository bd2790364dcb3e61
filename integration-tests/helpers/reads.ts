import type { Context } from "@medusajs/framework/types"
import { rowsOf } from "../../src/modules/customer-groups/sql/run"
import { sql } from "../../src/modules/customer-groups/sql/sql"
import type { ModuleApp } from "./module-app"

/** Rows of a table that may be read whole without anybody noticing. */
const FEW = 500

/** The columns with ids of each table that grows with a shop's customers and orders. */
const GROWING: Record<string, string[]> = {
  customer: ["id", "email"],
  customer_address: ["id", "customer_id"],
  customer_group_customer: ["id", "customer_id"],
  cart: ["id", "customer_id"],
  cart_line_item: ["id", "cart_id"],
  payment: ["id", "payment_collection_id", "payment_session_id"],
  order_payment_collection: ["id", "order_id", "payment_collection_id"],
  order_promotion: ["id", "order_id"],
  order_address: ["id"],
  order: ["id", "customer_id", "shipping_address_id"],
  order_item: ["id", "order_id", "item_id"],
  order_line_item: ["id"],
  order_line_item_tax_line: ["id", "item_id"],
  order_line_item_adjustment: ["id", "item_id"],
  order_shipping: ["id", "order_id", "shipping_method_id"],
  order_shipping_method: ["id"],
  order_shipping_method_tax_line: ["id", "shipping_method_id"],
  order_shipping_method_adjustment: ["id", "shipping_method_id"],
  order_credit_line: ["id", "order_id"],
  order_transaction: ["id", "order_id"],
  customer_order_fact: ["order_id", "customer_id"],
  customer_purchase_fact: ["item_id", "order_id", "customer_id"],
  customer_statistics: ["customer_id"],
}

/** Makes a large shop of a small one: every customer and every order many times, each copy with ids of its own. */
export const multiply = async (app: ModuleApp, times: number): Promise<void> => {
  await app.db.query("begin; set local session_replication_role = replica")
  for (const [table, columns] of Object.entries(GROWING)) {
    const ids = columns.map((column) => `'${column}', known.${column} || '_' || n`).join(", ")
    await app.db.query(
      `insert into "${table}" select copy.* from "${table}" known, generate_series(1, ${times}) n,
        jsonb_populate_record(null::"${table}", to_jsonb(known) || jsonb_build_object(${ids})) copy`,
    )
  }
  await app.db.query("commit; analyze")
}

/** How many rows of each table the connection has read, in whatever way. */
const readBy = async (context: Context): Promise<Map<string, number>> => {
  const rows = await rowsOf<{ relname: string; read: string }>(
    context,
    sql`select relname, coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) as read from pg_stat_xact_user_tables`,
  )
  return new Map(rows.map(({ relname, read }) => [relname, Number(read)]))
}

/** The tables of which work in a transaction reads many rows, as `table: rows`. */
export const readMuchBy = (app: ModuleApp, work: (context: Context) => Promise<unknown>): Promise<string[]> =>
  app.inTransaction(async (context) => {
    const before = await readBy(context)
    await work(context)
    const read = [...(await readBy(context))].map(([table, rows]) => [table, rows - (before.get(table) ?? 0)] as const)
    return read.filter(([, rows]) => rows > FEW).map(([table, rows]) => `${table}: ${rows}`)
  })

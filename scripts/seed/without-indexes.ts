import type { Client } from "pg"

/** The tables that a seed fills. */
export const largeTables = [
  "customer",
  "customer_address",
  "customer_group_customer",
  "order",
  "order_address",
  "order_item",
  "order_line_item",
  "order_line_item_tax_line",
  "order_line_item_adjustment",
  "order_shipping",
  "order_shipping_method",
  "order_shipping_method_tax_line",
  "order_summary",
  "order_transaction",
  "order_change",
  "order_change_action",
  "payment",
  "payment_collection",
  "payment_session",
  "fulfillment",
  "fulfillment_item",
  "cart",
  "cart_line_item",
]

/**
 * Drops the indexes of tables, runs `work`, and makes them again as they were: a sorted build takes a fraction
 * of a million single insertions. Primary keys and what constraints stand on stays.
 */
export const withoutIndexes = async (client: Client, tables: string[], work: () => Promise<void>) => {
  const { rows } = await client.query(
    `select index.indexrelid::regclass::text as name, pg_get_indexdef(index.indexrelid) as definition
     from pg_index index
     join pg_class on pg_class.oid = index.indrelid and pg_class.relnamespace = 'public'::regnamespace
     where pg_class.relname = any ($1) and not exists (select from pg_constraint where conindid = index.indexrelid)`,
    [tables],
  )
  for (const { name } of rows) await client.query(`drop index ${name}`)
  await work()
  await client.query("set local maintenance_work_mem = '1GB'")
  for (const { definition } of rows) await client.query(definition)
}

import type { Client } from "pg"
import { withClient } from "../../scripts/postgres"

/** With an account and a past in which they have ordered nothing. */
export type Buyer = { id: string; email: string }

const PREFIX = "cus_benchbuyer_"
/** Of text that begins with the prefix, so that indexes are used. */
const THEIRS = `between '${PREFIX}' and '${PREFIX}z'`

/** What is kept of them by us; nothing of it is there in a database without the plugin. */
const KEPT = ["customer_order_fact", "customer_purchase_fact", "customer_statistics", "customer_group_pending_customer"]

/** What customers have, with what hangs on it by `column`, and what hangs on its items. */
type Owned = { table: string; column: string; children: string[]; items: string; leaves: Record<string, string> }

const OF_ORDERS: Owned = {
  table: `"order"`,
  column: "order_id",
  children: [
    ...["order_change", "order_credit_line", "order_item", "order_shipping", "order_summary", "order_transaction"],
    ...["order_cart", "order_payment_collection", "order_promotion"],
  ],
  items: "select item_id from order_item where order_id = any($1) and deleted_at is null",
  leaves: { order_line_item_adjustment: "item_id", order_line_item_tax_line: "item_id", order_line_item: "id" },
}
const OF_CARTS: Owned = {
  table: "cart",
  column: "cart_id",
  children: ["cart_line_item", "cart_shipping_method", "credit_line", "cart_payment_collection"],
  items: "select id from cart_line_item where cart_id = any($1) and deleted_at is null",
  leaves: { cart_line_item_adjustment: "item_id", cart_line_item_tax_line: "item_id" },
}

/**
 * Deletes without foreign keys: Medusa's indexes are of living rows, which a foreign key may not use, so that each order
 * would read tables of millions of rows.
 */
const removeTheirs = async (client: Client, { table, column, children, items, leaves }: Owned) => {
  const { rows } = await client.query(`select id from ${table} where customer_id ${THEIRS}`)
  const ids = [rows.map(({ id }) => id)]
  await client.query("begin; set local session_replication_role = replica")
  for (const [leaf, by] of Object.entries(leaves))
    await client.query(`delete from ${leaf} where ${by} = any(array(${items})) and deleted_at is null`, ids)
  for (const child of children)
    await client.query(`delete from ${child} where ${column} = any($1) and deleted_at is null`, ids)
  await client.query(`delete from ${table} where id = any($1)`, ids)
  await client.query("commit")
}

/** Takes buyers out with their carts and orders, so that a shop which is kept from run to run does not grow. */
const removeBuyers = (databaseUrl: string) =>
  withClient(databaseUrl, async (client) => {
    await removeTheirs(client, OF_ORDERS)
    await removeTheirs(client, OF_CARTS)
    await client.query(`delete from customer where id ${THEIRS}`)
    for (const table of KEPT) {
      const { rows } = await client.query("select to_regclass($1) is not null as is_there", [table])
      if (rows[0].is_there) await client.query(`delete from ${table} where customer_id ${THEIRS}`)
    }
  })

/**
 * Customers who have just signed up, for as long as the work takes: the same ones in all of the databases.
 *
 * @param databaseUrls of shops that hold the same
 */
export const withBuyers = async <T>(
  databaseUrls: string[],
  count: number,
  work: (buyers: Buyer[]) => Promise<T>,
): Promise<T> => {
  const buyers = Array.from({ length: count }, (_, index) => ({
    id: `${PREFIX}${String(index).padStart(5, "0")}`,
    email: `buyer-${index}@benchmark.example`,
  }))
  const forEach = (each: (url: string) => Promise<unknown>) => Promise.all(databaseUrls.map(each))
  await forEach(removeBuyers)
  try {
    await forEach((url) =>
      withClient(url, (client) =>
        client.query(
          `insert into customer (id, email, first_name, last_name, has_account)
           select id, email, 'Bea', 'Buyer', true from jsonb_to_recordset($1::jsonb) as buyer (id text, email text)`,
          [JSON.stringify(buyers)],
        ),
      ),
    )
    return await work(buyers)
  } finally {
    await forEach(removeBuyers)
  }
}

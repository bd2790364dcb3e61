import { withClient } from "../../scripts/postgres"

/** With an account and a past in which they have ordered nothing. */
export type Buyer = { id: string; email: string }

const PREFIX = "cus_benchbuyer_"
/** Of text that begins with the prefix, so that indexes are used. */
const THEIRS = `between '${PREFIX}' and '${PREFIX}z'`

/** What is kept of them by us; nothing of it is there in a database without the plugin. */
const KEPT = ["customer_order_fact", "customer_purchase_fact", "customer_statistics", "customer_group_pending_customer"]

/** Takes buyers out with their carts and orders, so that a shop which is kept from run to run does not grow. */
const removeBuyers = (databaseUrl: string) =>
  withClient(databaseUrl, async (client) => {
    for (const table of ["order_cart", "order_payment_collection", "order_promotion"])
      await client.query(`delete from ${table} where order_id in (select id from "order" where customer_id ${THEIRS})`)
    await client.query(
      `delete from cart_payment_collection where cart_id in (select id from cart where customer_id ${THEIRS})`,
    )
    for (const table of [`"order"`, "cart"]) await client.query(`delete from ${table} where customer_id ${THEIRS}`)
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

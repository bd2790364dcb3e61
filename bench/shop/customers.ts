import type { Client } from "pg"

/** Customers spread over the shop who have ordered, since it is orders that ask for evaluations; anybody, if nobody has. */
export const someCustomers = async (client: Client, amount: number): Promise<string[]> => {
  const ordered = await client.query(
    `select customer_id as id from customer_statistics where currency_code = '*' order by md5(customer_id) limit $1`,
    [amount],
  )
  const { rows } = ordered.rows.length
    ? ordered
    : await client.query("select id from customer where deleted_at is null order by md5(id) limit $1", [amount])
  return rows.map(({ id }) => id)
}

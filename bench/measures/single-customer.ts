import type { Client } from "pg"
import { withClient } from "../../scripts/postgres"
import { fiftyCriteria } from "../criteria/fifty"
import { readShop } from "../criteria/shop"
import { type Measure, median, rounded, timed, toRow } from "../measure"
import type { Stores } from "../stores"

const BATCH = 50
const SINGLES = 20
const PREFIX = "cusgroup_bench_fifty_"
/** Most of the time an order moves its customer in no group; a batch that was evaluated before finds the same. */
const MOST_PER_CUSTOMER = 1

/** Customers spread over the shop, who have ordered: it is orders that ask for this. */
const someCustomers = async (client: Client, amount: number): Promise<string[]> => {
  const { rows } = await client.query(
    `select customer_id as id from customer_statistics where currency_code = '*' order by md5(customer_id) limit $1`,
    [amount],
  )
  return rows.map(({ id }) => id)
}

/** Fifty automatic groups, for as long as the work takes. */
const withGroups = async <T>(stores: Stores, client: Client, work: () => Promise<T>): Promise<T> => {
  const all = fiftyCriteria(await readShop(stores))
  try {
    for (const [index, criteria] of all.entries()) {
      const id = PREFIX + index
      await client.query("insert into customer_group (id, name) values ($1, $2)", [id, `Benchmark ${index}`])
      await stores.module.groups.setCriteria({ group_id: id, criteria, guard: { off: true } })
    }
    return await work()
  } finally {
    for (const table of ["customer_group_criteria", "customer_group_operation"])
      await client.query(`delete from ${table} where starts_with(group_id, $1)`, [PREFIX])
    await client.query("delete from customer_group where starts_with(id, $1)", [PREFIX])
  }
}

/** A customer who has changed, evaluated for all groups. */
export const singleCustomer: Measure = {
  names: ["single_customer"],
  needs: ["facts"],
  run: (stores, runs) =>
    withClient(stores.databaseUrl, (client) =>
      withGroups(stores, client, async () => {
        const { groups } = stores.module
        const evaluate = (customer_ids: string[], have_orders_changed = false) =>
          timed(() => groups.evaluateCustomers({ customer_ids, have_orders_changed }))
        const ids = await someCustomers(client, SINGLES + BATCH * runs)
        const singles = ids.slice(0, SINGLES).map((id) => [id])
        const batches = Array.from({ length: runs }, (_, run) =>
          ids.slice(SINGLES + run * BATCH, SINGLES + (run + 1) * BATCH),
        )

        const timesOf = async (each: string[][], haveOrdersChanged?: boolean) => {
          const times: number[] = []
          for (const customers of each) times.push(await evaluate(customers, haveOrdersChanged))
          return times
        }
        // The first time they move into groups, a fifth of all at once; then they stand.
        const moving = { single: median(await timesOf(singles)), batch: median(await timesOf(batches)) }
        const times = { single: await timesOf(singles), batch: median(await timesOf(batches)) }
        // The same, with what they have ordered counted anew before.
        const withOrders = { single: median(await timesOf(singles, true)), batch: median(await timesOf(batches, true)) }
        const perCustomer = Math.round((100 * times.batch) / BATCH) / 100
        const row = toRow(
          "single_customer",
          SINGLES,
          { plugin: median(times.single) },
          {
            slowest_ms: rounded(Math.max(...times.single)),
            batch: BATCH,
            batch_ms: times.batch,
            batch_runs: runs,
            ms_per_customer: perCustomer,
            with_orders_ms: withOrders.single,
            batch_with_orders_ms: withOrders.batch,
            first_time_moving_ms: moving.single,
            batch_first_time_moving_ms: moving.batch,
          },
          { ms: 30 },
        )
        return [
          {
            ...row,
            target: `${row.target}, ≤ ${MOST_PER_CUSTOMER} ms in a batch`,
            reached: row.reached === true && perCustomer <= MOST_PER_CUSTOMER,
          },
        ]
      }),
    ),
}

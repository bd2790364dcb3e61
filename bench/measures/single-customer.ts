import { withClient } from "../../scripts/postgres"
import { withFiftyGroups } from "../criteria/fifty-groups"
import { type Measure, median, rounded, timed, toRow } from "../measure"
import { someCustomers } from "../shop/customers"

const BATCH = 50
const SINGLES = 20
/** Most of the time an order moves its customer in no group; a batch that was evaluated before finds the same. */
const MOST_PER_CUSTOMER = 1

/** A customer who has changed, evaluated for all groups. */
export const singleCustomer: Measure = {
  names: ["single_customer"],
  needs: ["facts"],
  run: (stores, runs) =>
    withClient(stores.databaseUrl, (client) =>
      withFiftyGroups(stores, client, async () => {
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
          { ms: 30, atMost: { ms_per_customer: MOST_PER_CUSTOMER } },
        )
        return [row]
      }),
    ),
}

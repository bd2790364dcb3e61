import type { Client as Connection } from "pg"
import { withClient } from "../../scripts/postgres"
import { type Measure, alternate, timed, toRow } from "../measure"
import type { Stores } from "../stores"

const amount = 10_000
/** Medusa refuses bodies over 100 kB: about this many ids of real length. */
const chunkSize = 3_000

type Way = (ids: string[]) => Promise<unknown>

/** Customers that are not in the group, spread over all of them. */
const strangers = ({ databaseUrl, groupId }: Stores) =>
  withClient(databaseUrl, async (client) => {
    const { rows } = await client.query(
      `select id from customer c where deleted_at is null and not exists (
         select from customer_group_customer m where m.customer_id = c.id and m.customer_group_id = $1)
       order by md5(id) limit $2`,
      [groupId, amount],
    )
    return rows.map(({ id }) => id as string)
  })

const chunks = (ids: string[]) =>
  Array.from({ length: Math.ceil(ids.length / chunkSize) }, (_, index) =>
    ids.slice(index * chunkSize, (index + 1) * chunkSize),
  )

const ways = (
  stores: Stores,
  connection: Connection,
): Record<"plugin" | "medusa" | "bare", { add: Way; remove: Way }> => {
  const { groupId, plugin, medusa } = stores
  const ours = (key: "add" | "remove") => (ids: string[]) =>
    plugin.send("POST", `/admin/customer-groups/${groupId}/members`, { [key]: { ids } })
  const medusas = (key: "add" | "remove") => async (ids: string[]) => {
    for (const chunk of chunks(ids))
      await medusa.send("POST", `/admin/customer-groups/${groupId}/customers`, { [key]: chunk })
  }
  return {
    plugin: { add: ours("add"), remove: ours("remove") },
    medusa: { add: medusas("add"), remove: medusas("remove") },
    // In the database without the plugin: the pairs, Medusa's own indexes and foreign keys, and nothing else.
    bare: {
      add: (ids) =>
        connection.query(
          `insert into customer_group_customer (id, customer_id, customer_group_id)
           select 'cusgc_bench_' || n, customer_id, $1 from unnest($2::text[]) with ordinality pair (customer_id, n)`,
          [groupId, ids],
        ),
      remove: (ids) =>
        connection.query(
          "delete from customer_group_customer where customer_group_id = $1 and customer_id = any($2::text[])",
          [groupId, ids],
        ),
    },
  }
}

/** Adding and removing in one go: what a run adds it removes, so that each finds the same. */
export const changeMembers: Measure = {
  names: ["add_10000", "remove_10000"],
  needs: ["plugin", "medusa"],
  run: async (stores, runs) => {
    const ids = await strangers(stores)
    return withClient(stores.plainDatabaseUrl, async (connection) => {
      const all = ways(stores, connection)
      const added = (way: keyof typeof all) => () => timed(() => all[way].add(ids))
      const removed = (way: keyof typeof all) => () => timed(() => all[way].remove(ids))

      // Both of Medusa's ways share a database: each takes out what it added before the other comes.
      const times = await alternate(runs, {
        plugin_add: added("plugin"),
        plugin_remove: removed("plugin"),
        medusa_add: added("medusa"),
        medusa_remove: removed("medusa"),
        bare_add: added("bare"),
        bare_remove: removed("bare"),
      })
      const details = (bare: number, plugin: number) => ({
        bare_ms: bare,
        to_bare: Math.round((100 * plugin) / bare) / 100,
        customers: ids.length,
      })
      return [
        toRow(
          "add_10000",
          runs,
          { plugin: times.plugin_add, medusa: times.medusa_add },
          details(times.bare_add, times.plugin_add),
        ),
        toRow(
          "remove_10000",
          runs,
          { plugin: times.plugin_remove, medusa: times.medusa_remove },
          details(times.bare_remove, times.plugin_remove),
        ),
      ]
    })
  },
}

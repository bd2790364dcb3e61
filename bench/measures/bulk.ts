import { rowsOf } from "../../src/modules/customer-groups/sql/run"
import { sql } from "../../src/modules/customer-groups/sql/sql"
import { forBare } from "../bare"
import { type Measure, alternate, timed, toRow } from "../measure"
import { withOwnGroup } from "../own-group"
import { peakOf } from "../peak-memory"

const GROUP = "cusgroup_bench_bulk"

const addAll = sql`insert into customer_group_customer (id, customer_group_id, customer_id)
  select 'cusgc_bench_' || row_number() over (), ${GROUP}, id from customer where deleted_at is null`
const removeAll = sql`delete from customer_group_customer where customer_group_id = ${GROUP}`

/**
 * Every customer of the shop into a group by a filter, and out again: as one operation with progress, against one plain
 * statement, which is rolled back.
 */
export const bulk: Measure = {
  names: ["add_all_1m", "remove_all_1m"],
  needs: ["module"],
  run: async ({ module, databaseUrl }, runs) => {
    const { groups } = module
    let customers = 0
    let peak_mb = 0
    const change = (key: "add" | "remove") => async () => {
      const { joined, left } = await groups.changeMembers({ group_id: GROUP, [key]: { filter: {} } })
      customers = Math.max(joined, left)
    }
    const watched = (key: "add" | "remove") =>
      timed(async () => (peak_mb = Math.max(peak_mb, await peakOf(change(key)))))

    const times = await withOwnGroup(databaseUrl, GROUP, () =>
      alternate(runs, {
        add: () => watched("add"),
        remove: () => watched("remove"),
        bare_add: () =>
          module.tryOut(async (context) => {
            await forBare(context)
            return timed(() => rowsOf(context, addAll))
          }),
        bare_remove: () =>
          module.tryOut(async (context) => {
            await forBare(context)
            await rowsOf(context, addAll)
            return timed(() => rowsOf(context, removeAll))
          }),
      }),
    )
    const details = (plugin: number, bare: number) => ({
      bare_ms: bare,
      to_bare: Math.round((100 * plugin) / bare) / 100,
      rows_a_second: Math.round((1_000 * customers) / plugin),
      peak_mb,
      customers,
    })
    return [
      toRow("add_all_1m", runs, { plugin: times.add }, details(times.add, times.bare_add), {
        atMost: { to_bare: 2.5 },
      }),
      toRow("remove_all_1m", runs, { plugin: times.remove }, details(times.remove, times.bare_remove), { ms: 60_000 }),
    ]
  },
}

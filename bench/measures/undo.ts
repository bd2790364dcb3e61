import type { Context } from "@medusajs/framework/types"
import { rowsOf } from "../../src/modules/customer-groups/sql/run"
import { sql } from "../../src/modules/customer-groups/sql/sql"
import { withClient } from "../../scripts/postgres"
import { forBare } from "../bare"
import { type Measure, alternate, timed, toRow } from "../measure"
import type { ModuleApp } from "../module"
import { withOwnGroup } from "../own-group"

const AMOUNT = 100_000
const GROUP = "cusgroup_bench_undo"

const someCustomers = (databaseUrl: string) =>
  withClient(databaseUrl, async (client) => {
    const { rows } = await client.query("select id from customer where deleted_at is null order by md5(id) limit $1", [
      AMOUNT,
    ])
    return rows.map(({ id }) => id as string)
  })

/** Undoing an addition and a removal of many customers. What a run writes is rolled back. */
export const undo: Measure = {
  names: ["undo_100k", "undo_added_100k"],
  needs: ["module"],
  run: async ({ module, databaseUrl }, runs) => {
    const ids = await someCustomers(databaseUrl)
    const change = ({ groups }: ModuleApp, key: "add" | "remove", context: Context) =>
      groups.changeMembers({ group_id: GROUP, [key]: { ids } }, context)
    const undone = (operation: { id: string }, context: Context) =>
      timed(() => module.groups.undoOperation({ operation_id: operation.id }, context))

    const times = await withOwnGroup(databaseUrl, GROUP, () =>
      alternate(runs, {
        removed: () =>
          module.tryOut(async (context) => {
            await change(module, "add", context)
            return undone(await change(module, "remove", context), context)
          }),
        bare_removed: () =>
          module.tryOut(async (context) => {
            await forBare(context)
            return timed(() =>
              rowsOf(
                context,
                sql`insert into customer_group_customer (id, customer_group_id, customer_id)
                  select 'cusgc_bench_' || n, ${GROUP}, id from unnest(${ids}::text[]) with ordinality given (id, n)`,
              ),
            )
          }),
        added: () => module.tryOut(async (context) => undone(await change(module, "add", context), context)),
        bare_added: () =>
          module.tryOut(async (context) => {
            await change(module, "add", context)
            await forBare(context)
            return timed(() =>
              rowsOf(context, sql`delete from customer_group_customer where customer_group_id = ${GROUP}`),
            )
          }),
      }),
    )
    const row = (name: string, plugin: number, bare: number) =>
      toRow(
        name,
        runs,
        { plugin },
        { bare_ms: bare, to_bare: Math.round((100 * plugin) / bare) / 100, customers: AMOUNT },
        { atMost: { to_bare: 2.5 } },
      )
    return [row("undo_100k", times.removed, times.bare_removed), row("undo_added_100k", times.added, times.bare_added)]
  },
}

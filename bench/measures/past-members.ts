import { type Measure, alternate, timed, toRow } from "../measure"
import { withOwnGroup } from "../own-group"

const GROUP = "cusgroup_bench_past"

/**
 * The first page of a group as it was, with a change in the log for every customer of the shop: half of them from before
 * the moment, half from after it.
 */
export const pastMembers: Measure = {
  names: ["members_at_date"],
  needs: ["module"],
  run: async ({ module, databaseUrl }, runs) => {
    const { groups } = module
    return withOwnGroup(databaseUrl, GROUP, async () => {
      await groups.changeMembers({ group_id: GROUP, add: { filter: { has_account: true } } })
      const at = new Date().toISOString()
      await groups.changeMembers({ group_id: GROUP, add: { filter: { has_account: false } } })
      const page = (order: string) => () => timed(() => groups.listPastMembers(GROUP, { at, order, limit: 20 }))
      const { count } = await groups.listPastMembers(GROUP, { at, limit: 1 })
      const times = await alternate(runs, { newest: page("-joined_at"), by_email: page("email") })
      const details = { by_email_ms: times.by_email, members: count }
      return [toRow("members_at_date", runs, { plugin: times.newest }, details, { ms: 500 })]
    })
  },
}

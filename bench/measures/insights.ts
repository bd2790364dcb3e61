import { type Measure, median, timed, toRow } from "../measure"
import type { Stores } from "../stores"

/** The periods that the page offers; the first is the one that it begins with. */
const periods = [90, 365, 30]

const listGroups = async ({ plugin, groups }: Stores): Promise<string[]> => {
  const { data } = await plugin.send("GET", `/admin/customer-groups/overview?order=name&limit=${groups}`)
  return data.customer_groups.map(({ id }: { id: string }) => id)
}

/**
 * All figures about a group. What takes long is remembered, so each run asks for another group, and each period has groups
 * of its own.
 */
export const insights: Measure = {
  names: ["insights"],
  needs: ["plugin", "facts"],
  run: async (stores, runs) => {
    const groups = await listGroups(stores)
    const each = Math.max(1, Math.min(runs + 1, Math.floor(groups.length / periods.length)))
    const cases: { days: number; ms: number }[] = []
    for (const [index, days] of periods.entries()) {
      const times: number[] = []
      for (const id of groups.slice(index * each, (index + 1) * each))
        times.push(await timed(() => stores.plugin.send("GET", `/admin/customer-groups/${id}/insights?days=${days}`)))
      // The first one warms caches.
      cases.push({ days, ms: median(times.length > 1 ? times.slice(1) : times) })
    }
    return [toRow("insights", each - 1 || 1, { plugin: cases[0]!.ms }, { cases }, { ms: 1_500 })]
  },
}

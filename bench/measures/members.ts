import { withClient } from "../../scripts/postgres"
import { type Measure, alternate, timed, toRow } from "../measure"
import type { Stores } from "../stores"

const pageSize = 20

type Query = Record<string, string | number>

type Case = { name: string; plugin: Query; medusa: Query }

type Timed = { name: string; plugin_ms: number; medusa_ms: number }

const route = (path: string, query: Query) =>
  `${path}?${new URLSearchParams(Object.entries({ limit: pageSize, offset: 0, ...query }).map(([key, value]) => [key, String(value)]))}`

const measureCase = async (stores: Stores, runs: number, { name, plugin, medusa }: Case): Promise<Timed> => {
  const { groupId: id } = stores
  const times = await alternate(runs, {
    plugin: () => timed(() => stores.plugin.send("GET", route(`/admin/customer-groups/${id}/members`, plugin))),
    medusa: () => timed(() => stores.medusa.send("GET", route("/admin/customers", { groups: id, ...medusa }))),
  })
  return { name, plugin_ms: times.plugin, medusa_ms: times.medusa }
}

/** One row of several cases: ours is our slowest one, beside Medusa's time for the same. */
const slowest = async (name: string, stores: Stores, runs: number, cases: Case[]) => {
  const measured: Timed[] = []
  for (const each of cases) measured.push(await measureCase(stores, runs, each))
  const worst = measured.reduce((a, b) => (b.plugin_ms > a.plugin_ms ? b : a))
  const times = { plugin: worst.plugin_ms, medusa: worst.medusa_ms }
  return [toRow(name, runs, times, { slowest: worst.name, cases: measured })]
}

export const membersFirst: Measure = {
  names: ["members_first"],
  needs: ["plugin", "medusa"],
  run: async (stores, runs) => {
    const { plugin_ms, medusa_ms } = await measureCase(stores, runs, { name: "", plugin: {}, medusa: {} })
    return [toRow("members_first", runs, { plugin: plugin_ms, medusa: medusa_ms })]
  },
}

const same = (order: string): Case => ({ name: order, plugin: { order }, medusa: { order } })

export const membersSorted: Measure = {
  names: ["members_sorted"],
  needs: ["plugin", "medusa"],
  run: (stores, runs) => {
    const offset = Math.max(0, stores.members - pageSize)
    return slowest("members_sorted", stores, runs, [
      ...["email", "-email", "has_account", "-has_account", "created_at", "-created_at"].map(same),
      // Medusa sorts by the two parts of a name apart, and knows neither source nor time of joining.
      { name: "name", plugin: { order: "name" }, medusa: { order: "first_name" } },
      { name: "-name", plugin: { order: "-name" }, medusa: { order: "-first_name" } },
      { name: "joined_at", plugin: { order: "joined_at" }, medusa: { order: "created_at" } },
      { name: "source", plugin: { order: "source" }, medusa: { order: "created_at" } },
      { name: "last page", plugin: { offset }, medusa: { offset } },
      { name: "last page by email", plugin: { offset, order: "email" }, medusa: { offset, order: "email" } },
      {
        name: "middle page by name",
        plugin: { offset: offset >> 1, order: "name" },
        medusa: { offset: offset >> 1, order: "first_name" },
      },
    ])
  },
}

/** What is looked for: a name that many have, the address of one member, and what nobody has. */
const terms = ({ databaseUrl, groupId }: Stores) =>
  withClient(databaseUrl, async (client) => {
    const members = `from customer c join customer_group_customer m on m.customer_id = c.id where m.customer_group_id = $1`
    const often = await client.query(
      `select first_name as term ${members} and first_name is not null group by 1 order by count(*) desc, 1 limit 1`,
      [groupId],
    )
    const one = await client.query(`select email as term ${members} order by c.id limit 1`, [groupId])
    return [often.rows[0].term, one.rows[0].term, "nobodyiscalledthis"] as string[]
  })

export const membersSearched: Measure = {
  names: ["members_searched"],
  needs: ["plugin", "medusa"],
  run: async (stores, runs) => {
    const cases = (await terms(stores)).map((q) => ({ name: q, plugin: { q }, medusa: { q } }))
    return slowest("members_searched", stores, runs, cases)
  },
}

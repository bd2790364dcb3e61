import type { Client } from "../client"
import { type Measure, alternate, timed, toRow } from "../measure"

/** Requests in the order of the page: those of one list are sent at once, when the list before has been answered. */
type Requests = string[][]

const load = async (client: Client, requests: Requests) => {
  let bytes = 0
  const time = await timed(async () => {
    for (const together of requests) {
      const replies = await Promise.all(together.map((route) => client.send("GET", route)))
      bytes += replies.reduce((sum, reply) => sum + reply.bytes, 0)
    }
  })
  return { time, bytes }
}

const page = (name: string, requests: (groupId: string) => { plugin: Requests; medusa: Requests }): Measure => ({
  names: [name],
  needs: ["plugin", "medusa"],
  run: async (stores, runs) => {
    const { plugin, medusa } = requests(stores.groupId)
    const bytes = { plugin_bytes: 0, medusa_bytes: 0 }
    const times = await alternate(runs, {
      plugin: async () => {
        const loaded = await load(stores.plugin, plugin)
        bytes.plugin_bytes = loaded.bytes
        return loaded.time
      },
      medusa: async () => {
        const loaded = await load(stores.medusa, medusa)
        bytes.medusa_bytes = loaded.bytes
        return loaded.time
      },
    })
    return [toRow(name, runs, times, bytes)]
  },
})

export const listPage = page("list_page", () => ({
  plugin: [["/admin/customer-groups/overview?limit=20&offset=0"]],
  medusa: [["/admin/customer-groups?fields=id,name,created_at,updated_at,customers.id&limit=10&offset=0"]],
}))

export const detailPage = page("detail_page", (id) => ({
  plugin: [
    [`/admin/customer-groups/${id}/overview`],
    [
      `/admin/customer-groups/${id}/members?limit=20&offset=0`,
      `/admin/customer-groups/${id}/operations?limit=10&offset=0`,
      `/admin/customer-groups/${id}/usage`,
    ],
  ],
  medusa: [
    [`/admin/customer-groups/${id}?fields=%2Bcustomers.id`],
    [`/admin/customers?limit=10&offset=0&groups=${id}`],
  ],
}))

import type { Activity } from "./lane"

const names = ["Anna", "Goldie", "Golda", "Ben", "Chris", "Dana"]
const tiers = ["gold", "silver", "none"]

const rename: Activity = {
  weight: 3,
  run: async ({ client, random, ledger, customers }) => {
    const { id } = random.pick(customers)
    const first_name = random.pick(names)
    const outcome = await client.send({ path: `/admin/customers/${id}`, body: { first_name } })
    ledger.note("edit", `first_name ${id}`, first_name, outcome)
  },
}

const setTier: Activity = {
  weight: 3,
  run: async ({ client, random, ledger, customers }) => {
    const { id } = random.pick(customers)
    const tier = random.pick(tiers)
    const outcome = await client.send({ path: `/admin/customers/${id}`, body: { metadata: { tier } } })
    ledger.note("edit", `tier ${id}`, tier, outcome)
  },
}

/** Adds an address, or takes the newest away. */
const changeAddress: Activity = {
  weight: 3,
  run: async ({ client, random, ledger, customers }) => {
    const { id } = random.pick(customers)
    const path = `/admin/customers/${id}/addresses`
    if (random.percent(60)) {
      const body = { first_name: "Anna", address_1: "Street 2", country_code: random.pick(["de", "fr", "at", "us"]) }
      ledger.count("address", await client.send({ path, body }))
      return
    }
    const found = await client.send({ method: "GET", path: `${path}?limit=1&order=-created_at` })
    if (found.is !== "done" || !found.data.addresses.length) return
    ledger.count("address", await client.send({ method: "DELETE", path: `${path}/${found.data.addresses[0].id}` }))
  },
}

/** Picks a customer for a group that is filled by hand, or takes them out. */
const pick: Activity = {
  weight: 4,
  run: async ({ client, random, ledger, shop, customers }) => {
    const { id } = random.pick(customers)
    const group = random.pick(shop.byHand)
    const isIn = random.percent(60)
    const body = { [isIn ? "add" : "remove"]: { ids: [id] } }
    const outcome = await client.send({ path: `/admin/customer-groups/${group}/members`, body })
    ledger.note("members", `member ${group} ${id}`, isIn, outcome)
  },
}

/** Picks a customer for an automatic group, or excludes them, whatever its criteria say. */
const pickAgainstCriteria: Activity = {
  weight: 2,
  run: async ({ client, random, ledger, shop, customers }) => {
    const { id } = random.pick(customers)
    const group = random.pick(shop.automatic).id
    const isIn = random.percent(50)
    const body = { [isIn ? "add" : "exclude"]: { ids: [id] } }
    const outcome = await client.send({ path: `/admin/customer-groups/${group}/members`, body })
    ledger.note("members", `member ${group} ${id}`, isIn, outcome)
  },
}

/** What people do with customers in the dashboard. */
export const edits: Activity[] = [rename, setTier, changeAddress, pick, pickAgainstCriteria]

import type { Activity } from "./lane"

const evaluate: Activity = {
  weight: 3,
  run: async ({ client, random, ledger, shop }) => {
    const { id } = random.pick(shop.automatic)
    ledger.count("evaluation", await client.send({ path: `/admin/customer-groups/${id}/evaluate` }))
  },
}

const saveCriteria: Activity = {
  weight: 1,
  run: async ({ client, random, ledger, shop }) => {
    const { id, criteria } = random.pick(shop.automatic)
    const value = criteria(random.whole(0, 11))
    const body = { criteria: value, guard: { off: true } }
    const outcome = await client.send({ path: `/admin/customer-groups/${id}/criteria`, body })
    ledger.note("criteria", `criteria ${id}`, value, outcome)
  },
}

/** What one person does with automatic groups. */
export const groupWork: Activity[] = [evaluate, saveCriteria]

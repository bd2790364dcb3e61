import { Random } from "../criteria/random"
import { aCustomer, aGroup, insertRow, named } from "./fixtures"
import { setCriteria } from "./history"
import type { ModuleApp } from "./module-app"

const NAMES = ["Anna", "Ben", "Carl"]

export interface RandomGroup {
  id: string
  isAutomatic: boolean
}

export interface RandomGroups {
  customers: { id: string }[]
  groups: RandomGroup[]
  random: Random
}

/**
 * Groups as shops have them: by hand and by criteria, with exclusions, customers who are deleted, and pairs that have two
 * rows, which Medusa's own code makes.
 */
export const randomGroups = async (app: ModuleApp, seed: number): Promise<RandomGroups> => {
  const random = new Random(seed)
  const customers: { id: string }[] = []
  for (let count = 0; count < 14; count++) customers.push(await aCustomer(app, { first_name: random.pick(NAMES) }))
  const some = () => random.several(customers, random.whole(1, 7))
  const groups: RandomGroup[] = []
  for (let count = 0; count < 5; count++) {
    const group = await aGroup(app)
    const isAutomatic = random.percent(50)
    if (isAutomatic) {
      await setCriteria(app, group, named(random.pick(NAMES)))
      await app.groups.excludeCustomers({ group_id: group.id, ids: some().map(({ id }) => id) })
    }
    if (random.percent(80))
      await app.groups.changeMembers({ group_id: group.id, add: { ids: some().map(({ id }) => id) } })
    for (const customer of some()) if (random.percent(30)) await insertRow(app.db, group, customer)
    groups.push({ id: group.id, isAutomatic })
  }
  await app.customers.softDeleteCustomers(random.several(customers, random.whole(0, 3)).map(({ id }) => id))
  return { customers, groups, random }
}

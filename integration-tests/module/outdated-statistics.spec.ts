import { aCustomer, aGroup } from "../helpers/fixtures"
import { startModuleApp, type ModuleApp } from "../helpers/module-app"

/**
 * A large change right after PostgreSQL has looked at small tables: what it believes is far from what there is, and a
 * plan made on that belief costs the square of the rows: 40 s where a good one takes two.
 */
const MANY = 30_000
jest.setTimeout(20_000)

let app: ModuleApp
beforeAll(async () => {
  app = await startModuleApp()
})
beforeEach(() => app.reset())
afterAll(() => app.stop())

const manyCustomers = async (): Promise<string[]> => {
  const { rows } = await app.db.query(
    "insert into customer (id, email) select 'cus_' || i, i || '@many.example' from generate_series(1, $1::int) i returning id",
    [MANY],
  )
  return rows.map(({ id }) => id)
}

/** Enough small changes on every connection of the pool for PostgreSQL to settle on its plans for foreign keys. */
const settleOnPlans = async (group: { id: string }, customer: { id: string }) => {
  for (let round = 0; round < 10; round++) {
    await app.groups.changeMembers({ group_id: group.id, add: { ids: [customer.id] } })
    await app.groups.changeMembers({ group_id: group.id, remove: { ids: [customer.id] } })
  }
}

const beliefs: Record<string, () => Promise<unknown>> = {
  "they were analysed when they were empty": async () => {
    await app.db.query("vacuum analyze customer, customer_group_customer, customer_group_membership_change")
    await settleOnPlans(await aGroup(app), await aCustomer(app))
  },
  "they were analysed when they held a row": async () => {
    const [group, customer] = [await aGroup(app), await aCustomer(app)]
    await app.groups.changeMembers({ group_id: group.id, add: { ids: [customer.id] } })
    await app.db.query("vacuum analyze customer, customer_group_customer, customer_group_membership_change")
    await settleOnPlans(group, customer)
  },
}

describe.each(Object.keys(beliefs))("when %s", (belief) => {
  let ids: string[]
  beforeEach(async () => {
    await beliefs[belief]!()
    ids = await manyCustomers()
  })

  it("many are added by id and removed by id", async () => {
    const group = await aGroup(app)
    const added = await app.groups.changeMembers({ group_id: group.id, add: { ids } })
    const removed = await app.groups.changeMembers({ group_id: group.id, remove: { ids } })
    expect([added.joined, removed.left]).toEqual([MANY, MANY])
  })

  it("many are added by filter, added again, and removed by filter", async () => {
    const group = await aGroup(app)
    const filter = { q: "many.example" }
    const added = await app.groups.changeMembers({ group_id: group.id, add: { filter } })
    const again = await app.groups.changeMembers({ group_id: group.id, add: { filter } })
    const removed = await app.groups.changeMembers({
      group_id: group.id,
      remove: { filter: { ...filter, source: "manual", joined_at: { $gt: "2000-01-01" } } },
    })
    expect([added.joined, again.joined, removed.left]).toEqual([MANY, 0, MANY])
  })

  it("many are taken back", async () => {
    const group = await aGroup(app)
    const added = await app.groups.changeMembers({ group_id: group.id, add: { ids } })
    await app.groups.takeBackOperations([added.id], "A later step failed")
    expect((await app.groups.listMembers(group.id)).count).toBe(0)
  })

  it("many are moved by a SQL script", async () => {
    const group = await aGroup(app)
    await app.db.query(
      `insert into customer_group_customer (id, customer_group_id, customer_id)
       select 'row_' || id, $1, id from unnest($2::text[]) id`,
      [group.id, ids],
    )
    expect((await app.groups.listMembers(group.id)).count).toBe(MANY)
    await app.db.query("delete from customer_group_customer where customer_group_id = $1", [group.id])
    expect((await app.groups.listMembers(group.id)).count).toBe(0)
  })
})

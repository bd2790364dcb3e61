import { aCustomer, aGroup, anAutomaticGroup, customersOf, insertRow, named, sourcesOf } from "../helpers/fixtures"
import { expectLogToBeTrue } from "../helpers/log"
import { startModuleApp, type ModuleApp } from "../helpers/module-app"

/** Customers who have changed, evaluated for all groups at once. */

let app: ModuleApp
beforeAll(async () => {
  app = await startModuleApp()
})
beforeEach(async () => {
  await app.reset()
  await app.db.query("update customer_statistics_state set status = 'ready'")
})
afterEach(() => expectLogToBeTrue(app))
afterAll(() => app.stop())

const inGroup = ({ id }: { id: string }, operator = "in") => ({
  all: [{ attribute: "member_of_group", operator, value: [id] }],
})

const evaluate = (...customers: { id: string }[]) =>
  app.groups.evaluateCustomers({ customer_ids: customers.map(({ id }) => id) })

it("join and leave every group that they match or no longer match, one operation a group", async () => {
  const anna = await aCustomer(app, { first_name: "Anna" })
  const [annas, bens] = [await anAutomaticGroup(app, named("Anna")), await anAutomaticGroup(app, named("Ben"))]
  await evaluate(anna)
  expect([await sourcesOf(app, annas), await sourcesOf(app, bens)]).toEqual([{ [anna.id]: "criteria" }, {}])

  await app.customers.updateCustomers(anna.id, { first_name: "Ben" })
  const { operations } = await evaluate(anna)

  expect([await sourcesOf(app, annas), await sourcesOf(app, bens)]).toEqual([{}, { [anna.id]: "criteria" }])
  const moves = operations.map(({ group_id, type, reason, joined, left }) => [group_id, type, reason, joined, left])
  expect(moves.sort()).toEqual(
    [
      [annas.id, "evaluate", "customer_changed", 0, 1],
      [bens.id, "evaluate", "customer_changed", 1, 0],
    ].sort(),
  )
})

it("leave nothing behind where nobody moves", async () => {
  const group = await anAutomaticGroup(app, named("Anna"))
  expect((await evaluate(await aCustomer(app, { first_name: "Ben" }))).operations).toEqual([])
  expect((await app.groups.listOperations(group.id)).operations.map(({ type }) => type)).toEqual(["set_criteria"])
})

it("are evaluated for a group after the groups that it looks at", async () => {
  const anna = await aCustomer(app, { first_name: "Anna" })
  const outer = await aGroup(app)
  const inner = await anAutomaticGroup(app, named("Anna"))
  const middle = await anAutomaticGroup(app, inGroup(inner))
  await app.groups.setCriteria({ group_id: outer.id, criteria: inGroup(middle, "nin") })
  await app.groups.evaluateGroup({ group_id: outer.id })
  expect(await sourcesOf(app, outer)).toEqual({ [anna.id]: "criteria" })

  await evaluate(anna)

  expect(await sourcesOf(app, middle)).toEqual({ [anna.id]: "criteria" })
  expect(await sourcesOf(app, outer)).toEqual({})
})

it("and nobody else", async () => {
  const [anna, other] = [await aCustomer(app, { first_name: "Anna" }), await aCustomer(app, { first_name: "Anna" })]
  const group = await anAutomaticGroup(app, named("Anna"))
  await evaluate(anna)
  expect(await sourcesOf(app, group)).not.toHaveProperty(other.id)
})

it("stay in a group where they were picked by hand", async () => {
  const [ben] = await customersOf(app, 1)
  const group = await anAutomaticGroup(app, named("Anna"))
  await app.groups.changeMembers({ group_id: group.id, add: { ids: [ben!.id] } })
  await evaluate(ben!)
  expect(await sourcesOf(app, group)).toEqual({ [ben!.id]: "manual" })
})

it("stay out while they are excluded", async () => {
  const anna = await aCustomer(app, { first_name: "Anna" })
  const group = await anAutomaticGroup(app, named("Anna"))
  await evaluate(anna)
  await app.groups.changeMembers({ group_id: group.id, remove: { ids: [anna.id] } })
  await evaluate(anna)
  expect(await sourcesOf(app, group)).toEqual({})

  await app.db.query("update customer_group_exclusion set until = now() - interval '1 minute'")
  await evaluate(anna)
  expect(await sourcesOf(app, group)).toEqual({ [anna.id]: "criteria" })
})

it("leave a group with a stay only when it is over", async () => {
  const anna = await aCustomer(app, { first_name: "Anna" })
  const group = await anAutomaticGroup(app, named("Anna"), { stay: { days: 30 } })
  await evaluate(anna)
  await app.customers.updateCustomers(anna.id, { first_name: "Ben" })
  await evaluate(anna)
  expect(await sourcesOf(app, group)).toEqual({ [anna.id]: "criteria" })

  await app.db.query("update customer_group_customer set created_at = now() - interval '31 days'")
  await evaluate(anna)
  expect(await sourcesOf(app, group)).toEqual({})
})

it("leave a group with criteria for leaving only when these hold", async () => {
  const anna = await aCustomer(app, { first_name: "Anna" })
  const group = await anAutomaticGroup(app, named("Anna"), { stay: { leave_criteria: named("Ben") } })
  await evaluate(anna)
  await app.customers.updateCustomers(anna.id, { first_name: "Cleo" })
  await evaluate(anna)
  expect(await sourcesOf(app, group)).toEqual({ [anna.id]: "criteria" })

  await app.customers.updateCustomers(anna.id, { first_name: "Ben" })
  await evaluate(anna)
  expect(await sourcesOf(app, group)).toEqual({})
})

it("have one membership left where Medusa's API has made two", async () => {
  const anna = await aCustomer(app, { first_name: "Anna" })
  const group = await anAutomaticGroup(app, named("Anna"))
  for (const addedBy of ["criteria", null, "user_1"]) await insertRow(app.db, group, anna, addedBy)
  await app.groups.evaluateGroup({ group_id: group.id })
  const { rows } = await app.db.query("select created_by from customer_group_customer")
  expect(rows).toEqual([{ created_by: null }])
})

describe("are not evaluated for a group that", () => {
  const spent = (operator = "gt") => ({
    all: [{ attribute: "total_spent", operator, value: 10, currency_code: "eur" }],
  })

  it("is paused", async () => {
    const anna = await aCustomer(app, { first_name: "Anna" })
    const group = await anAutomaticGroup(app, named("Anna"))
    await app.groups.pauseGroup({ group_id: group.id })
    await evaluate(anna)
    expect(await sourcesOf(app, group)).toEqual({})
  })

  it("ranks everybody", async () => {
    const anna = await aCustomer(app)
    const rank = { attribute: "spend_rank", operator: "is_not_set", currency_code: "eur" }
    const group = await anAutomaticGroup(app, { all: [rank] })
    await evaluate(anna)
    expect(await sourcesOf(app, group)).toEqual({})
  })

  it("asks for orders that are still being counted", async () => {
    const anna = await aCustomer(app)
    const group = await anAutomaticGroup(app, spent("lt"))
    await app.db.query("update customer_statistics_state set status = 'building'")
    await evaluate(anna)
    expect(await sourcesOf(app, group)).toEqual({})
  })

  it("looks at a group that is gone, and say why", async () => {
    const anna = await aCustomer(app, { first_name: "Anna" })
    const other = await aGroup(app)
    const group = await anAutomaticGroup(app, inGroup(other, "nin"))
    await app.customers.softDeleteCustomerGroups([other.id])
    expect((await evaluate(anna)).skipped).toEqual([{ group_id: group.id, message: `There is no group "${other.id}"` }])
    expect(await sourcesOf(app, group)).toEqual({})
  })

  it("has criteria that are no longer valid, and say why", async () => {
    const anna = await aCustomer(app, { first_name: "Anna" })
    const group = await anAutomaticGroup(app, named("Anna"))
    await app.db.query(
      `update customer_group_criteria set criteria = '{"all":[{"attribute":"shoe_size","operator":"eq","value":1}]}'`,
    )
    expect((await evaluate(anna)).skipped).toEqual([
      { group_id: group.id, message: expect.stringContaining("shoe_size") },
    ])
  })

  describe("fails in the database", () => {
    const inCompany = { all: [{ attribute: "company_name", operator: "eq", value: "Acme" }] }
    /** As a version of Medusa would do that has no such column any more. */
    const renameColumn = (from: string, to: string) => app.db.query(`alter table customer rename ${from} to ${to}`)
    beforeEach(() => renameColumn("company_name", "firm"))
    afterEach(() => renameColumn("firm", "company_name"))

    const aBrokenGroup = () => anAutomaticGroup(app, inCompany)
    const insertAnna = () => app.db.query("insert into customer (id, first_name) values ('cus_anna', 'Anna')")
    const anna = { id: "cus_anna" }

    it("while the others follow", async () => {
      const groups = [await anAutomaticGroup(app), await aBrokenGroup(), await anAutomaticGroup(app)]
      await insertAnna()
      const { skipped } = await evaluate(anna)
      expect(skipped).toEqual([{ group_id: groups[1]!.id, message: expect.stringContaining("company_name") }])
      const { rows } = await app.db.query("select customer_group_id as id from customer_group_customer")
      expect(rows.map(({ id }) => id).sort()).toEqual([groups[0]!.id, groups[2]!.id].sort())
    })

    it("and says why, once, until it is evaluated whole a minute later", async () => {
      const group = await aBrokenGroup()
      await app.db.query("update customer_group_criteria set due_at = now() + interval '1 day'")
      await insertAnna()
      await evaluate(anna)
      await evaluate(anna)
      const { operations } = await app.groups.listOperations(group.id)
      expect(operations.map(({ type, status }) => [type, status])).toEqual([
        ["evaluate", "failed"],
        ["set_criteria", "succeeded"],
      ])
      expect((await app.groups.retrieveCriteria(group.id))?.error?.message).toContain("company_name")
      const { rows } = await app.db.query(
        "select due_at < now() + interval '2 minutes' as is_soon from customer_group_criteria",
      )
      expect(rows).toEqual([{ is_soon: true }])
    })
  })

  it("somebody else is writing to: they are to be evaluated for it again", async () => {
    const anna = await aCustomer(app, { first_name: "Anna" })
    const [free, busy] = [await anAutomaticGroup(app, named("Anna")), await anAutomaticGroup(app, named("Anna"))]
    const other = await app.connect()
    await other.query("begin")
    await other.query("select customer_groups_lock(array[$1])", [busy.id])
    const evaluation = await evaluate(anna)
    await other.query("rollback")
    expect(evaluation.busy).toEqual([{ group_id: busy.id, customer_ids: [anna.id] }])
    expect([await sourcesOf(app, free), await sourcesOf(app, busy)]).toEqual([{ [anna.id]: "criteria" }, {}])
  })

  it("is being evaluated whole: they are to be evaluated for it again", async () => {
    const anna = await aCustomer(app, { first_name: "Anna" })
    const group = await anAutomaticGroup(app, named("Anna"))
    const other = await app.connect()
    await other.query("begin")
    await other.query("select pg_advisory_xact_lock(hashtextextended('customer_groups:evaluation:' || $1, 0))", [
      group.id,
    ])
    const { busy } = await evaluate(anna)
    await other.query("rollback")
    expect(busy).toEqual([{ group_id: group.id, customer_ids: [anna.id] }])
    expect(await sourcesOf(app, group)).toEqual({})
  })
})

it("are held with all who would move when that is too many", async () => {
  const annas = await Promise.all([1, 2, 3].map(() => aCustomer(app, { first_name: "Anna" })))
  const group = await anAutomaticGroup(app, named("Anna"), { guard: { share: 0.1, people: 0 } })
  const { operations } = await evaluate(annas[0]!)
  expect(operations).toMatchObject([{ group_id: group.id, status: "held", details: { joins: 3, leaves: 0 } }])
  expect(await sourcesOf(app, group)).toEqual({})

  expect((await evaluate(annas[1]!)).operations).toEqual([])
})

import { aCustomer, aGroup, anAutomaticGroup, anEvaluatedGroup, named } from "../helpers/fixtures"
import { startModuleApp, type ModuleApp } from "../helpers/module-app"

/** Groups that change by themselves as time passes. */

let app: ModuleApp
beforeAll(async () => {
  app = await startModuleApp()
})
beforeEach(() => app.reset())
afterAll(() => app.stop())

const isNew = { all: [{ attribute: "created_at", operator: "in_last", value: 3 }] }
const spendsMost = { all: [{ attribute: "spend_rank", operator: "lte", value: 10, currency_code: "eur" }] }

const makeDue = (group: { id: string }) =>
  app.db.query("update customer_group_criteria set due_at = now() - interval '1 second' where group_id = $1", [
    group.id,
  ])

const membersOf = async (group: { id: string }) => {
  const { members } = await app.groups.listMembers(group.id)
  return members.map(({ id }) => id)
}

/** In how many hours a group is due. */
const hoursUntilDue = async (group: { id: string }): Promise<number> => {
  const { rows } = await app.db.query(
    "select extract(epoch from due_at - now())::float / 3600 as hours from customer_group_criteria where group_id = $1",
    [group.id],
  )
  return rows[0].hours
}

it("lets somebody leave when their days are over", async () => {
  const anna = await aCustomer(app)
  const group = await anEvaluatedGroup(app, isNew)
  await app.db.query("update customer set created_at = now() - interval '5 days' where id = $1", [anna.id])
  expect(await app.groups.evaluateDueGroup()).toBe(0)
  expect(await membersOf(group)).toEqual([anna.id])

  await makeDue(group)
  expect(await app.groups.evaluateDueGroup()).toBe(1)
  expect(await membersOf(group)).toEqual([])
  const { operations } = await app.groups.listOperations(group.id, { limit: 1 })
  expect(operations[0]).toMatchObject({ type: "evaluate", reason: "time_passed", left: 1 })
  expect(await app.groups.evaluateDueGroup()).toBe(0)
})

describe("a group whose criteria were saved", () => {
  it("is due within a minute, should whoever saved them die before evaluating", async () => {
    const group = await anEvaluatedGroup(app)
    await app.groups.setCriteria({ group_id: group.id, criteria: named("Ben") })
    expect(await hoursUntilDue(group)).toBeLessThanOrEqual(1 / 60)

    const fresh = await anAutomaticGroup(app)
    expect(await hoursUntilDue(fresh)).toBeLessThanOrEqual(1 / 60)
    expect(await hoursUntilDue(fresh)).toBeGreaterThan(0)
  })

  it("is left to whoever saved them first", async () => {
    const group = await anEvaluatedGroup(app)
    await app.groups.setCriteria({ group_id: group.id, criteria: named("Ben") })
    expect(await app.groups.evaluateDueGroup()).toBe(0)
  })

  it("is due at once when they are taken back: customers may have been evaluated by them meanwhile", async () => {
    const [anna, ben] = [await aCustomer(app, { first_name: "Anna" }), await aCustomer(app, { first_name: "Ben" })]
    const group = await anEvaluatedGroup(app)
    const before = await app.groups.retrieveCriteria(group.id)
    await app.groups.setCriteria({ group_id: group.id, criteria: named("Ben") })
    await app.groups.evaluateCustomers({ customer_ids: [anna.id, ben.id] })
    expect(await membersOf(group)).toEqual([ben.id])

    await app.groups.restoreCriteria(group.id, before)
    expect(await app.groups.evaluateDueGroup()).toBe(1)
    expect(await membersOf(group)).toEqual([anna.id])
  })
})

describe("a group that was evaluated is due again", () => {
  it("when the next day of the store begins, if days change who matches", async () => {
    const group = await anEvaluatedGroup(app, isNew)
    const { rows } = await app.db.query(
      `select due_at = ((now() at time zone 'UTC')::date + 1)::timestamp at time zone 'UTC' as is_midnight
       from customer_group_criteria where group_id = $1`,
      [group.id],
    )
    expect(rows[0].is_midnight).toBe(true)
  })

  it("within an hour, if everybody's orders decide", async () => {
    expect(await hoursUntilDue(await anEvaluatedGroup(app, spendsMost))).toBeLessThanOrEqual(1)
  })

  it("within a day, whatever it looks at", async () => {
    const hours = await hoursUntilDue(await anEvaluatedGroup(app))
    expect(hours).toBeGreaterThan(23)
    expect(hours).toBeLessThanOrEqual(24)
  })

  it("at once, if it is resumed", async () => {
    const group = await anEvaluatedGroup(app)
    await app.groups.pauseGroup({ group_id: group.id })
    await makeDue(group)
    expect(await app.groups.evaluateDueGroup()).toBe(0)

    await app.groups.resumeGroup({ group_id: group.id })
    expect(await app.groups.evaluateDueGroup()).toBe(1)
  })
})

it("is not evaluated while a person has to decide", async () => {
  const group = await anEvaluatedGroup(app)
  await app.db.query(
    `insert into customer_group_operation (id, group_id, type, status, actor_type) values ('cgop_held', $1, 'evaluate', 'held', 'system')`,
    [group.id],
  )
  await makeDue(group)
  expect(await app.groups.evaluateDueGroup()).toBe(0)
})

it("is shared by several processes, each group by one of them", async () => {
  const groups = [await anEvaluatedGroup(app), await anEvaluatedGroup(app, named("Ben"))]
  for (const group of groups) await makeDue(group)
  const taken = await Promise.all(Array.from({ length: 4 }, () => app.groups.evaluateDueGroup()))
  expect(taken.sort()).toEqual([0, 0, 1, 1])
})

it("is tried again within an hour when it has failed, and the reason is kept", async () => {
  const gone = await aGroup(app)
  const group = await anEvaluatedGroup(app, {
    all: [{ attribute: "member_of_group", operator: "in", value: [gone.id] }],
  })
  await app.customers.softDeleteCustomerGroups([gone.id])
  await makeDue(group)

  expect(await app.groups.evaluateDueGroup()).toBe(1)
  expect(await hoursUntilDue(group)).toBeGreaterThan(0.9)
  const { operations } = await app.groups.listOperations(group.id, { limit: 1 })
  expect(operations[0]).toMatchObject({ status: "failed", error: expect.stringContaining(gone.id) })
})

it("is taken by another process when the one that had it has died", async () => {
  const group = await anEvaluatedGroup(app)
  await makeDue(group)
  const other = await app.connect()
  // Somebody takes it and never comes back: all that is left is a lease, which is over.
  await other.query("update customer_group_criteria set due_at = now() + interval '60 seconds' where group_id = $1", [
    group.id,
  ])
  expect(await app.groups.evaluateDueGroup()).toBe(0)
  await makeDue(group)
  expect(await app.groups.evaluateDueGroup()).toBe(1)
})

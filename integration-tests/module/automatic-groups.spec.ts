import { aCustomer, aGroup, anAutomaticGroup, customersOf, named, sourcesOf } from "../helpers/fixtures"
import { expectLogToBeTrue } from "../helpers/log"
import { startModuleApp, type ModuleApp } from "../helpers/module-app"

/** Groups that fill themselves: set, evaluate, hold, pause, remove. What each attribute matches is tested elsewhere. */

let app: ModuleApp
beforeAll(async () => {
  app = await startModuleApp()
})
beforeEach(() => app.reset())
afterEach(() => expectLogToBeTrue(app))
afterAll(() => app.stop())

const actor = { type: "user" as const, id: "user_1" }
const inGroup = (id: string, operator = "in") => ({
  all: [{ attribute: "member_of_group", operator, value: [id] }],
})

const historyOf = async (group: { id: string }) => {
  const { operations } = await app.groups.listOperations(group.id)
  return operations.map(({ type, status, joined, left }) => [type, status, joined, left])
}

it("fills when it is evaluated, and follows its criteria", async () => {
  const anna = await aCustomer(app, { first_name: "Anna" })
  const ben = await aCustomer(app, { first_name: "Ben" })
  const group = await anAutomaticGroup(app)
  expect(await sourcesOf(app, group)).toEqual({})

  const operation = await app.groups.evaluateGroup({ group_id: group.id, actor })
  expect(operation).toMatchObject({
    type: "evaluate",
    status: "succeeded",
    joined: 1,
    left: 0,
    actor_id: "user_1",
    details: { matching: 1, joins: 1, leaves: 0, version: 1 },
  })
  await app.groups.setCriteria({ group_id: group.id, criteria: named("Ben"), actor })
  await app.groups.evaluateGroup({ group_id: group.id, reason: "criteria_changed", actor })

  expect(await sourcesOf(app, group)).toEqual({ [ben.id]: "criteria" })
  expect(await sourcesOf(app, group)).not.toHaveProperty(anna.id)
  expect(await app.groups.retrieveCriteria(group.id)).toMatchObject({
    criteria: named("Ben"),
    version: 2,
    status: "active",
    evaluated_at: expect.any(Date),
    due_at: expect.any(Date),
    error: null,
  })
  expect((await app.groups.retrieveGroupOverview(group.id)).kind).toBe("automatic")
})

it("refuses criteria that are wrong, naming the place, and changes nothing", async () => {
  const group = await aGroup(app)
  const set = (criteria: unknown) => app.groups.setCriteria({ group_id: group.id, criteria })

  await expect(set({ all: [{ attribute: "order_count", operator: "gt", value: "abc" }] })).rejects.toMatchObject({
    type: "invalid_data",
    message: 'criteria.all[0].value: "abc" is not a number (order_count)',
  })
  await expect(set(inGroup("cusgroup_nothing"))).rejects.toThrow(
    'criteria.all[0].value[0]: There is no group "cusgroup_nothing"',
  )
  expect(await app.groups.retrieveCriteria(group.id)).toBeNull()
  expect(await historyOf(group)).toEqual([])
})

it.each([
  ["stay.days", { stay: { days: 0 } }],
  ["stay.leave_criteria", { stay: { leave_criteria: { all: [] } } }],
  ["guard.share", { guard: { share: 2, people: 10 } }],
  ["guard.people", { guard: { share: 0.5, people: -1 } }],
])("names what is wrong beside the criteria: %s", async (field, settings) => {
  await expect(anAutomaticGroup(app, named("Anna"), settings)).rejects.toThrow(field)
})

it("has no criteria of a group that is gone", async () => {
  const group = await aGroup(app)
  await app.customers.softDeleteCustomerGroups([group.id])
  await expect(app.groups.setCriteria({ group_id: group.id, criteria: named("Anna") })).rejects.toThrow("not found")
})

it("refuses groups that look at each other in a circle, naming the way", async () => {
  const first = await aGroup(app)
  const second = await anAutomaticGroup(app, inGroup(first.id))
  await expect(app.groups.setCriteria({ group_id: first.id, criteria: inGroup(second.id) })).rejects.toThrow(
    `${first.id} → ${second.id} → ${first.id}`,
  )
})

it("is not evaluated while a group that it looks at is deleted, and keeps the reason", async () => {
  const other = await aGroup(app)
  const group = await anAutomaticGroup(app, inGroup(other.id, "nin"))
  await app.customers.softDeleteCustomerGroups([other.id])

  await expect(app.groups.evaluateGroup({ group_id: group.id, actor })).rejects.toThrow(
    `There is no group "${other.id}"`,
  )

  expect(await sourcesOf(app, group)).toEqual({})
  expect((await app.groups.retrieveCriteria(group.id))!.error).toMatchObject({
    message: expect.stringContaining(other.id),
  })
  expect((await historyOf(group))[0]).toEqual(["evaluate", "failed", 0, 0])
})

it("is not evaluated while it is paused", async () => {
  const group = await anAutomaticGroup(app)
  await app.groups.pauseGroup({ group_id: group.id, actor })
  await expect(app.groups.evaluateGroup({ group_id: group.id })).rejects.toThrow("is paused")
  expect(await app.groups.evaluateGroup({ group_id: group.id, reason: "time_passed" })).toBeNull()

  await app.groups.resumeGroup({ group_id: group.id, actor })
  expect(await app.groups.evaluateGroup({ group_id: group.id })).toMatchObject({ status: "succeeded" })
})

it("is on record as running while it is being evaluated for a person", async () => {
  await aCustomer(app, { first_name: "Anna" })
  const group = await anAutomaticGroup(app)
  const other = await app.connect()
  await other.query("begin")
  await other.query("select customer_groups_lock(array[$1])", [group.id])
  const evaluation = app.groups.evaluateGroup({ group_id: group.id, actor })
  while (!(await app.groups.retrieveRunningEvaluation(group.id)));
  expect((await historyOf(group))[0]).toEqual(["evaluate", "running", 0, 0])
  await other.query("rollback")

  await evaluation
  expect((await historyOf(group)).filter(([type]) => type === "evaluate")).toEqual([["evaluate", "succeeded", 1, 0]])
})

it("is paused when its criteria have become invalid, and keeps them and the reason", async () => {
  const group = await anAutomaticGroup(app)
  const criteria = { all: [{ attribute: "shoe_size", operator: "eq", value: 44 }] }
  await app.db.query("update customer_group_criteria set criteria = $1", [JSON.stringify(criteria)])

  await expect(app.groups.evaluateGroup({ group_id: group.id, actor })).rejects.toThrow("shoe_size")

  expect(await app.groups.retrieveCriteria(group.id)).toMatchObject({
    criteria,
    status: "paused",
    error: { message: expect.stringContaining("shoe_size") },
  })
})

it("an evaluation of which the process is gone is marked as failed, one that is worked on is not", async () => {
  const group = await anAutomaticGroup(app)
  const running = async (id: string, heard: string) =>
    app.db.query(
      `insert into customer_group_operation (id, group_id, type, status, updated_at)
       values ($1, $2, 'evaluate', 'running', now() - $3::interval)`,
      [id, group.id, heard],
    )
  await running("cgop_dead", "2 minutes")
  await running("cgop_alive", "5 seconds")

  expect(await app.groups.failAbandonedOperations()).toBe(1)

  expect(await app.groups.retrieveOperation("cgop_dead")).toMatchObject({ status: "failed" })
  expect(await app.groups.retrieveOperation("cgop_alive")).toMatchObject({ status: "running", error: null })
})

describe("an evaluation that nobody asked for", () => {
  const guard = { share: 0.5, people: 2 }
  const some = async (count: number, first_name: string) => {
    const customers = await customersOf(app, count)
    await app.db.query("update customer set first_name = $1 where id = any($2)", [
      first_name,
      customers.map(({ id }) => id),
    ])
    return customers
  }
  const byItself = (group: { id: string }) => app.groups.evaluateGroup({ group_id: group.id, reason: "time_passed" })

  it("leaves no trace when it moves nobody", async () => {
    const group = await anAutomaticGroup(app)
    expect(await byItself(group)).toBeNull()
    expect(await historyOf(group)).toEqual([["set_criteria", "succeeded", 0, 0]])
  })

  it("is held when it would move too many, and holds what comes after it", async () => {
    await some(3, "Anna")
    const group = await anAutomaticGroup(app, named("Anna"), { guard })

    const held = await byItself(group)
    expect(held).toMatchObject({ status: "held", joined: 0, details: { joins: 3, leaves: 0 } })
    expect(await sourcesOf(app, group)).toEqual({})
    expect(await byItself(group)).toBeNull()
  })

  it("takes what moved in the day before together with what would move", async () => {
    const first = await some(2, "Anna")
    const group = await anAutomaticGroup(app, named("Anna"), { guard })
    expect(await byItself(group)).toMatchObject({ status: "succeeded", joined: 2 })
    await app.db.query("update customer set first_name = 'Ben' where id = $1", [first[0]!.id])
    expect(await byItself(group)).toMatchObject({ status: "held" })
  })

  it("moves any number when the guard is off", async () => {
    await some(3, "Anna")
    const group = await anAutomaticGroup(app, named("Anna"), { guard: { off: true } })
    expect(await byItself(group)).toMatchObject({ status: "succeeded", joined: 3 })
  })

  it("is written when a person applies it, under its own name", async () => {
    await some(3, "Anna")
    const group = await anAutomaticGroup(app, named("Anna"), { guard })
    const held = await byItself(group)

    const applied = await app.groups.applyHeldEvaluation({ operation_id: held!.id, actor })

    expect(applied).toMatchObject({ id: held!.id, status: "succeeded", joined: 3, actor_id: "user_1" })
    expect((await app.groups.listOperationChanges(held!.id)).count).toBe(3)
    await expect(app.groups.applyHeldEvaluation({ operation_id: held!.id })).rejects.toThrow("not held")
  })

  it("is held again when it has grown beyond what the person saw", async () => {
    await some(3, "Anna")
    const group = await anAutomaticGroup(app, named("Anna"), { guard })
    const held = await byItself(group)
    await some(3, "Anna")

    expect(await app.groups.applyHeldEvaluation({ operation_id: held!.id, actor })).toMatchObject({
      status: "held",
      details: { joins: 6 },
    })
    expect(await sourcesOf(app, group)).toEqual({})
  })

  it("pauses the group when a person discards it", async () => {
    await some(3, "Anna")
    const group = await anAutomaticGroup(app, named("Anna"), { guard })
    const held = await byItself(group)

    expect(await app.groups.discardHeldEvaluation({ operation_id: held!.id, actor })).toMatchObject({
      status: "discarded",
      details: { joins: 3 },
    })
    expect((await app.groups.retrieveCriteria(group.id))!.status).toBe("paused")
  })

  describe("and is held", () => {
    const aHeldGroup = async () => {
      await some(3, "Anna")
      const group = await anAutomaticGroup(app, named("Anna"), { guard })
      return { group, held: (await byItself(group))! }
    }
    const stateOf = async ({ id }: { id: string }) => {
      const { status, details } = await app.groups.retrieveOperation(id)
      return { status, superseded_by: details?.superseded_by }
    }

    it("is closed by other criteria, without a pause: it spoke of those that are no more", async () => {
      const { group, held } = await aHeldGroup()
      const { operation_id } = await app.groups.setCriteria({ group_id: group.id, criteria: named("Ben"), guard })
      expect(await stateOf(held)).toEqual({ status: "discarded", superseded_by: operation_id })
      expect((await app.groups.retrieveCriteria(group.id))!.status).toBe("active")
      await some(1, "Ben")
      expect(await byItself(group)).toMatchObject({ status: "succeeded", joined: 1 })
    })

    it("is closed when the criteria are removed", async () => {
      const { group, held } = await aHeldGroup()
      const { id } = await app.groups.removeCriteria({ group_id: group.id, members: "keep" })
      expect(await stateOf(held)).toEqual({ status: "discarded", superseded_by: id })
    })

    it("is closed when a person has the group evaluated", async () => {
      const { group, held } = await aHeldGroup()
      const evaluation = await app.groups.evaluateGroup({ group_id: group.id, actor })
      expect(evaluation).toMatchObject({ status: "succeeded", joined: 3 })
      expect(await stateOf(held)).toEqual({ status: "discarded", superseded_by: evaluation!.id })
    })

    it("waits again when what had closed it is taken back", async () => {
      const { group, held } = await aHeldGroup()
      const { operation_id } = await app.groups.setCriteria({ group_id: group.id, criteria: named("Ben") })
      await app.groups.takeBackOperations([operation_id], "A later step failed.")
      expect(await stateOf(held)).toEqual({ status: "held", superseded_by: undefined })
    })
  })
})

describe("by hand in an automatic group", () => {
  const filled = async () => {
    const anna = await aCustomer(app, { first_name: "Anna" })
    const group = await anAutomaticGroup(app)
    await app.groups.evaluateGroup({ group_id: group.id })
    return { anna, group }
  }
  const excluded = async (group: { id: string }) =>
    (await app.groups.listExclusions(group.id)).exclusions.map(({ customer_id }) => customer_id)

  it("who is removed stays out although the criteria match", async () => {
    const { anna, group } = await filled()
    await app.groups.changeMembers({ group_id: group.id, remove: { ids: [anna.id] }, actor })
    expect(await app.groups.evaluateGroup({ group_id: group.id })).toMatchObject({ joined: 0 })
    expect((await app.groups.listExclusions(group.id)).exclusions).toMatchObject([
      { customer_id: anna.id, email: anna.email, until: null, is_in_force: true, actor_id: "user_1" },
    ])
  })

  it("who was no member is not excluded by being removed", async () => {
    const { group } = await filled()
    const ben = await aCustomer(app)
    await app.groups.changeMembers({ group_id: group.id, remove: { ids: [ben.id] } })
    expect(await excluded(group)).toEqual([])
  })

  it("all who are removed by a filter stay out", async () => {
    const { anna, group } = await filled()
    await app.groups.changeMembers({ group_id: group.id, remove: { filter: {} } })
    expect(await excluded(group)).toEqual([anna.id])
  })

  it("adding lets a customer in again, as picked by hand", async () => {
    const { anna, group } = await filled()
    await app.groups.changeMembers({ group_id: group.id, remove: { ids: [anna.id] } })
    await app.groups.changeGroupsOfCustomer({ customer_id: anna.id, add: [group.id] })
    expect(await excluded(group)).toEqual([])
    await app.groups.setCriteria({ group_id: group.id, criteria: named("Ben") })
    await app.groups.evaluateGroup({ group_id: group.id })
    expect(await sourcesOf(app, group)).toEqual({ [anna.id]: "manual" })
  })

  it("taking back an operation takes back its exclusions, and brings back those it lifted", async () => {
    const { anna, group } = await filled()
    const removed = await app.groups.changeMembers({ group_id: group.id, remove: { ids: [anna.id] } })
    const added = await app.groups.changeMembers({ group_id: group.id, add: { ids: [anna.id] } })

    await app.groups.takeBackOperations([added.id], "A later step failed.")
    expect(await excluded(group)).toEqual([anna.id])
    await app.groups.takeBackOperations([removed.id], "A later step failed.")
    expect(await excluded(group)).toEqual([])
    expect(await sourcesOf(app, group)).toEqual({ [anna.id]: "criteria" })
  })

  it("nobody is excluded from a group without criteria", async () => {
    const anna = await aCustomer(app)
    const group = await aGroup(app, { members: [anna] })
    await app.groups.changeMembers({ group_id: group.id, remove: { ids: [anna.id] } })
    expect(await excluded(group)).toEqual([])
  })
})

describe("without its criteria", () => {
  it.each([
    ["keeps members as if picked by hand", "keep" as const, "manual"],
    ["lets members by criteria go", "remove" as const, undefined],
  ])("a group %s", async (_, members, source) => {
    const anna = await aCustomer(app, { first_name: "Anna" })
    const ben = await aCustomer(app)
    const group = await anAutomaticGroup(app)
    await app.groups.evaluateGroup({ group_id: group.id })
    await app.groups.changeMembers({ group_id: group.id, add: { ids: [ben.id] } })

    await app.groups.removeCriteria({ group_id: group.id, members, actor })

    expect(await sourcesOf(app, group)).toEqual({ [ben.id]: "manual", ...(source ? { [anna.id]: source } : {}) })
    expect(await app.groups.retrieveCriteria(group.id)).toBeNull()
    expect((await app.groups.retrieveGroupOverview(group.id)).kind).toBe("manual")
  })
})

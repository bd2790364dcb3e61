import { excludeCustomersWorkflow } from "../../src/workflows"
import { aCustomer, aGroup, anEvaluatedGroup, customersOf, insertRow, sourcesOf } from "../helpers/fixtures"
import { expectLogToBeTrue } from "../helpers/log"
import { startModuleApp, type ModuleApp } from "../helpers/module-app"

/** Customers who stay out of an automatic group although its criteria match. */

let app: ModuleApp
beforeAll(async () => {
  app = await startModuleApp()
})
beforeEach(() => app.reset())
afterEach(() => expectLogToBeTrue(app))
afterAll(() => app.stop())

const actor = { type: "user" as const, id: "user_1" }
const tomorrow = () => new Date(Date.now() + 86_400_000)

/** A group of all who are called Anna, with one of them in it. */
const filled = async () => {
  const anna = await aCustomer(app, { first_name: "Anna" })
  const group = await anEvaluatedGroup(app)
  return { anna, group }
}

const excluded = async (group: { id: string }) =>
  (await app.groups.listExclusions(group.id)).exclusions.map(({ customer_id, reason, until }) => ({
    customer_id,
    reason,
    until,
  }))

const exclude = (group: { id: string }, customers: { id: string }[], said: object = {}) =>
  app.groups.excludeCustomers({ group_id: group.id, ids: customers.map(({ id }) => id), actor, ...said })

const lift = (group: { id: string }, customer: { id: string }) =>
  app.groups.liftExclusion({ group_id: group.id, customer_id: customer.id, actor })

describe("excluding", () => {
  it("takes out members at once, whoever put them there, and logs it under the operation", async () => {
    const { anna, group } = await filled()
    const ben = await aCustomer(app)
    await app.groups.changeMembers({ group_id: group.id, add: { ids: [ben.id] } })

    const operation = await exclude(group, [anna, ben], { reason: "Returns everything" })

    expect(operation).toMatchObject({
      type: "exclude",
      status: "succeeded",
      reason: "by_hand",
      left: 2,
      actor_id: "user_1",
      details: { excluded: 2, reason: "Returns everything", until: null },
    })
    expect(await sourcesOf(app, group)).toEqual({})
    expect((await app.groups.listOperationChanges(operation.id)).count).toBe(2)
  })

  it("keeps out who never was a member", async () => {
    const { anna, group } = await filled()
    const second = await aCustomer(app, { first_name: "Anna" })
    await exclude(group, [second])
    expect(await app.groups.evaluateGroup({ group_id: group.id })).toMatchObject({ joined: 0, left: 0 })
    expect(Object.keys(await sourcesOf(app, group))).toEqual([anna.id])
  })

  it("holds until its end, and no longer", async () => {
    const { anna, group } = await filled()
    await exclude(group, [anna], { until: tomorrow() })
    expect(await app.groups.evaluateGroup({ group_id: group.id })).toMatchObject({ joined: 0 })
    await app.db.query("update customer_group_exclusion set until = now() - interval '1 second'")
    expect(await app.groups.evaluateGroup({ group_id: group.id })).toMatchObject({ joined: 1 })
  })

  it("says anew what is said of an exclusion that stands", async () => {
    const { anna, group } = await filled()
    await exclude(group, [anna], { reason: "First" })
    await exclude(group, [anna], { reason: "Second", until: "2099-01-01" })
    expect(await excluded(group)).toEqual([
      { customer_id: anna.id, reason: "Second", until: new Date("2099-01-01T00:00:00Z") },
    ])
  })

  it("is refused in a manual group", async () => {
    const anna = await aCustomer(app)
    const group = await aGroup(app, { members: [anna] })
    const refusal = { type: "not_allowed", message: expect.stringContaining("no criteria") }
    await expect(exclude(group, [anna])).rejects.toMatchObject(refusal)
    for (const change of [
      { exclude: { ids: [anna.id] } },
      { remove: { ids: [anna.id] }, reason: "Returns everything" },
    ]) {
      await expect(app.groups.changeMembers({ group_id: group.id, ...change })).rejects.toMatchObject(refusal)
    }
    expect(Object.keys(await sourcesOf(app, group))).toEqual([anna.id])
  })

  it.each([
    ["no ids", { ids: [] }, /^ids: /],
    ["ids that do not exist", { ids: ["cus_none"] }, /^ids: 1 of 1 customers do not exist: cus_none/],
    ["a blank reason", { reason: " " }, /^reason: /],
    ["a reason over 255 characters", { reason: "x".repeat(256) }, /^reason: 256 characters/],
    ["an end that is no date", { until: "soon" }, /^until: /],
    ["an end that is over", { until: "2020-01-01" }, /^until: Must be in the future/],
  ])("is refused with %s, and changes nothing", async (_what, said, message) => {
    const { anna, group } = await filled()
    await expect(exclude(group, [anna], said)).rejects.toThrow(message)
    expect(await sourcesOf(app, group)).toEqual({ [anna.id]: "criteria" })
    expect(await excluded(group)).toEqual([])
  })

  it("of a group that does not exist is refused", async () => {
    await expect(exclude({ id: "cusgroup_none" }, [await aCustomer(app)])).rejects.toMatchObject({ type: "not_found" })
  })
})

describe("a change of members", () => {
  it("excludes by id, adds and removes as one operation", async () => {
    const { anna, group } = await filled()
    const [ben, cleo] = await customersOf(app, 2)
    await app.groups.changeMembers({ group_id: group.id, add: { ids: [ben!.id] } })

    const operation = await app.groups.changeMembers({
      group_id: group.id,
      add: { ids: [cleo!.id] },
      remove: { ids: [ben!.id] },
      exclude: { ids: [anna.id] },
      reason: "Asked us to",
      until: "2099-01-01",
      actor,
    })

    expect(operation).toMatchObject({ type: "change_members", joined: 1, left: 2, details: { reason: "Asked us to" } })
    expect(await sourcesOf(app, group)).toEqual({ [cleo!.id]: "manual" })
    const until = new Date("2099-01-01T00:00:00Z")
    expect(new Set(await excluded(group))).toEqual(
      new Set([anna, ben!].map(({ id }) => ({ customer_id: id, reason: "Asked us to", until }))),
    )
  })

  it("excludes all members that match a filter, but some", async () => {
    const { anna, group } = await filled()
    const second = await aCustomer(app, { first_name: "Anna" })
    await app.groups.evaluateGroup({ group_id: group.id })
    await app.groups.changeMembers({ group_id: group.id, exclude: { filter: { q: "anna" }, except: [second.id] } })
    expect(Object.keys(await sourcesOf(app, group))).toEqual([second.id])
    expect((await excluded(group)).map(({ customer_id }) => customer_id)).toEqual([anna.id])
  })

  it("does not add whom it excludes, though the filter to add matches them", async () => {
    const { anna, group } = await filled()
    const ben = await aCustomer(app)
    await app.groups.changeMembers({ group_id: group.id, add: { filter: {} }, exclude: { ids: [anna.id] } })
    expect(await sourcesOf(app, group)).toEqual({ [ben.id]: "manual" })
  })

  it.each([
    ["the same id to add and to exclude", (id: string) => ({ add: { ids: [id] }, exclude: { ids: [id] } })],
    ["a filter to add and one to exclude", () => ({ add: { filter: {} }, exclude: { filter: {} } })],
  ])("is refused with %s", async (_what, change) => {
    const { anna, group } = await filled()
    await expect(app.groups.changeMembers({ group_id: group.id, ...change(anna.id) })).rejects.toThrow(/^exclude: /)
    expect(await sourcesOf(app, group)).toEqual({ [anna.id]: "criteria" })
  })
})

describe("lifting an exclusion", () => {
  it("lets who matches come back at once, as a member by criteria", async () => {
    const { anna, group } = await filled()
    await exclude(group, [anna], { reason: "Returns everything" })

    const operation = await lift(group, anna)

    expect(operation).toMatchObject({
      type: "lift_exclusion",
      joined: 1,
      left: 0,
      actor_id: "user_1",
      details: { customer_id: anna.id, reason: "Returns everything" },
    })
    expect(await sourcesOf(app, group)).toEqual({ [anna.id]: "criteria" })
    expect(await excluded(group)).toEqual([])
    expect((await app.groups.listOperationChanges(operation.id)).changes).toMatchObject([
      { customer_id: anna.id, change: "joined" },
    ])
  })

  it("moves nobody else", async () => {
    const { anna, group } = await filled()
    const second = await aCustomer(app, { first_name: "Anna" })
    await exclude(group, [anna])
    await lift(group, anna)
    expect(await sourcesOf(app, group)).not.toHaveProperty(second.id)
  })

  it("leaves out who does not match", async () => {
    const { group } = await filled()
    const ben = await aCustomer(app, { first_name: "Ben" })
    await exclude(group, [ben])
    expect(await lift(group, ben)).toMatchObject({ joined: 0 })
  })

  it.each([
    ["paused", (group: { id: string }) => app.groups.pauseGroup({ group_id: group.id })],
    ["manual by now", (group: { id: string }) => app.groups.removeCriteria({ group_id: group.id, members: "keep" })],
  ])("is possible in a group that is %s, where nobody comes in by it", async (_what, become) => {
    const { anna, group } = await filled()
    await exclude(group, [anna])
    await become(group)
    expect(await lift(group, anna)).toMatchObject({ status: "succeeded", joined: 0 })
    expect(await excluded(group)).toEqual([])
  })

  it("of somebody who is not excluded is refused", async () => {
    const { anna, group } = await filled()
    await expect(lift(group, anna)).rejects.toMatchObject({ type: "not_found" })
  })
})

describe("taking back", () => {
  it("an exclusion brings members back with their sources, and what was said before", async () => {
    const { anna, group } = await filled()
    const [ben, cleo] = await customersOf(app, 2)
    await insertRow(app.db, group, ben!)
    await exclude(group, [cleo!], { reason: "First" })
    const operation = await exclude(group, [anna, ben!, cleo!], { reason: "Second" })

    await app.groups.takeBackOperations([operation.id], "A later step failed.")

    expect(await sourcesOf(app, group)).toEqual({ [anna.id]: "criteria", [ben!.id]: "manual" })
    expect(await excluded(group)).toEqual([{ customer_id: cleo!.id, reason: "First", until: null }])
  })

  it("a lifted exclusion keeps the customer out again", async () => {
    const { anna, group } = await filled()
    await exclude(group, [anna], { reason: "First" })
    const operation = await lift(group, anna)
    await app.groups.takeBackOperations([operation.id], "A later step failed.")
    expect(await sourcesOf(app, group)).toEqual({})
    expect(await excluded(group)).toEqual([{ customer_id: anna.id, reason: "First", until: null }])
  })
})

it("takes one after the other who exclude and lift at once", async () => {
  const { anna, group } = await filled()
  await exclude(group, [anna])
  const lifts = Array.from({ length: 6 }, () => lift(group, anna).catch(({ type }) => expect(type).toBe("not_found")))
  const excludes = Array.from({ length: 6 }, (_, index) => exclude(group, [anna], { reason: `Number ${index}` }))
  await Promise.all([...lifts, ...excludes])
  expect(Object.keys(await sourcesOf(app, group)).length + (await excluded(group)).length).toBe(1)
})

it("excludes thousands at once", async () => {
  const { rows } = await app.db.query(
    "insert into customer (id, email, first_name) select 'cus_' || i, i || '@many.example', 'Anna' from generate_series(1, 20000) i returning id",
  )
  const group = await anEvaluatedGroup(app)
  const { result } = await excludeCustomersWorkflow(app.container).run({
    input: { group_id: group.id, ids: rows.map(({ id }) => id) },
  })
  expect(result).toMatchObject({ left: 20_000 })
  expect((await app.groups.listExclusions(group.id)).count).toBe(20_000)

  await exclude(group, rows, { reason: "Said anew" })
  expect((await app.groups.listExclusions(group.id)).count).toBe(20_000)
})

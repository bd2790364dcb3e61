import { createStep, createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { DuplicateGroupInput } from "../../src/types"
import { createAutomaticGroupWorkflow, duplicateGroupWorkflow } from "../../src/workflows"
import { listen, relayAll, spoken } from "../helpers/events"
import { aCustomer, aGroup, anAutomaticGroup, customersOf, named, sourcesOf } from "../helpers/fixtures"
import { expectLogToBeTrue, logOf } from "../helpers/log"
import { startModuleApp, type ModuleApp } from "../helpers/module-app"

let app: ModuleApp
beforeAll(async () => {
  app = await startModuleApp()
})
beforeEach(() => app.reset())
afterEach(() => expectLogToBeTrue(app))
afterAll(() => app.stop())

const actor = { type: "user" as const, id: "user_1" }

const duplicate = async (group: { id: string }, input: Partial<DuplicateGroupInput> = {}) =>
  (await duplicateGroupWorkflow(app.container).run({ input: { group_id: group.id, actor, ...input } })).result

const tables = [
  "customer_group",
  "customer_group_state",
  "customer_group_customer",
  "customer_group_criteria",
  "customer_group_exclusion",
]
const rowsOf = async (table: string) => (await app.db.query(`select * from ${table} order by id`)).rows
const standing = () => Promise.all(tables.map(rowsOf))

describe("a copy of a manual group", () => {
  it("has its metadata and its customers, from now on and by whom copied it", async () => {
    const [anna, ben] = await customersOf(app, 2)
    const group = await app.customers.createCustomerGroups({ name: "VIP", metadata: { tier: 1, code: "007" } })
    await app.groups.changeMembers({ group_id: group.id, add: { ids: [anna!.id, ben!.id] } })
    await app.db.query("update customer_group_customer set created_at = '2020-01-01'")

    const { customer_group: copy, operation } = await duplicate(group)

    expect(operation).toBeUndefined()
    expect(await app.customers.retrieveCustomerGroup(copy.id)).toMatchObject({
      name: "VIP (copy)",
      metadata: { tier: 1, code: "007" },
    })
    expect(await sourcesOf(app, copy)).toEqual({ [anna!.id]: "manual", [ben!.id]: "manual" })
    const { members } = await app.groups.listMembers(copy.id)
    for (const { joined_at } of members) expect(new Date(joined_at).getFullYear()).toBeGreaterThan(2020)
    const { rows } = await app.db.query(
      "select distinct created_by from customer_group_customer where customer_group_id = $1",
      [copy.id],
    )
    expect(rows).toEqual([{ created_by: "user_1" }])
    expect(await app.groups.retrieveGroupOverview(copy.id)).toMatchObject({ kind: "manual", member_count: 2 })
  })

  it("leaves out customers who are deleted, and takes somebody with two memberships once", async () => {
    const [anna, gone] = await customersOf(app, 2)
    const group = await aGroup(app, { members: [anna!, gone!] })
    await app.customers.addCustomerToGroup({ customer_id: anna!.id, customer_group_id: group.id })
    await app.customers.softDeleteCustomers([gone!.id])

    const { customer_group: copy } = await duplicate(group)

    expect(await logOf(app, copy, { anna: anna! })).toEqual(["joined anna"])
  })

  it("is one entry in the history, with the customers that it took over", async () => {
    const [anna] = await customersOf(app, 1)
    const group = await aGroup(app, { name: "VIP", members: [anna!] })

    const { customer_group: copy } = await duplicate(group)

    const { operations } = await app.groups.listOperations(copy.id)
    expect(operations).toMatchObject([
      {
        type: "create",
        status: "succeeded",
        joined: 1,
        actor_id: "user_1",
        details: { name: "VIP (copy)", copy_of: { id: group.id, name: "VIP" } },
      },
    ])
    const { changes } = await app.groups.listOperationChanges(operations[0]!.id)
    expect(changes).toMatchObject([{ customer_id: anna!.id, change: "joined", source: "manual" }])
  })

  it("tells others that there is a group and how many are in it, but not of each customer", async () => {
    const group = await aGroup(app, { members: await customersOf(app, 2) })
    await relayAll(app)
    const heard = listen(app)

    await duplicate(group)
    await relayAll(app)

    expect(heard.map(({ name }) => name)).toContain("group-created")
    expect(spoken(heard.filter(({ name }) => name !== "group-created"))).toEqual(["members-changed +2 -0 by_hand"])
  })
})

describe("a copy of an automatic group", () => {
  /** Anna matches, Ben was picked by hand, Cleo matches and is excluded, Dora was excluded until a while ago. */
  const filled = async () => {
    const [anna, cleo, dora] = await Promise.all(
      ["Anna", "Anna", "Anna"].map((first_name) => aCustomer(app, { first_name })),
    )
    const ben = await aCustomer(app)
    const group = await anAutomaticGroup(app, named("Anna"), { stay: { days: 3 }, guard: { off: true } })
    await app.groups.excludeCustomers({
      group_id: group.id,
      ids: [cleo!.id],
      reason: "Returns all",
      until: "2099-01-01",
    })
    await app.groups.excludeCustomers({ group_id: group.id, ids: [dora!.id] })
    await app.db.query("update customer_group_exclusion set until = now() - interval '1 hour' where customer_id = $1", [
      dora!.id,
    ])
    await app.groups.changeMembers({ group_id: group.id, add: { ids: [ben.id] } })
    await app.groups.evaluateGroup({ group_id: group.id })
    return { group, anna: anna!, ben, cleo: cleo!, dora: dora! }
  }

  it("has criteria, stay, guard, exclusions and customers by hand, and is evaluated", async () => {
    const { group, anna, ben, cleo, dora } = await filled()

    const { customer_group: copy, operation } = await duplicate(group)

    expect(operation).toMatchObject({ type: "evaluate", status: "succeeded", joined: 2, actor_id: "user_1" })
    expect(await sourcesOf(app, copy)).toEqual({ [anna.id]: "criteria", [ben.id]: "manual", [dora.id]: "criteria" })
    expect(await app.groups.retrieveCriteria(copy.id)).toMatchObject({
      criteria: named("Anna"),
      stay: { days: 3 },
      guard: { off: true },
      status: "active",
      version: 1,
    })
    const { exclusions } = await app.groups.listExclusions(copy.id)
    expect(exclusions).toMatchObject([{ customer_id: cleo.id, reason: "Returns all", is_in_force: true }])
    expect(new Date(exclusions[0]!.until!).getUTCFullYear()).toBe(2099)
    const { operations } = await app.groups.listOperations(copy.id)
    expect(operations.map(({ type, joined }) => `${type} ${joined}`)).toEqual(["evaluate 2", "create 1"])
  })

  it("leaves the group as it was", async () => {
    const { group } = await filled()
    const before = [await app.groups.retrieveCriteria(group.id), await sourcesOf(app, group)]
    const { exclusions } = await app.groups.listExclusions(group.id)

    await duplicate(group)

    expect([await app.groups.retrieveCriteria(group.id), await sourcesOf(app, group)]).toEqual(before)
    expect((await app.groups.listExclusions(group.id)).exclusions).toEqual(exclusions)
  })

  it("follows its criteria, also where the group was paused", async () => {
    const anna = await aCustomer(app, { first_name: "Anna" })
    const group = await anAutomaticGroup(app)
    await app.groups.pauseGroup({ group_id: group.id })

    const { customer_group: copy } = await duplicate(group)

    expect(await app.groups.retrieveCriteria(copy.id)).toMatchObject({ status: "active" })
    expect(await sourcesOf(app, copy)).toEqual({ [anna.id]: "criteria" })
  })

  it("is refused while what the criteria read is being counted, and nothing is written", async () => {
    const criteria = { all: [{ attribute: "order_count", operator: "gte", value: 1 }] }
    const { result } = await createAutomaticGroupWorkflow(app.container).run({ input: { name: "Buyers", criteria } })
    await app.groups.foldOutbox()
    const before = await standing()
    await app.db.query("update customer_statistics_state set status = 'building'")
    try {
      await expect(duplicate(result.customer_group)).rejects.toMatchObject({
        message: expect.stringContaining("statistics_building"),
      })
    } finally {
      await app.db.query("update customer_statistics_state set status = 'ready'")
    }
    expect(await standing()).toEqual(before)
  })

  it("is refused when the criteria have become invalid, naming the place", async () => {
    const group = await anAutomaticGroup(app)
    await app.db.query(
      `update customer_group_criteria set criteria = '{"all": [{"attribute": "gone", "operator": "eq", "value": 1}]}'`,
    )
    const before = await standing()
    await expect(duplicate(group)).rejects.toMatchObject({ message: expect.stringMatching(/^criteria\.all\[0\]/) })
    expect(await standing()).toEqual(before)
  })
})

describe("the name of a copy", () => {
  it("is the next one that is free", async () => {
    const group = await aGroup(app, { name: "VIP" })
    const names: string[] = []
    for (let left = 3; left; left--) names.push((await duplicate(group)).customer_group.name)
    const ofCopy = await duplicate((await app.customers.listCustomerGroups({ name: "VIP (copy)" }))[0]!)
    expect([...names, ofCopy.customer_group.name]).toEqual([
      "VIP (copy)",
      "VIP (copy 2)",
      "VIP (copy 3)",
      "VIP (copy 4)",
    ])
  })

  it("can be given, with other metadata or none", async () => {
    const group = await app.customers.createCustomerGroups({ name: "VIP", metadata: { tier: 1 } })
    const { customer_group: gold } = await duplicate(group, { name: "Gold", metadata: { tier: 2 } })
    expect(gold).toMatchObject({ name: "Gold", metadata: { tier: 2 } })
    expect((await duplicate(group, { metadata: null })).customer_group.metadata).toBeNull()
  })

  it.each([
    ["blank", " ", /^name: /],
    ["too long", "x".repeat(256), /^name: /],
    ["taken", "VIP", /already exists/],
  ])("is refused when it is %s, and nothing is written", async (_what, name, message) => {
    const group = await aGroup(app, { name: "VIP" })
    const before = await standing()
    await expect(duplicate(group, { name })).rejects.toMatchObject({ message: expect.stringMatching(message) })
    expect(await standing()).toEqual(before)
  })

  it("is of a group that exists", async () => {
    await expect(duplicate({ id: "cusgroup_none" })).rejects.toMatchObject({ type: "not_found" })
  })
})

describe("when something fails", () => {
  const fail = createStep("test-duplicate-fail", async () => {
    throw new Error("wanted")
  })
  /** Another plugin's workflow that duplicates a group and fails afterwards. */
  const duplicateAndFail = createWorkflow("test-duplicate-and-fail", (input: DuplicateGroupInput) => {
    duplicateGroupWorkflow.runAsStep({ input })
    fail()
    return new WorkflowResponse(input)
  })

  it("a later step of another workflow takes the copy away, with members, criteria and exclusions", async () => {
    const [anna, ben, cleo] = [await aCustomer(app, { first_name: "Anna" }), await aCustomer(app), await aCustomer(app)]
    const group = await anAutomaticGroup(app)
    await app.groups.changeMembers({ group_id: group.id, add: { ids: [ben.id] } })
    await app.groups.excludeCustomers({ group_id: group.id, ids: [cleo.id] })
    await app.groups.evaluateGroup({ group_id: group.id })
    expect(Object.keys(await sourcesOf(app, group)).sort()).toEqual([anna.id, ben.id].sort())
    await relayAll(app)
    const before = await standing()
    const heard = listen(app)

    await expect(duplicateAndFail(app.container).run({ input: { group_id: group.id } })).rejects.toMatchObject({
      message: "wanted",
    })
    await relayAll(app)

    expect(await standing()).toEqual(before)
    expect(heard).toEqual([])
  })

  it("the evaluation of the copy takes it away as well", async () => {
    const ben = await aCustomer(app)
    const group = await anAutomaticGroup(app)
    await app.groups.changeMembers({ group_id: group.id, add: { ids: [ben.id] } })
    await relayAll(app)
    const before = await standing()
    const evaluate = jest.spyOn(app.groups, "evaluateGroup").mockRejectedValue(new Error("the database is away"))

    await expect(duplicate(group)).rejects.toMatchObject({ message: "the database is away" })
    evaluate.mockRestore()
    await relayAll(app)

    expect(await standing()).toEqual(before)
  })
})

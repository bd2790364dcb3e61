import { createStep, createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { CombineGroupsInput } from "../../src/types"
import { COMBINE_WAYS } from "../../src/types/http/combinations"
import { combineGroupsWorkflow } from "../../src/workflows"
import { listen, relayAll, spoken } from "../helpers/events"
import { aCustomer, aGroup, anEvaluatedGroup, customersOf, insertRow, sourcesOf } from "../helpers/fixtures"
import { stateOf, undo } from "../helpers/history"
import { expectLogToBeTrue } from "../helpers/log"
import { startModuleApp, type ModuleApp } from "../helpers/module-app"
import { randomGroups } from "../helpers/random-groups"
import { combine as combined, readMembers, withByHand } from "../helpers/sets-model"

/** Groups that are taken together: union, intersection, difference. `SEEDS=100` for more random groups, `SEED=7` for one again. */

let app: ModuleApp
beforeAll(async () => {
  app = await startModuleApp()
})
beforeEach(() => app.reset())
afterEach(() => expectLogToBeTrue(app))
afterAll(() => app.stop())

const actor = { type: "user" as const, id: "user_1" }
const idsOf = (things: { id: string }[]) => things.map(({ id }) => id)

const combine = async (input: Omit<CombineGroupsInput, "actor">) =>
  (await combineGroupsWorkflow(app.container).run({ input: { created_by: "user_1", actor, ...input } })).result

const standing = async () =>
  Promise.all(
    ["customer_group", "customer_group_customer", "customer_group_exclusion", "customer_group_operation"].map(
      async (table) => (await app.db.query(`select * from ${table} order by id`)).rows,
    ),
  )

const SEED = process.env.SEED === undefined ? undefined : Number(process.env.SEED)
const seeds =
  SEED === undefined ? Array.from({ length: Number(process.env.SEEDS ?? 6) }, (_, index) => index + 1) : [SEED]

describe.each(COMBINE_WAYS)("the %s of random groups", (how) => {
  it.each(seeds)(
    "into one that is there is what a plain model says, and undone it is as it was (seed %i)",
    async (seed) => {
      const { groups, random } = await randomGroups(app, seed)
      const given = idsOf(random.several(groups, random.whole(2, 4)))
      const into = random.pick(groups).id
      const before = await readMembers(app, groups)
      const expected = combined(before, how, given)

      expect(await app.groups.countCombined({ how, group_ids: given })).toBe(expected.length)
      const operation = await app.groups.combineGroups({ how, group_ids: given, group_id: into, actor })

      expect(await readMembers(app, groups)).toEqual(withByHand(before, into, expected))
      expect(operation.joined).toBe(expected.filter((id) => !(id in before.sources[into]!)).length)
      await undo(app, operation)
      expect((await readMembers(app, groups)).sources).toEqual(before.sources)
    },
  )

  it.each(seeds)("into a new one is what a plain model says, and undone it is empty (seed %i)", async (seed) => {
    const { groups, random } = await randomGroups(app, seed)
    const given = idsOf(random.several(groups, random.whole(2, 4)))
    const before = await readMembers(app, groups)
    const expected = combined(before, how, given)

    const { customer_group, operation } = await combine({ how, group_ids: given, into: { name: "All of them" } })

    expect(await sourcesOf(app, customer_group!)).toEqual(Object.fromEntries(expected.map((id) => [id, "manual"])))
    expect(await readMembers(app, groups)).toEqual(before)
    await undo(app, operation)
    expect(await sourcesOf(app, customer_group!)).toEqual({})
  })
})

describe("combining into a new group", () => {
  it("makes it with name and metadata, by whom, and says in the history of what", async () => {
    const [anna, ben] = await customersOf(app, 2)
    const first = await aGroup(app, { name: "VIP", members: [anna!] })
    const second = await aGroup(app, { name: "Wholesale", members: [ben!] })

    const { customer_group, operation } = await combine({
      how: "union",
      group_ids: [second.id, first.id],
      into: { name: "Both", metadata: { tier: 1 } },
    })

    expect(await app.groups.retrieveGroupOverview(customer_group!.id)).toMatchObject({
      name: "Both",
      metadata: { tier: 1 },
      created_by: "user_1",
      kind: "manual",
      member_count: 2,
    })
    expect(operation).toMatchObject({
      type: "combine",
      status: "succeeded",
      reason: "by_hand",
      joined: 2,
      left: 0,
      actor_id: "user_1",
      can_undo: true,
      details: {
        how: "union",
        groups: [
          { id: second.id, name: "Wholesale" },
          { id: first.id, name: "VIP" },
        ],
      },
    })
    const { operations } = await app.groups.listOperations(customer_group!.id)
    expect(operations.map(({ type }) => type)).toEqual(["combine", "create"])
    expect((await app.groups.listOperationChanges(operation.id)).count).toBe(2)
  })

  it("tells others of the group and how many are in it, but not of each customer", async () => {
    const [first, second] = [await aGroup(app, { members: await customersOf(app, 2) }), await aGroup(app)]
    await relayAll(app)
    const heard = listen(app)

    await combine({ how: "union", group_ids: [first.id, second.id], into: { name: "Both" } })
    await relayAll(app)

    expect(heard.map(({ name }) => name)).toContain("group-created")
    expect(spoken(heard.filter(({ name }) => name !== "group-created"))).toEqual(["members-changed +2 -0 by_hand"])
  })
})

describe("combining into a group that is there", () => {
  it("keeps everybody it has, and makes who is in by criteria a member by hand", async () => {
    const anna = await aCustomer(app, { first_name: "Anna" })
    const other = await aCustomer(app, { first_name: "Anna" })
    const [ben] = await customersOf(app, 1)
    const into = await anEvaluatedGroup(app)
    const group = await aGroup(app, { members: [anna, ben!] })
    const before = await stateOf(app, into)

    const { customer_group, operation } = await combine({
      how: "union",
      group_ids: [group.id],
      into: { group_id: into.id },
    })

    expect(customer_group).toBeUndefined()
    expect(await sourcesOf(app, into)).toEqual({ [anna.id]: "manual", [ben!.id]: "manual", [other.id]: "criteria" })
    await undo(app, operation)
    expect(await stateOf(app, into)).toEqual(before)
  })

  it("lifts exclusions of who comes in, and undoing it puts them back", async () => {
    const anna = await aCustomer(app, { first_name: "Anna" })
    const into = await anEvaluatedGroup(app)
    await app.groups.excludeCustomers({ group_id: into.id, ids: [anna.id], reason: "Returns everything" })
    const group = await aGroup(app, { members: [anna] })
    const before = await stateOf(app, into)

    const { operation } = await combine({ how: "union", group_ids: [group.id], into: { group_id: into.id } })

    expect((await app.groups.listExclusions(into.id)).count).toBe(0)
    expect(await sourcesOf(app, into)).toEqual({ [anna.id]: "manual" })
    await undo(app, operation)
    expect(await stateOf(app, into)).toEqual(before)
  })

  it("takes that group as one of those that are combined", async () => {
    const [anna, ben] = await customersOf(app, 2)
    const group = await aGroup(app, { members: [anna!] })
    const other = await aGroup(app, { members: [anna!, ben!] })
    const { operation } = await combine({
      how: "union",
      group_ids: [group.id, other.id],
      into: { group_id: group.id },
    })
    expect(operation.joined).toBe(1)
    expect(Object.keys(await sourcesOf(app, group)).sort()).toEqual(idsOf([anna!, ben!]).sort())
  })

  it("counts somebody with two memberships once, and nobody who is deleted", async () => {
    const [anna, gone] = await customersOf(app, 2)
    const [first, second] = [await aGroup(app, { members: [anna!, gone!] }), await aGroup(app, { members: [anna!] })]
    await insertRow(app.db, first, anna!)
    await app.customers.softDeleteCustomers([gone!.id])
    for (const how of ["union", "intersection"] as const)
      expect(await app.groups.countCombined({ how, group_ids: [first.id, second.id] })).toBe(1)
    expect(await app.groups.countCombined({ how: "difference", group_ids: [first.id, second.id] })).toBe(0)
  })
})

describe("groups are not combined, and nothing is written,", () => {
  it.each([
    ["with a single one into a new one", (id: string) => ({ group_ids: [id] }), /^group_ids: 1 given; name 2 to 100/],
    [
      "with a single one for an intersection",
      (id: string) => ({ how: "intersection", group_ids: [id], into: { group_id: id } }),
      /^group_ids: 1 given; name 2 to 100/,
    ],
    ["with none", () => ({ group_ids: [] }), /^group_ids: 0 given/],
    [
      "with 101",
      () => ({ group_ids: Array.from({ length: 101 }, (_, index) => `cusgroup_${index}`) }),
      /^group_ids: 101 given/,
    ],
    ["with one named twice", (id: string) => ({ group_ids: [id, "x", id] }), /^group_ids: cusgroup_\w+ is named twice/],
    [
      "with one that does not exist",
      (id: string) => ({ group_ids: [id, "cusgroup_none"] }),
      /^group_ids: 1 of 2 customer groups do not exist: cusgroup_none\. Nothing was changed\.$/,
    ],
    [
      "into one that does not exist",
      (id: string, other: string) => ({ group_ids: [id, other], into: { group_id: "cusgroup_none" } }),
      /^into\.group_id: 1 of 1 customer groups do not exist/,
    ],
    ["into nothing", (id: string, other: string) => ({ group_ids: [id, other], into: {} }), /^into: /],
    ["in a way that there is not", (id: string, other: string) => ({ how: "xor", group_ids: [id, other] }), /^how: /],
    [
      "into one with a blank name",
      (id: string, other: string) => ({ group_ids: [id, other], into: { name: " " } }),
      /^name: /,
    ],
    [
      "into one with a name that is taken",
      (id: string, other: string) => ({ group_ids: [id, other], into: { name: "VIP" } }),
      /already exists/,
    ],
  ])("%s", async (_what, given, message) => {
    const [first, second] = [await aGroup(app, { name: "VIP", members: await customersOf(app, 1) }), await aGroup(app)]
    const before = await standing()
    const input = { how: "union", into: { name: "New" }, ...given(first.id, second.id) } as CombineGroupsInput
    await expect(combine(input)).rejects.toMatchObject({ message: expect.stringMatching(message) })
    expect(await standing()).toEqual(before)
  })

  it("with one that is deleted", async () => {
    const [first, second] = [await aGroup(app), await aGroup(app)]
    await app.customers.softDeleteCustomerGroups([second.id])
    await expect(
      combine({ how: "union", group_ids: [first.id, second.id], into: { name: "New" } }),
    ).rejects.toMatchObject({ type: "not_found", message: expect.stringContaining(second.id) })
  })
})

describe("when a later step of another workflow fails", () => {
  const fail = createStep("test-combine-fail", async () => {
    throw new Error("wanted")
  })
  const combineAndFail = createWorkflow("test-combine-and-fail", (input: CombineGroupsInput) => {
    combineGroupsWorkflow.runAsStep({ input })
    fail()
    return new WorkflowResponse(input)
  })
  const run = (input: CombineGroupsInput) =>
    expect(combineAndFail(app.container).run({ input })).rejects.toMatchObject({ message: "wanted" })

  it("there is no new group", async () => {
    const [first, second] = [await aGroup(app, { members: await customersOf(app, 2) }), await aGroup(app)]
    await run({ how: "union", group_ids: [first.id, second.id], into: { name: "Both" } })
    expect(await app.customers.listCustomerGroups({ name: "Both" })).toEqual([])
    const { rows } = await app.db.query(
      "select * from customer_group_customer where customer_group_id not in ($1, $2)",
      [first.id, second.id],
    )
    expect(rows).toEqual([])
  })

  it("a group that was there is as it was, with members by criteria and exclusions", async () => {
    const anna = await aCustomer(app, { first_name: "Anna" })
    const other = await aCustomer(app, { first_name: "Anna" })
    const into = await anEvaluatedGroup(app)
    await app.groups.excludeCustomers({ group_id: into.id, ids: [other.id] })
    const group = await aGroup(app, { members: [anna, other, ...(await customersOf(app, 1))] })
    const before = await stateOf(app, into)
    await run({ how: "union", group_ids: [group.id], into: { group_id: into.id } })
    expect(await stateOf(app, into)).toEqual(before)
  })
})

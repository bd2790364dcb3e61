import { createStep, createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { MoveMembersInput } from "../../src/types"
import { deleteGroupsWorkflow, moveMembersWorkflow, restoreGroupWorkflow } from "../../src/workflows"
import { aCustomer, aGroup, anEvaluatedGroup, customersOf, named, sourcesOf } from "../helpers/fixtures"
import { stateOf, undo } from "../helpers/history"
import { expectLogToBeTrue } from "../helpers/log"
import { startModuleApp, type ModuleApp } from "../helpers/module-app"
import { randomGroups } from "../helpers/random-groups"
import { readMembers, withByHand, without } from "../helpers/sets-model"

/** Members who go from one group to another. `SEEDS=100` for more random groups, `SEED=7` for one again. */

let app: ModuleApp
beforeAll(async () => {
  app = await startModuleApp()
})
beforeEach(() => app.reset())
afterEach(() => expectLogToBeTrue(app))
afterAll(() => app.stop())

const actor = { type: "user" as const, id: "user_1" }
const idsOf = (things: { id: string }[]) => things.map(({ id }) => id)

const move = (from: { id: string }, to: { id: string }, members: MoveMembersInput["members"]) =>
  app.groups.moveMembers({ group_id: from.id, to: to.id, members, actor })

/** Two groups by hand: Anna and Ben in the first, Ben and Cleo in the second. */
const two = async () => {
  const [anna, ben, cleo] = await customersOf(app, 3)
  const from = await aGroup(app, { name: "Trial", members: [anna!, ben!] })
  const to = await aGroup(app, { name: "Regular", members: [ben!, cleo!] })
  return { anna: anna!, ben: ben!, cleo: cleo!, from, to }
}

const statesOf = (...groups: { id: string }[]) => Promise.all(groups.map((group) => stateOf(app, group)))

const SEED = process.env.SEED === undefined ? undefined : Number(process.env.SEED)
const seeds =
  SEED === undefined ? Array.from({ length: Number(process.env.SEEDS ?? 8) }, (_, index) => index + 1) : [SEED]

it.each(seeds)("random members move as a plain model says, and undone all is as it was (seed %i)", async (seed) => {
  const { customers, groups, random } = await randomGroups(app, seed)
  const [from, to] = random.several(groups, 2)
  const { rows } = await app.db.query("select id from customer where deleted_at is null")
  const living = customers.filter(({ id }) => rows.some((row) => row.id === id))
  const some = idsOf(random.several(living, random.whole(1, 6)))
  const before = await readMembers(app, groups)
  const isByFilter = random.percent(50)
  const moving = Object.keys(before.sources[from!.id]!).filter((id) => some.includes(id) !== isByFilter)

  const [left, joined] = await move(from!, to!, isByFilter ? { filter: {}, except: some } : { ids: some })

  const after = withByHand(without(before, from!.id, moving, from!.isAutomatic), to!.id, moving)
  expect(await readMembers(app, groups)).toEqual(after)
  expect([left.left, joined.joined]).toEqual([
    moving.length,
    moving.filter((id) => !(id in before.sources[to!.id]!)).length,
  ])
  await undo(app, random.pick([left, joined]))
  expect((await readMembers(app, groups)).sources).toEqual(before.sources)
})

describe("moving", () => {
  it("is an operation on each group, with where they went and where they came from", async () => {
    const { anna, ben, cleo, from, to } = await two()

    const [left, joined] = await move(from, to, { ids: [anna.id, ben.id] })

    const said = { type: "move", status: "succeeded", reason: "by_hand", actor_id: "user_1", can_undo: true }
    expect(left).toMatchObject({
      ...said,
      group_id: from.id,
      joined: 0,
      left: 2,
      details: { to: { id: to.id, name: "Regular" } },
    })
    expect(joined).toMatchObject({
      ...said,
      group_id: to.id,
      joined: 1,
      left: 0,
      part_of_id: left.id,
      details: { from: { id: from.id, name: "Trial" } },
    })
    expect(await sourcesOf(app, from)).toEqual({})
    expect(Object.keys(await sourcesOf(app, to)).sort()).toEqual(idsOf([anna, ben, cleo]).sort())
    expect((await app.groups.listOperationChanges(left.id)).count).toBe(2)
    expect((await app.groups.listOperationChanges(joined.id)).changes).toMatchObject([
      { customer_id: anna.id, change: "joined", source: "manual" },
    ])
  })

  it("takes all members that match a filter, but some", async () => {
    const [anna, ben] = [await aCustomer(app, { has_account: true }), await aCustomer(app, { has_account: true })]
    const [guest] = await customersOf(app, 1)
    const from = await aGroup(app, { members: [anna, ben, guest!] })
    const to = await aGroup(app)
    await move(from, to, { filter: { has_account: true }, except: [ben.id] })
    expect(Object.keys(await sourcesOf(app, to))).toEqual([anna.id])
    expect(Object.keys(await sourcesOf(app, from)).sort()).toEqual(idsOf([ben, guest!]).sort())
  })

  it("passes over who is no member", async () => {
    const { anna, cleo, from, to } = await two()
    const [left] = await move(from, to, { ids: [anna.id, cleo.id] })
    expect(left.left).toBe(1)
  })

  it("out of an automatic group excludes them there, and undoing lifts that", async () => {
    const anna = await aCustomer(app, { first_name: "Anna" })
    const from = await anEvaluatedGroup(app)
    const to = await aGroup(app)
    const before = await statesOf(from, to)

    const [left] = await move(from, to, { ids: [anna.id] })

    expect((await app.groups.listExclusions(from.id)).exclusions).toMatchObject([{ customer_id: anna.id }])
    await app.groups.evaluateGroup({ group_id: from.id })
    expect(await sourcesOf(app, from)).toEqual({})
    await undo(app, left)
    expect(await statesOf(from, to)).toEqual(before)
  })

  it("into an automatic group makes them members by hand, and lifts their exclusions", async () => {
    const [anna, ben] = [await aCustomer(app, { first_name: "Anna" }), await aCustomer(app, { first_name: "Anna" })]
    const to = await anEvaluatedGroup(app, named("Anna"))
    await app.groups.excludeCustomers({ group_id: to.id, ids: [anna.id] })
    const from = await aGroup(app, { members: [anna, ben] })
    const before = await statesOf(from, to)

    const [, joined] = await move(from, to, { filter: {} })

    expect(await sourcesOf(app, to)).toEqual({ [anna.id]: "manual", [ben.id]: "manual" })
    expect((await app.groups.listExclusions(to.id)).count).toBe(0)
    await undo(app, joined)
    expect(await statesOf(from, to)).toEqual(before)
  })
})

describe("undoing a move", () => {
  it.each([
    ["where they left", 0],
    ["where they joined", 1],
  ])("undoes it in both groups, asked for %s", async (_where, asked) => {
    const { anna, ben, from, to } = await two()
    const before = await statesOf(from, to)
    const operations = await move(from, to, { ids: [anna.id, ben.id] })

    const undone = await undo(app, operations[asked]!)

    expect(await statesOf(from, to)).toEqual(before)
    expect(undone).toMatchObject({ type: "undo", undoes_id: operations[asked]!.id, details: { undoes: "move" } })
    for (const { id, group_id } of operations) {
      const [latest] = (await app.groups.listOperations(group_id)).operations
      expect(latest).toMatchObject({ type: "undo", undoes_id: id, can_undo: true })
      expect(await app.groups.retrieveOperation(id)).toMatchObject({ undone_by_id: latest!.id, can_undo: false })
    }
  })

  it.each([0, 1])("can be undone itself, and undone again, from either group (%i)", async (asked) => {
    const { anna, ben, from, to } = await two()
    const before = await statesOf(from, to)
    const operations = await move(from, to, { ids: [anna.id, ben.id] })
    const after = await statesOf(from, to)

    const undoOf = async (group: { id: string }) => (await app.groups.listOperations(group.id)).operations[0]!
    await undo(app, operations[asked]!)
    await undo(app, await undoOf([from, to][asked]!))
    const again = await statesOf(from, to)
    expect(again).toEqual(after)
    for (const { id } of operations)
      expect(await app.groups.retrieveOperation(id)).toMatchObject({ undone_by_id: null, can_undo: true })

    await undo(app, operations[1 - asked]!)
    expect(await statesOf(from, to)).toEqual(before)
  })

  it("leaves who was moved since in a group as they are there", async () => {
    const { anna, from, to } = await two()
    const [left] = await move(from, to, { ids: [anna.id] })
    await app.groups.changeMembers({ group_id: to.id, remove: { ids: [anna.id] } })

    expect(await undo(app, left)).toMatchObject({ joined: 1, details: { taken_back: 1, changed_since: 0 } })

    expect(await sourcesOf(app, from)).toHaveProperty(anna.id)
    const [latest] = (await app.groups.listOperations(to.id)).operations
    expect(latest).toMatchObject({ type: "undo", left: 0, details: { taken_back: 0, changed_since: 1 } })
  })

  it("is refused when all of it has been changed since, and changes nothing", async () => {
    const { anna, from, to } = await two()
    const [left] = await move(from, to, { ids: [anna.id] })
    await app.groups.changeMembers({ group_id: to.id, remove: { ids: [anna.id] } })
    await app.groups.changeMembers({ group_id: from.id, add: { ids: [anna.id] } })
    const before = await statesOf(from, to)
    await expect(undo(app, left)).rejects.toThrow("Nothing is left to undo: all 1 customers have been moved since.")
    expect(await statesOf(from, to)).toEqual(before)
  })

  it("leaves a deleted group alone, whose half can be undone once it is restored", async () => {
    const { anna, ben, cleo, from, to } = await two()
    const [left, joined] = await move(from, to, { ids: [anna.id] })
    await deleteGroupsWorkflow(app.container).run({ input: { ids: [to.id] } })
    await expect(undo(app, joined)).rejects.toThrow(to.id)

    await undo(app, left)
    expect(Object.keys(await sourcesOf(app, from)).sort()).toEqual(idsOf([anna, ben]).sort())

    await restoreGroupWorkflow(app.container).run({ input: { id: to.id } })
    await undo(app, joined)
    expect(Object.keys(await sourcesOf(app, to)).sort()).toEqual(idsOf([ben, cleo]).sort())
  })

  it("that is not to stand is taken back in both groups", async () => {
    const { anna, ben, from, to } = await two()
    const [left, joined] = await move(from, to, { ids: [anna.id, ben.id] })
    const after = await statesOf(from, to)
    for (const half of [left, joined]) {
      const { operation } = await app.groups.undoOperation({ operation_id: half.id })
      await app.groups.takeBackUndo(operation.id, "A later step failed.")
      expect(await statesOf(from, to)).toEqual(after)
    }
    await undo(app, joined)
    expect(await sourcesOf(app, from)).toHaveProperty(anna.id)
  })

  it("lets one of two who try at the same time, from either group", async () => {
    const { anna, from, to } = await two()
    const operations = await move(from, to, { ids: [anna.id] })
    const tried = await Promise.allSettled(operations.map((half) => undo(app, half)))
    expect(tried.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
  })
})

describe("members are not moved, and nothing changes,", () => {
  it.each([
    ["out of a group that does not exist", { group_id: "cusgroup_none" }, /cusgroup_none not found/],
    ["to one that does not exist", { to: "cusgroup_none" }, /^to: 1 of 1 customer groups do not exist: cusgroup_none/],
    ["who are no customers", { members: { ids: ["cus_none"] } }, /^members\.ids: 1 of 1 customers do not exist/],
    ["with an id that is none", { members: { ids: ["a\0b"] } }, /^members\.ids: /],
    ["with exceptions that are none", { members: { filter: {}, except: ["a\0b"] } }, /^members\.except: /],
  ])("%s", async (_what, given, message) => {
    const { anna, from, to } = await two()
    const before = await statesOf(from, to)
    const input = { group_id: from.id, to: to.id, members: { ids: [anna.id] }, ...given }
    await expect(app.groups.moveMembers(input)).rejects.toThrow(message)
    expect(await statesOf(from, to)).toEqual(before)
  })

  it("to the same group", async () => {
    const { anna, from } = await two()
    await expect(move(from, from, { ids: [anna.id] })).rejects.toThrow(/^to: Must be another group/)
  })
})

it("a later step of another workflow that fails puts both groups back", async () => {
  const fail = createStep("test-move-fail", async () => {
    throw new Error("wanted")
  })
  const moveAndFail = createWorkflow("test-move-and-fail", (input: MoveMembersInput) => {
    moveMembersWorkflow.runAsStep({ input })
    fail()
    return new WorkflowResponse(input)
  })
  const anna = await aCustomer(app, { first_name: "Anna" })
  const from = await anEvaluatedGroup(app)
  const to = await aGroup(app)
  const before = await statesOf(from, to)
  await expect(
    moveAndFail(app.container).run({ input: { group_id: from.id, to: to.id, members: { ids: [anna.id] } } }),
  ).rejects.toMatchObject({ message: "wanted" })
  expect(await statesOf(from, to)).toEqual(before)
})

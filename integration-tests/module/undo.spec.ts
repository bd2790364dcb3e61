import { deleteGroupsWorkflow, undoOperationWorkflow, updateGroupWorkflow } from "../../src/workflows"
import { aCustomer, aGroup, customersOf, insertRow, named, sourcesOf } from "../helpers/fixtures"
import { setCriteria, stateOf, undo } from "../helpers/history"
import { expectLogToBeTrue } from "../helpers/log"
import { startModuleApp, type ModuleApp } from "../helpers/module-app"

/** Taking back what was done: all of it, nothing else, and never what somebody else has done since. */

let app: ModuleApp
beforeAll(async () => {
  app = await startModuleApp()
})
beforeEach(() => app.reset())
afterEach(() => expectLogToBeTrue(app))
afterAll(() => app.stop())

const actor = { type: "user" as const, id: "user_1" }
const idsOf = (customers: { id: string }[]) => customers.map(({ id }) => id)

const add = (group: { id: string }, customers: { id: string }[]) =>
  app.groups.changeMembers({ group_id: group.id, add: { ids: idsOf(customers) }, actor })
const remove = (group: { id: string }, customers: { id: string }[]) =>
  app.groups.changeMembers({ group_id: group.id, remove: { ids: idsOf(customers) }, actor })
const membersOf = async (group: { id: string }) => Object.keys(await sourcesOf(app, group)).sort()

describe("undoing a change of members", () => {
  it("takes out again who was added, and nobody else", async () => {
    const [old, ...added] = await customersOf(app, 4)
    const group = await aGroup(app, { members: [old!] })
    const before = await stateOf(app, group)
    const undone = await undo(app, await add(group, [old!, ...added]))
    expect(undone).toMatchObject({
      type: "undo",
      reason: "undo",
      left: 3,
      details: { taken_back: 3, changed_since: 0 },
    })
    expect(await stateOf(app, group)).toEqual(before)
  })

  it("brings back who was removed with the row they had", async () => {
    const members = await customersOf(app, 3)
    const group = await aGroup(app, { members })
    await app.db.query(`update customer_group_customer set metadata = '{"tier": 1}' where customer_id = $1`, [
      members[0]!.id,
    ])
    const before = await stateOf(app, group)
    expect(await undo(app, await remove(group, members))).toMatchObject({ joined: 3 })
    expect(await stateOf(app, group)).toEqual(before)
  })

  it("makes a member by criteria one by criteria again who was added by hand", async () => {
    const anna = await aCustomer(app, { first_name: "Anna" })
    const group = await aGroup(app)
    await setCriteria(app, group, named("Anna"))
    const before = await stateOf(app, group)
    const operation = await add(group, [anna])
    expect(await sourcesOf(app, group)).toEqual({ [anna.id]: "manual" })
    expect(await undo(app, operation)).toMatchObject({ details: { taken_back: 1 } })
    expect(await stateOf(app, group)).toEqual(before)
  })

  it("undoes an old one with newer ones on top", async () => {
    const [first, second] = await customersOf(app, 2)
    const group = await aGroup(app)
    const old = await add(group, [first!])
    await add(group, [second!])
    await undo(app, old)
    expect(await membersOf(group)).toEqual([second!.id])
  })

  it("leaves who has since been moved by somebody else, and says how many and by whom", async () => {
    const [first, second, third] = await customersOf(app, 3)
    const group = await aGroup(app, { members: [first!, second!, third!] })
    const operation = await remove(group, [first!, second!, third!])
    await add(group, [first!])
    await insertRow(app.db, group, second!)
    expect(await undo(app, operation)).toMatchObject({
      joined: 1,
      details: {
        taken_back: 1,
        changed_since: 2,
        changed_by: [
          { type: "change_members", actor_name: null, customers: 1 },
          { type: "outside", actor_name: null, customers: 1 },
        ],
      },
    })
    expect(await membersOf(group)).toEqual(idsOf([first!, second!, third!]).sort())
  })

  it("is refused when everybody has been moved since, and changes nothing", async () => {
    const members = await customersOf(app, 2)
    const group = await aGroup(app)
    const operation = await add(group, members)
    await remove(group, members)
    const before = await stateOf(app, group)
    await expect(undo(app, operation)).rejects.toThrow(
      "Nothing is left to undo: all 2 customers have been moved since.",
    )
    expect(await stateOf(app, group)).toEqual(before)
    expect((await app.groups.retrieveOperation(operation.id)).can_undo).toBe(true)
  })

  it("takes no notice of later changes that were undone themselves", async () => {
    const [customer] = await customersOf(app, 1)
    const group = await aGroup(app)
    const first = await add(group, [customer!])
    await undo(app, await remove(group, [customer!]))
    expect(await undo(app, first)).toMatchObject({ left: 1, details: { changed_since: 0 } })
    expect(await membersOf(group)).toEqual([])
  })

  it("leaves out who was deleted meanwhile", async () => {
    const [first, second] = await customersOf(app, 2)
    const group = await aGroup(app, { members: [first!, second!] })
    const operation = await remove(group, [first!, second!])
    await app.customers.softDeleteCustomers([first!.id])
    expect(await undo(app, operation)).toMatchObject({ joined: 1 })
    expect(await membersOf(group)).toEqual([second!.id])
  })

  it("keeps a second row of a member that something else has written", async () => {
    const [customer] = await customersOf(app, 1)
    const group = await aGroup(app)
    const operation = await add(group, [customer!])
    const row = await insertRow(app.db, group, customer!)
    await undo(app, operation)
    expect((await stateOf(app, group)).members).toMatchObject([{ id: row }])
  })
})

describe("undoing an undo", () => {
  it("does again what was done, with the same rows", async () => {
    const members = await customersOf(app, 2)
    const group = await aGroup(app)
    const operation = await add(group, members)
    const after = await stateOf(app, group)
    await undo(app, await undo(app, operation))
    expect(await stateOf(app, group)).toEqual(after)
  })

  it("makes the operation one that can be undone again", async () => {
    const group = await aGroup(app)
    const operation = await add(group, await customersOf(app, 1))
    const first = await undo(app, operation)
    expect(await app.groups.retrieveOperation(operation.id)).toMatchObject({ undone_by_id: first.id, can_undo: false })
    const second = await undo(app, first)
    expect(await app.groups.retrieveOperation(operation.id)).toMatchObject({ undone_by_id: null, can_undo: true })
    expect(await app.groups.retrieveOperation(first.id)).toMatchObject({ undone_by_id: second.id, can_undo: false })
    await undo(app, operation)
    expect(await membersOf(group)).toEqual([])
  })
})

describe("undoing in an automatic group", () => {
  const filled = async () => {
    const annas = [await aCustomer(app, { first_name: "Anna" }), await aCustomer(app, { first_name: "Anna" })]
    const group = await aGroup(app)
    await setCriteria(app, group, named("Anna"))
    return { annas, group }
  }

  it("lifts the exclusions that came with a removal, and brings members back as they were", async () => {
    const { annas, group } = await filled()
    const before = await stateOf(app, group)
    await undo(app, await remove(group, annas))
    expect(await stateOf(app, group)).toEqual(before)
  })

  it("puts an exclusion back that was lifted", async () => {
    const { annas, group } = await filled()
    await app.groups.excludeCustomers({ group_id: group.id, ids: [annas[0]!.id], reason: "Returns everything" })
    const before = await stateOf(app, group)
    const lifted = await app.groups.liftExclusion({ group_id: group.id, customer_id: annas[0]!.id })
    const after = await stateOf(app, group)
    const undone = await undo(app, lifted)
    expect(await stateOf(app, group)).toEqual(before)
    await undo(app, undone)
    expect((await stateOf(app, group)).members).toEqual(after.members)
    expect((await stateOf(app, group)).exclusions).toEqual([])
  })

  it("brings back criteria, and with them the members as they were", async () => {
    const { group } = await filled()
    await aCustomer(app, { first_name: "Ben" })
    const before = await stateOf(app, group)
    const operation = await setCriteria(app, group, named("Ben"))
    const after = await stateOf(app, group)
    const undone = await undo(app, operation)
    expect(await stateOf(app, group)).toEqual(before)
    await undo(app, undone)
    expect(await stateOf(app, group)).toEqual(after)
  })

  it("makes a group manual again that was made automatic", async () => {
    await aCustomer(app, { first_name: "Anna" })
    const group = await aGroup(app)
    const before = await stateOf(app, group)
    await undo(app, await setCriteria(app, group, named("Anna")))
    expect(await stateOf(app, group)).toEqual(before)
    expect(await app.groups.retrieveGroupOverview(group.id)).toMatchObject({ kind: "manual", member_count: 0 })
  })

  it.each(["keep", "remove"] as const)(
    "brings criteria back that were removed, whatever became of the members: %s",
    async (members) => {
      const { group } = await filled()
      const before = await stateOf(app, group)
      await undo(app, await app.groups.removeCriteria({ group_id: group.id, members, actor }))
      expect(await stateOf(app, group)).toEqual(before)
    },
  )

  it("closes an evaluation that waits for a person, which spoke of criteria that are no more", async () => {
    const group = await aGroup(app)
    const operation = await app.groups.setCriteria({
      group_id: group.id,
      criteria: named("Anna"),
      guard: { share: 0.5, people: 1 },
    })
    for (let count = 0; count < 2; count++) await aCustomer(app, { first_name: "Anna" })
    const held = await app.groups.evaluateGroup({ group_id: group.id, reason: "time_passed" })
    expect(held).toMatchObject({ status: "held" })
    const { operation: undone } = await app.groups.undoOperation({ operation_id: operation.operation_id })
    const stateOfHeld = async () => (await app.groups.retrieveOperation(held!.id)).status
    expect(await stateOfHeld()).toBe("discarded")
    await app.groups.takeBackUndo(undone.id, "A later step failed.")
    expect(await stateOfHeld()).toBe("held")
  })

  it("is refused for criteria that somebody has changed since", async () => {
    const { group } = await filled()
    const operation = await setCriteria(app, group, named("Ben"))
    await setCriteria(app, group, named("Carl"))
    await expect(undo(app, operation)).rejects.toThrow("The criteria have been changed since")
  })

  it("is refused for what an evaluation has done", async () => {
    const { group } = await filled()
    const evaluation = await app.groups.evaluateGroup({ group_id: group.id })
    await expect(undo(app, evaluation!)).rejects.toThrow('An operation "evaluate" that is succeeded cannot be undone.')
  })
})

describe("undoing a change of name and metadata", () => {
  const updated = async (update: object) => {
    const group = await app.customers.createCustomerGroups({ name: "VIP", metadata: { tier: "gold" } })
    await updateGroupWorkflow(app.container).run({ input: { id: group.id, update } })
    const { operations } = await app.groups.listOperations(group.id)
    return { group, operation: operations[0]! }
  }

  it("brings both back", async () => {
    const { group, operation } = await updated({ name: "Best", metadata: { tier: "platinum", more: 1 } })
    const undone = await undo(app, operation)
    expect((await stateOf(app, group)).group).toEqual([{ name: "VIP", metadata: { tier: "gold" } }])
    expect(undone.details).toMatchObject({
      name: { from: "Best", to: "VIP" },
      metadata: { set: ["tier"], removed: ["more"] },
    })
  })

  it("leaves what somebody has changed since, and names it", async () => {
    const { group, operation } = await updated({ name: "Best", metadata: { tier: "platinum" } })
    await updateGroupWorkflow(app.container).run({ input: { id: group.id, update: { name: "Better" } } })
    expect(await undo(app, operation)).toMatchObject({ details: { kept_fields: ["name"] } })
    expect((await stateOf(app, group)).group).toEqual([{ name: "Better", metadata: { tier: "gold" } }])
  })

  it("is refused if the name has another group by now", async () => {
    const { operation } = await updated({ name: "Best" })
    await aGroup(app, { name: "VIP" })
    await expect(undo(app, operation)).rejects.toThrow('name: "VIP" is the name of another group by now.')
  })
})

it("refuses what is undone already", async () => {
  const group = await aGroup(app)
  const operation = await add(group, await customersOf(app, 1))
  await undo(app, operation)
  await expect(undo(app, operation)).rejects.toThrow("The operation is undone already.")
})

it("lets one of two undo who try at the same time", async () => {
  const group = await aGroup(app)
  const operation = await add(group, await customersOf(app, 3))
  const tried = await Promise.allSettled([undo(app, operation), undo(app, operation)])
  expect(tried.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
})

it("finds neither an operation that is not there nor one of a deleted group", async () => {
  await expect(undo(app, { id: "cgop_none" })).rejects.toThrow("Operation with id: cgop_none was not found")
  const group = await aGroup(app)
  const operation = await add(group, await customersOf(app, 1))
  await deleteGroupsWorkflow(app.container).run({ input: { ids: [group.id] } })
  await expect(undo(app, operation)).rejects.toThrow(`Customer group with id: ${group.id} not found`)
})

it("tells others of who moved, with the reason", async () => {
  const [customer] = await customersOf(app, 1)
  const group = await aGroup(app)
  const { result } = await undoOperationWorkflow(app.container).run({
    input: { operation_id: (await add(group, [customer!])).id, actor },
  })
  expect(result).toMatchObject({ type: "undo", actor_id: "user_1", left: 1 })
})

import { createStep, createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { deleteGroupsWorkflow, restoreGroupWorkflow } from "../../src/workflows"
import { aCustomer, aGroup, anAutomaticGroup, customersOf, named, sourcesOf } from "../helpers/fixtures"
import { stateOf } from "../helpers/history"
import { expectLogToBeTrue } from "../helpers/log"
import { startModuleApp, type ModuleApp } from "../helpers/module-app"

/** Groups that are deleted: what is left of them, restoring, and when they are gone for good. */

let app: ModuleApp
beforeAll(async () => {
  app = await startModuleApp()
})
beforeEach(() => app.reset())
afterEach(() => expectLogToBeTrue(app))
afterAll(() => app.stop())

const actor = { type: "user" as const, id: "user_1" }
const remove = (group: { id: string }) => deleteGroupsWorkflow(app.container).run({ input: { ids: [group.id], actor } })
const restore = (group: { id: string }, name?: string) =>
  restoreGroupWorkflow(app.container).run({ input: { id: group.id, name, actor } })
const deletedAgo = (group: { id: string }, days: number) =>
  app.db.query("update customer_group set deleted_at = now() - make_interval(days => $2) where id = $1", [
    group.id,
    days,
  ])

describe("deleted groups", () => {
  it("are listed, the last deleted first, with how many customers they would have again", async () => {
    const [first, second] = [
      await aGroup(app, { name: "First", members: await customersOf(app, 2) }),
      await anAutomaticGroup(app),
    ]
    await aGroup(app, { name: "Living" })
    await remove(first)
    await remove(second)
    const { groups, count } = await app.groups.listDeletedGroups()
    expect(count).toBe(2)
    expect(groups).toMatchObject([
      { id: second.id, kind: "automatic", member_count: 0 },
      { id: first.id, name: "First", kind: "manual", member_count: 2, deleted_at: expect.any(Date) },
    ])
    expect((await app.groups.listDeletedGroups({ q: "firs" })).groups).toMatchObject([{ id: first.id }])
  })
})

describe("restoring a group", () => {
  it("brings it back with customers, exclusions and criteria exactly as they were", async () => {
    const anna = await aCustomer(app, { first_name: "Anna" })
    const group = await anAutomaticGroup(app)
    await app.groups.evaluateGroup({ group_id: group.id })
    await app.groups.excludeCustomers({ group_id: group.id, ids: [(await aCustomer(app)).id], reason: "No" })
    const before = await stateOf(app, group)
    await remove(group)
    await restore(group)
    expect(await stateOf(app, group)).toEqual(before)
    expect(await sourcesOf(app, group)).toEqual({ [anna.id]: "criteria" })
    const { operations } = await app.groups.listOperations(group.id)
    expect(operations.slice(0, 2)).toMatchObject([{ type: "restore", actor_id: "user_1" }, { type: "delete" }])
  })

  it("makes a group with criteria catch up on what it has missed", async () => {
    const group = await anAutomaticGroup(app, named("Anna"))
    await app.groups.evaluateGroup({ group_id: group.id })
    await remove(group)
    const anna = await aCustomer(app, { first_name: "Anna" })
    await restore(group)
    while ((await app.groups.evaluateDueGroup()) > 0);
    expect(await sourcesOf(app, group)).toEqual({ [anna.id]: "criteria" })
  })

  it("is refused while another group has the name, and takes another one", async () => {
    const group = await aGroup(app, { name: "VIP" })
    await remove(group)
    await aGroup(app, { name: "VIP" })
    await expect(restore(group)).rejects.toMatchObject({
      message: expect.stringContaining('name: "VIP" is the name of another group by now: choose another one.'),
    })
    await restore(group, "VIP 2")
    expect(await app.groups.retrieveGroupOverview(group.id)).toMatchObject({ name: "VIP 2" })
  })

  it.each([
    ["a blank name", " ", "name: A customer group needs a name that is not blank."],
    ["a name that is too long", "x".repeat(256), "name: 256 characters are too long"],
  ])("is refused with %s, and changes nothing", async (_what, name, message) => {
    const group = await aGroup(app)
    await remove(group)
    await expect(restore(group, name)).rejects.toMatchObject({ message: expect.stringContaining(message) })
    expect((await app.groups.listDeletedGroups()).count).toBe(1)
  })

  it("finds no group that is not deleted, and none that never was", async () => {
    const group = await aGroup(app)
    await expect(restore(group)).rejects.toMatchObject({ message: expect.stringContaining("not found") })
    await expect(restore({ id: "cusgroup_none" })).rejects.toMatchObject({
      message: expect.stringContaining("not found"),
    })
  })

  it("is taken back when a later step fails", async () => {
    const fail = createStep("test-restore-fail", async () => {
      throw new Error("wanted")
    })
    const restoreAndFail = createWorkflow("test-restore-and-fail", (input: { id: string; name?: string }) => {
      restoreGroupWorkflow.runAsStep({ input })
      fail()
      return new WorkflowResponse(input)
    })
    const group = await aGroup(app, { name: "VIP" })
    await remove(group)
    const input = { id: group.id, name: "Other" }
    await expect(restoreAndFail(app.container).run({ input })).rejects.toMatchObject({
      message: expect.stringContaining("wanted"),
    })
    expect((await app.groups.listDeletedGroups()).groups).toMatchObject([{ id: group.id, name: "VIP" }])
  })
})

describe("purging", () => {
  const rowsOf = async (group: { id: string }) => {
    const counts: Record<string, number> = {}
    const tables = ["state", "criteria", "exclusion", "operation", "membership_change", "outbox", "hourly_change"]
    for (const table of tables) {
      const column = table === "state" ? "id" : "group_id"
      const { rows } = await app.db.query(
        `select count(*)::int as count from customer_group_${table} where ${column} = $1`,
        [group.id],
      )
      counts[table] = rows[0].count
    }
    const { rows } = await app.db.query(
      "select count(*)::int as count from customer_group_customer where customer_group_id = $1",
      [group.id],
    )
    return { ...counts, customer: rows[0].count }
  }

  it("takes away all that is known of a group which was deleted a month ago, and tells nobody", async () => {
    const anna = await aCustomer(app, { first_name: "Anna" })
    const group = await anAutomaticGroup(app)
    await app.groups.evaluateGroup({ group_id: group.id })
    await app.groups.excludeCustomers({ group_id: group.id, ids: [anna.id] })
    while ((await app.groups.foldOutbox()) > 0);
    await remove(group)
    await deletedAgo(group, 31)
    expect(await app.groups.purgeDeletedGroup()).toBe(1)
    expect(Object.values(await rowsOf(group)).every((count) => count === 0)).toBe(true)
    expect((await app.groups.listDeletedGroups()).count).toBe(0)
    expect(await app.customers.retrieveCustomer(anna.id)).toMatchObject({ id: anna.id })
  })

  it("leaves groups that were deleted later, and those that are not", async () => {
    const [recent, living] = [await aGroup(app), await aGroup(app)]
    await remove(recent)
    await deletedAgo(recent, 29)
    expect(await app.groups.purgeDeletedGroup()).toBe(0)
    await restore(recent)
    expect((await app.groups.listGroupOverviews()).groups.map(({ id }) => id).sort()).toEqual(
      [recent.id, living.id].sort(),
    )
  })
})

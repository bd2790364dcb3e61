import { PlannerStatisticsRepository } from "../../src/modules/customer-groups/repositories/planner-statistics"
import { cancelOperationWorkflow } from "../../src/workflows"
import { aCustomer, aGroup, anAutomaticGroup, customersOf, named, sourcesOf } from "../helpers/fixtures"
import { eventually } from "../helpers/eventually"
import { stateOf, undo } from "../helpers/history"
import { expectLogToBeTrue } from "../helpers/log"
import { startModuleApp, type ModuleApp } from "../helpers/module-app"

/** Work on a group that may take long: it can be watched, cancelled, and is done again if its process dies. */

let app: ModuleApp
beforeAll(async () => {
  app = await startModuleApp()
})
beforeEach(() => app.reset())
afterEach(() => expectLogToBeTrue(app))
afterAll(() => app.stop())

const actor = { type: "user" as const, id: "user_1" }
const everybody = { filter: {} }
const ID = "cgop_watched"

const operationOf = (id = ID) => app.groups.retrieveOperation(id)
const memberCount = async (group: { id: string }) => (await app.groups.listMembers(group.id, { limit: 1 })).count

/** So many customers, as a script would write them. */
const manyCustomers = (count: number) =>
  app.db.query(
    "insert into customer (id, email) select 'cus_many_' || n, n || '@many.example' from generate_series(1, $1::int) n",
    [count],
  )

/** Keeps everybody else from writing to the group until the work is let go. */
const holding = async (group: { id: string }) => {
  const other = await app.connect()
  await other.query("begin")
  await other.query("select customer_groups_lock(array[$1])", [group.id])
  return { letGo: () => other.query("rollback") }
}

/** An operation as a process leaves it that has died at it. */
const abandoned = async (group: { id: string }, { attempts = 1, heard = "2 minutes" } = {}) => {
  const work = { kind: "change_members", input: { group_id: group.id, add: everybody, actor } }
  await app.db.query(
    `insert into customer_group_operation
       (id, group_id, type, status, reason, actor_type, actor_id, work, attempts, created_at, updated_at)
     values ($1, $2, 'change_members', 'running', 'by_hand', $3, $4, $5, $6, now() - $7::interval, now() - $7::interval)`,
    [ID, group.id, actor.type, actor.id, JSON.stringify(work), attempts, heard],
  )
}

describe("adding all who match a filter", () => {
  it("stands in the history as running, by whoever asked, until it is done", async () => {
    await customersOf(app, 3)
    const group = await aGroup(app)
    const { letGo } = await holding(group)
    const work = app.groups.changeMembers({ group_id: group.id, add: everybody, operation_id: ID, actor })
    await eventually(async () =>
      expect(await operationOf()).toMatchObject({ status: "running", can_cancel: true, actor_id: "user_1", joined: 0 }),
    )
    await letGo()

    expect(await work).toMatchObject({ id: ID, status: "succeeded", joined: 3, can_cancel: false, can_undo: true })
    const { operations } = await app.groups.listOperations(group.id)
    expect(operations.filter(({ type }) => type === "change_members")).toHaveLength(1)
  })

  it("says how far it is while nothing of it stands yet", async () => {
    await manyCustomers(26_000)
    const group = await aGroup(app)
    const seen: unknown[] = []
    const work = app.groups.changeMembers({ group_id: group.id, add: everybody, operation_id: ID })
    let isDone = false
    void work.then(() => (isDone = true))
    while (!isDone) {
      const [{ progress_done: done, progress_total: total } = { progress_done: null, progress_total: null }] = (
        await app.db.query("select progress_done, progress_total from customer_group_operation where id = $1", [ID])
      ).rows
      if (done === 13_000 && total === 26_000) seen.push(await memberCount(group))
    }
    expect(await work).toMatchObject({ joined: 26_000, progress: null })
    expect(new Set(seen)).toEqual(new Set([0]))
    expect(await memberCount(group)).toBe(26_000)
  })

  it("stands although the database can't look at how large its tables have become", async () => {
    await customersOf(app, 3)
    const group = await aGroup(app)
    const look = jest
      .spyOn(PlannerStatisticsRepository.prototype, "refresh")
      .mockRejectedValue(new Error("The connection went away."))

    const added = await app.groups.changeMembers({ group_id: group.id, add: everybody })
    expect(look).toHaveBeenCalledTimes(2)
    look.mockRestore()
    expect(added).toMatchObject({ status: "succeeded", joined: 3 })
    expect(await memberCount(group)).toBe(3)
  })

  it("leaves no trace when it is refused", async () => {
    const group = await aGroup(app)
    const change = app.groups.changeMembers({ group_id: group.id, add: everybody, reason: "no criteria here" })
    await expect(change).rejects.toThrow("The group has no criteria")
    expect((await app.groups.listOperations(group.id)).operations).toEqual([])
  })

  it("keeps why it failed", async () => {
    await customersOf(app, 1)
    const group = await aGroup(app)
    const { letGo } = await holding(group)
    const work = app.groups.changeMembers({ group_id: group.id, add: everybody, operation_id: ID })
    const failed = expect(work).rejects.toThrow("terminating connection")
    await eventually(async () => {
      const { rowCount } = await app.db.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and query like '%customer_groups_lock%' and wait_event_type = 'Lock'
           and pid <> pg_backend_pid()`,
      )
      expect(rowCount).toBe(1)
    })
    await failed
    await letGo()
    expect(await operationOf()).toMatchObject({ status: "failed", error: expect.stringContaining("terminating") })
    expect(await memberCount(group)).toBe(0)
  })
})

describe("removing all who match a filter", () => {
  it("takes out every row of a customer, in parts", async () => {
    await manyCustomers(26_000)
    const group = await aGroup(app)
    await app.groups.changeMembers({ group_id: group.id, add: everybody })
    // Medusa's own code can make a second row of a pair.
    await app.db.query(
      `insert into customer_group_customer (id, customer_group_id, customer_id)
       select 'cusgc_twin_' || n, $1, 'cus_many_' || n from generate_series(1, 26000, 100) n`,
      [group.id],
    )
    const removal = await app.groups.changeMembers({ group_id: group.id, remove: everybody })
    expect(removal).toMatchObject({ left: 26_000 })
    const { rows } = await app.db.query("select count(*)::int as rows from customer_group_customer")
    expect(rows).toEqual([{ rows: 0 }])
  })
})

describe("cancelling", () => {
  it("ends work that waits, and nothing of it stands", async () => {
    await customersOf(app, 3)
    const group = await aGroup(app)
    const { letGo } = await holding(group)
    const work = app.groups.changeMembers({ group_id: group.id, add: everybody, operation_id: ID })
    const ended = expect(work).rejects.toThrow("The operation was cancelled")
    await eventually(async () => expect(await operationOf()).toMatchObject({ status: "running" }))

    const { result } = await cancelOperationWorkflow(app.container).run({ input: { operation_id: ID } })
    expect(result).toMatchObject({ id: ID, status: "cancelled" })
    await ended
    await letGo()
    expect(await memberCount(group)).toBe(0)
    expect(await operationOf()).toMatchObject({ status: "cancelled", can_cancel: false, can_undo: false, joined: 0 })
  })

  it("ends work between two parts", async () => {
    await manyCustomers(60_000)
    const group = await aGroup(app)
    const work = app.groups.changeMembers({ group_id: group.id, add: everybody, operation_id: ID })
    const ended = expect(work).rejects.toThrow("The operation was cancelled")
    await eventually(async () => expect((await operationOf()).progress?.done).toBeGreaterThan(0))
    await app.groups.cancelOperation(ID)
    await ended
    expect(await memberCount(group)).toBe(0)
  })

  it("leaves in the history what it was about", async () => {
    const [anna] = await customersOf(app, 1)
    const [one, two, target] = [await aGroup(app, { members: [anna!] }), await aGroup(app), await aGroup(app)]
    const { letGo } = await holding(target)
    const combination = { how: "union" as const, group_ids: [one.id, two.id] }
    const works = [
      app.groups.combineGroups({ ...combination, group_id: target.id, is_new: true, operation_id: "cgop_combine" }),
      app.groups.moveMembers({ group_id: one.id, to: target.id, members: everybody, operation_id: "cgop_move" }),
    ]
    const ended = Promise.all(works.map((work) => expect(work).rejects.toThrow("The operation was cancelled")))
    for (const id of ["cgop_combine", "cgop_move"]) {
      await eventually(async () => expect(await operationOf(id)).toMatchObject({ status: "running" }))
      await app.groups.cancelOperation(id)
    }
    await ended
    await letGo()
    expect((await operationOf("cgop_combine")).details).toMatchObject({
      how: "union",
      groups: [{ id: one.id }, { id: two.id }],
      is_new: true,
    })
    expect((await operationOf("cgop_move")).details).toMatchObject({ to: { id: target.id } })
  })

  it("is refused of what is done, of an evaluation, and of what is not there", async () => {
    const group = await aGroup(app)
    await app.groups.changeMembers({ group_id: group.id, add: everybody, operation_id: ID })
    await expect(app.groups.cancelOperation(ID)).rejects.toThrow("not running: it is succeeded")

    await app.db.query(
      "insert into customer_group_operation (id, group_id, type, status) values ('cgop_evaluation', $1, 'evaluate', 'running')",
      [group.id],
    )
    await expect(app.groups.cancelOperation("cgop_evaluation")).rejects.toThrow("cannot be cancelled")
    await expect(app.groups.cancelOperation("cgop_none")).rejects.toThrow("cgop_none was not found")
  })
})

describe("work whose process has died", () => {
  it("is done by another one, for whoever had asked", async () => {
    const [anna] = await customersOf(app, 1)
    const group = await aGroup(app)
    await abandoned(group)
    expect(await app.groups.resumeAbandonedWork()).toBe(1)
    expect(await operationOf()).toMatchObject({ status: "succeeded", joined: 1, actor_id: "user_1" })
    expect(await sourcesOf(app, group)).toEqual({ [anna!.id]: "manual" })
    expect(await app.groups.resumeAbandonedWork()).toBe(0)
  })

  it("is left to a process that still says that it is at it", async () => {
    const group = await aGroup(app)
    await abandoned(group, { heard: "10 seconds" })
    expect(await app.groups.resumeAbandonedWork()).toBe(0)
    expect(await operationOf()).toMatchObject({ status: "running" })
  })

  it("is left to a process that is silent, but still at it", async () => {
    await customersOf(app, 1)
    const group = await aGroup(app)
    await abandoned(group)
    const other = await app.connect()
    await other.query("begin")
    await other.query("select pg_advisory_xact_lock(hashtextextended('customer_groups:work:' || $1::text, 0))", [ID])
    expect(await app.groups.resumeAbandonedWork()).toBe(1)
    await other.query("rollback")
    expect(await operationOf()).toMatchObject({ status: "running" })
    expect(await memberCount(group)).toBe(0)
  })

  it("is given up after three attempts, and says so", async () => {
    await customersOf(app, 1)
    const group = await aGroup(app)
    await abandoned(group, { attempts: 3 })
    expect(await app.groups.resumeAbandonedWork()).toBe(0)
    expect(await app.groups.failAbandonedOperations()).toBe(1)
    expect(await operationOf()).toMatchObject({ status: "failed" })
    expect(await memberCount(group)).toBe(0)
  })

  it("fails when it has become impossible meanwhile, and says why", async () => {
    const group = await aGroup(app)
    await abandoned(group)
    await app.customers.softDeleteCustomerGroups([group.id])
    expect(await app.groups.resumeAbandonedWork()).toBe(1)
    expect(await operationOf()).toMatchObject({ status: "failed", error: expect.stringContaining("not found") })
  })
})

describe("undoing what moved many", () => {
  it("brings everything back as it was, and can be undone itself", async () => {
    await manyCustomers(6_000)
    const group = await anAutomaticGroup(app, named("Anna"))
    const before = await stateOf(app, group)
    const added = await app.groups.changeMembers({ group_id: group.id, add: everybody })
    const after = await stateOf(app, group)
    const undone = await undo(app, added)
    expect(undone).toMatchObject({ type: "undo", status: "succeeded", left: 6_000, undoes_id: added.id })
    expect((await stateOf(app, group)).members).toEqual(before.members)
    expect(await undo(app, undone)).toMatchObject({ joined: 6_000 })
    expect((await stateOf(app, group)).members).toEqual(after.members)
  })

  it("can be cancelled, and what it was to undo still stands", async () => {
    await manyCustomers(6_000)
    const group = await aGroup(app, { members: [await aCustomer(app)] })
    const added = await app.groups.changeMembers({ group_id: group.id, add: everybody })
    const { letGo } = await holding(group)
    const work = app.groups.undoOperation({ operation_id: added.id, undo_id: ID })
    const ended = expect(work).rejects.toThrow("The operation was cancelled")
    await eventually(async () => expect(await operationOf()).toMatchObject({ type: "undo", status: "running" }))
    await app.groups.cancelOperation(ID)
    await ended
    await letGo()
    expect(await memberCount(group)).toBe(6_001)
    expect((await operationOf()).details).toEqual({ undoes: "change_members" })
    expect(await operationOf(added.id)).toMatchObject({ can_undo: true, undone_by_id: null })
  })
})

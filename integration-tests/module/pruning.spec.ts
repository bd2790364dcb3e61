import { relayAll } from "../helpers/events"
import { aCustomer, aGroup, anEvaluatedGroup, named, sourcesOf } from "../helpers/fixtures"
import { undo } from "../helpers/history"
import { startModuleApp, type ModuleApp } from "../helpers/module-app"

/** Who joined and left goes after a time; counts stay right, and nobody is told what is no longer known. */

const KEPT_DAYS = 30
const DAY = 86_400_000

let app: ModuleApp
beforeAll(async () => {
  app = await startModuleApp([], undefined, { keepHistoryDays: KEPT_DAYS })
})
beforeEach(() => app.reset())
afterEach(async () => expect(await app.groups.listCountDifferences()).toEqual([]))
afterAll(() => app.stop())

const daysAgo = (days: number) => new Date(Date.now() - days * DAY)
const idsOf = (customers: { id: string }[]) => customers.map(({ id }) => id)
const add = (group: { id: string }, ...customers: { id: string }[]) =>
  app.groups.changeMembers({ group_id: group.id, add: { ids: idsOf(customers) } })
const remove = (group: { id: string }, ...customers: { id: string }[]) =>
  app.groups.changeMembers({ group_id: group.id, remove: { ids: idsOf(customers) } })

/** All that was done until now was done so long ago. */
const age = async (days: number) => {
  const by = `make_interval(days => ${days})`
  await app.db.query("set session_replication_role = replica")
  await app.db.query(`update customer_group_customer set created_at = created_at - ${by}`)
  await app.db.query(
    `update customer_group_membership_change set created_at = created_at - ${by}, member_since = member_since - ${by}`,
  )
  await app.db.query(
    `update customer_group_operation set created_at = created_at - ${by}, finished_at = finished_at - ${by}`,
  )
  await app.db.query(`update customer_group_state set baseline_at = baseline_at - ${by}`)
  await app.db.query(`update customer_group_outbox set created_at = created_at - ${by}`)
  await app.db.query("set session_replication_role = default")
}

/** What a process does within some hours: the bound rises, and its rows go. */
const prune = async () => {
  let removed = await app.groups.pruneHistory()
  await app.db.query("update customer_group_pruning set raised_at = raised_at - interval '1 hour'")
  for (let now = -1; now !== 0; removed += now) now = await app.groups.pruneHistory()
  return removed
}

const rowsIn = async (table: string): Promise<number> => {
  const { rows } = await app.db.query(`select count(*)::int as count from customer_group_${table}`)
  return rows[0].count
}

/** Anna and Ben came long ago and Ben left; Carl came today. */
const aPast = async () => {
  const [anna, ben, carl] = [await aCustomer(app), await aCustomer(app), await aCustomer(app)]
  const group = await aGroup(app)
  const operations = [await add(group, anna, ben), await remove(group, ben)]
  await relayAll(app)
  await age(KEPT_DAYS + 1)
  const latest = await add(group, carl)
  return { anna, ben, carl, group, operations, latest }
}

describe("pruning", () => {
  it("removes what is older than is kept, and nothing else", async () => {
    const { carl } = await aPast()
    expect(await prune()).toBe(3)
    const { rows } = await app.db.query("select customer_id from customer_group_membership_change")
    expect(rows).toEqual([{ customer_id: carl.id }])
  })

  it("leaves members and their count as they are", async () => {
    const { anna, carl, group } = await aPast()
    await prune()
    expect(Object.keys(await sourcesOf(app, group)).sort()).toEqual([anna.id, carl.id].sort())
    expect(await app.groups.retrieveGroupOverview(group.id)).toMatchObject({ member_count: 2 })
  })

  it("leaves what is not in the counts yet, or not told to others", async () => {
    const group = await aGroup(app)
    await add(group, await aCustomer(app))
    await age(KEPT_DAYS + 1)
    expect(await prune()).toBe(0)
    while ((await app.groups.foldOutbox()) > 0);
    expect(await prune()).toBe(0)
    while ((await app.groups.tellChanges()) > 0);
    expect(await prune()).toBe(1)
  })

  it("removes no row before those are through who began to read it", async () => {
    await aPast()
    for (let time = 0; time < 3; time++) expect(await app.groups.pruneHistory()).toBe(0)
    expect(await rowsIn("membership_change")).toBe(4)
  })

  it("removes which old operation excluded whom, and no exclusion", async () => {
    const anna = await aCustomer(app, { first_name: "Anna" })
    const group = await anEvaluatedGroup(app, named("Anna"))
    await app.groups.excludeCustomers({ group_id: group.id, ids: [anna.id] })
    await relayAll(app)
    await age(KEPT_DAYS + 1)
    await prune()
    expect(await rowsIn("exclusion_change")).toBe(0)
    expect((await app.groups.listExclusions(group.id)).count).toBe(1)
  })

  it("does not keep a minimum stay from ending", async () => {
    const anna = await aCustomer(app, { first_name: "Anna" })
    const group = await anEvaluatedGroup(app, named("Anna"), { stay: { days: KEPT_DAYS + 10 } })
    await app.groups.markEnded()
    await relayAll(app)
    await app.customers.updateCustomers(anna.id, { first_name: "Ben" })
    await age(KEPT_DAYS + 10)
    await prune()
    await app.db.query("truncate customer_group_pending_customer")
    await app.db.query("update customer_group_worker_run set ran_at = now() - interval '1 day' where name = 'ends'")
    await app.groups.markEnded()
    while ((await app.groups.evaluatePending()) > 0);
    expect(await sourcesOf(app, group)).toEqual({})
  })
})

describe("members at a date", () => {
  it("are not known before the day from which on the log is kept", async () => {
    const { anna, group } = await aPast()
    await prune()
    await expect(app.groups.listPastMembers(group.id, { at: daysAgo(KEPT_DAYS + 1).toISOString() })).rejects.toThrow(
      /^at: .* is too early; of the members of this group is known only since /,
    )
    const { members, known_since } = await app.groups.listPastMembers(group.id, { at: daysAgo(1).toISOString() })
    expect(idsOf(members)).toEqual([anna.id])
    expect(Math.abs(known_since.getTime() - daysAgo(KEPT_DAYS).getTime())).toBeLessThan(60_000)
  })

  it("are no others by an undo that has brought back somebody from before that day", async () => {
    const { anna, ben, carl, group } = await aPast()
    await age(1)
    await add(group, ben)
    await relayAll(app)
    await age(KEPT_DAYS)
    await undo(app, await remove(group, anna))
    await prune()
    const page = async (offset: number) =>
      idsOf((await app.groups.listPastMembers(group.id, { at: new Date().toISOString(), limit: 1, offset })).members)
    expect([await page(0), await page(1), await page(2)]).toEqual([[ben.id], [carl.id], [anna.id]])
  })
})

describe("the history", () => {
  it("of a customer says from when on it is known", async () => {
    const { anna, carl } = await aPast()
    await prune()
    const { changes, count, known_since } = await app.groups.listGroupChangesOfCustomer(anna.id)
    expect({ changes, count }).toEqual({ changes: [], count: 0 })
    expect(Math.abs(known_since!.getTime() - daysAgo(KEPT_DAYS).getTime())).toBeLessThan(60_000)
    expect((await app.groups.listGroupChangesOfCustomer(carl.id)).count).toBe(1)
  })

  it("holds nothing any more that is about to be removed", async () => {
    const { anna, group } = await aPast()
    await app.groups.pruneHistory()
    expect((await app.groups.listGroupChangesOfCustomer(anna.id)).count).toBe(0)
    const changes = []
    for await (const change of await app.groups.readGroupChanges(group.id)) changes.push(change)
    expect(changes).toHaveLength(1)
  })

  it("still has the operation with its counts, and nobody whom it moved", async () => {
    const { group, operations, latest } = await aPast()
    await prune()
    const listed = await app.groups.listOperations(group.id)
    const [old] = listed.operations.filter(({ id }) => id === operations[0]!.id)
    expect(old).toMatchObject({ joined: 2, left: 0, is_kept: false, can_undo: false })
    expect(await app.groups.listOperationChanges(old!.id)).toEqual({ changes: [], count: 0 })
    expect(await app.groups.retrieveOperation(latest.id)).toMatchObject({ is_kept: true, can_undo: true })
  })
})

describe("undoing", () => {
  it("is refused where it is no longer kept who was moved, and changes nothing", async () => {
    const { anna, carl, group, operations } = await aPast()
    await prune()
    await expect(app.groups.undoOperation({ operation_id: operations[0]!.id })).rejects.toThrow(
      "It is no longer kept whom the operation moved: it can no longer be undone.",
    )
    expect(Object.keys(await sourcesOf(app, group)).sort()).toEqual([anna.id, carl.id].sort())
  })

  it("is refused of an undo of such an operation", async () => {
    const { operations } = await aPast()
    const undone = await undo(app, operations[0]!)
    await prune()
    expect(await app.groups.retrieveOperation(undone.id)).toMatchObject({ is_kept: true, can_undo: false })
  })

  it("works for what is kept", async () => {
    const { anna, group, latest } = await aPast()
    await prune()
    await undo(app, latest)
    expect(Object.keys(await sourcesOf(app, group))).toEqual([anna.id])
  })
})

describe("without the option", () => {
  it("nothing is removed", async () => {
    await aPast()
    const { options } = app.groups as unknown as { options: { keepHistoryDays?: number } }
    options.keepHistoryDays = undefined
    try {
      expect(await prune()).toBe(0)
      expect(await rowsIn("membership_change")).toBe(4)
    } finally {
      options.keepHistoryDays = KEPT_DAYS
    }
  })
})

import { fork } from "node:child_process"
import { once } from "node:events"
import path from "node:path"
import type { Message } from "@medusajs/framework/types"
import type { MembersChangedEvent } from "../../src/types"
import {
  createAutomaticGroupWorkflow,
  createGroupsWorkflow,
  deleteGroupsWorkflow,
  setCriteriaWorkflow,
  updateGroupWorkflow,
} from "../../src/workflows"
import { eventually } from "../helpers/eventually"
import { busOf, type Heard, listen, MOVEMENTS, relayAll, spoken } from "../helpers/events"
import { aCustomer, aGroup, customersOf, insertRow, named } from "../helpers/fixtures"
import { expectLogToBeTrue } from "../helpers/log"
import { startModuleApp, type ModuleApp } from "../helpers/module-app"

/** What others are told of changes to memberships, on Medusa's own local bus. */

const MOST = 3
const TIME_LIMIT = 200

let app: ModuleApp
let heard: Heard[]
beforeAll(async () => {
  app = await startModuleApp([], undefined, { maxCustomerEvents: MOST, emitTimeLimitMs: TIME_LIMIT })
  heard = listen(app, MOVEMENTS)
})
beforeEach(async () => {
  await app.reset()
  heard.length = 0
})
afterEach(() => jest.restoreAllMocks())
afterAll(() => app.stop())

const add = (group: { id: string }, ...customers: { id: string }[]) =>
  app.groups.changeMembers({ group_id: group.id, add: { ids: customers.map(({ id }) => id) } })
const remove = (group: { id: string }, ...customers: { id: string }[]) =>
  app.groups.changeMembers({ group_id: group.id, remove: { ids: customers.map(({ id }) => id) } })
const untold = async () => (await app.db.query("select * from customer_group_untold_change")).rows

describe("a change", () => {
  it("is told as a whole and for each customer, with ids and why", async () => {
    const [anna, ben] = [await aCustomer(app), await aCustomer(app)]
    const group = await aGroup(app)
    const { id: operation_id } = await add(group, anna, ben)
    await remove(group, ben)
    await relayAll(app)

    expect(spoken(heard, { anna, ben })).toEqual([
      "members-changed +2 -0 by_hand",
      "customer-joined anna",
      "customer-joined ben",
      "members-changed +0 -1 by_hand",
      "customer-left ben",
    ])
    expect(heard[0]!.data).toEqual({
      id: expect.any(String),
      group_id: group.id,
      operation_id,
      reason: "by_hand",
      joined: 2,
      left: 0,
      customers_told: true,
    })
    expect(heard[1]!.data).toEqual({
      change_id: expect.any(String),
      group_id: group.id,
      customer_id: anna.id,
      operation_id,
      reason: "by_hand",
    })
  })

  it("is told once: nothing is left to tell afterwards", async () => {
    await add(await aGroup(app), await aCustomer(app))
    await relayAll(app)
    heard.length = 0
    await relayAll(app)
    expect(heard).toEqual([])
    expect(await untold()).toEqual([])
  })

  it("is told when something other than this plugin made it", async () => {
    const [anna, group] = [await aCustomer(app), await aGroup(app)]
    await insertRow(app.db, group, anna)
    await app.customers.removeCustomerFromGroup({ customer_id: anna.id, customer_group_id: group.id })
    await app.customers.addCustomerToGroup({ customer_id: anna.id, customer_group_id: group.id })
    await app.customers.softDeleteCustomers([anna.id])
    await relayAll(app)

    expect(spoken(heard, { anna })).toEqual([
      "members-changed +1 -0 outside",
      "customer-joined anna",
      "members-changed +0 -1 outside",
      "customer-left anna",
      "members-changed +1 -0 outside",
      "customer-joined anna",
      "members-changed +0 -1 outside",
      "customer-left anna",
    ])
    expect(heard[0]!.data.operation_id).toBeNull()
  })

  it("is not told when nobody joined or left by it: a member by criteria becomes one by hand", async () => {
    const [anna, group] = [await aCustomer(app), await aGroup(app)]
    await insertRow(app.db, group, anna, "criteria")
    await relayAll(app)
    heard.length = 0
    await add(group, anna)
    await relayAll(app)
    expect(heard).toEqual([])
  })

  it("is told as a whole only when it moved more customers than the bound, and says so", async () => {
    const group = await aGroup(app)
    await add(group, ...(await customersOf(app, MOST)))
    await add(group, ...(await customersOf(app, MOST + 1)))
    await relayAll(app)

    const changes = heard.filter(({ name }) => name === "members-changed").map(({ data }) => data)
    expect(changes).toMatchObject([
      { joined: MOST, customers_told: true },
      { joined: MOST + 1, customers_told: false },
    ])
    expect(heard.filter(({ name }) => name === "customer-joined")).toHaveLength(MOST)
  })
})

describe("changes of one group", () => {
  it("are told in the order in which they were made, however many there are", async () => {
    const [anna, group] = [await aCustomer(app), await aGroup(app)]
    for (let time = 0; time < 150; time++) {
      await add(group, anna)
      await remove(group, anna)
    }
    await relayAll(app)
    const moves = heard.filter(({ name }) => name !== "members-changed").map(({ name }) => name)
    expect(moves).toEqual(Array.from({ length: 150 }, () => ["customer-joined", "customer-left"]).flat())
  })

  it("wait for one whose operation is still going on; those of other groups do not", async () => {
    const [anna, ben] = [await aCustomer(app), await aCustomer(app)]
    const [slow, quick] = [await aGroup(app), await aGroup(app)]
    const { id } = await add(slow, anna)
    await app.db.query("update customer_group_operation set status = 'running' where id = $1", [id])
    await add(slow, ben)
    await add(quick, ben)
    await relayAll(app)
    expect(heard.map(({ data }) => data.group_id)).toEqual([quick.id, quick.id])
    await expectLogToBeTrue(app)

    await app.db.query("update customer_group_operation set status = 'succeeded' where id = $1", [id])
    heard.length = 0
    await relayAll(app)
    expect(spoken(heard, { anna, ben })).toEqual([
      "members-changed +1 -0 by_hand",
      "customer-joined anna",
      "members-changed +1 -0 by_hand",
      "customer-joined ben",
    ])
  })
})

describe("an operation that failed", () => {
  it("is not told, neither what it did nor that it was taken back; the counts have both", async () => {
    const [anna, group] = [await aCustomer(app), await aGroup(app)]
    const { id } = await add(group, anna)
    await app.groups.takeBackOperations([id], "A later step failed.")
    await relayAll(app)
    expect(heard).toEqual([])
    expect(await untold()).toEqual([])
    await expectLogToBeTrue(app)
  })

  it("is told to have been taken back when it had been told before", async () => {
    const [anna, group] = [await aCustomer(app), await aGroup(app)]
    const { id } = await add(group, anna)
    await relayAll(app)
    await app.groups.takeBackOperations([id], "A later step failed.")
    await relayAll(app)
    expect(spoken(heard, { anna })).toEqual([
      "members-changed +1 -0 by_hand",
      "customer-joined anna",
      "members-changed +0 -1 by_hand",
      "customer-left anna",
    ])
  })
})

describe("criteria", () => {
  const reasons = () => spoken(heard).filter((text) => text.startsWith("members-changed"))
  const whoMoved = () => heard.filter(({ name }) => name !== "members-changed")

  it("fill a group for the first time without an event for each customer", async () => {
    await aCustomer(app, { first_name: "Anna" })
    await createAutomaticGroupWorkflow(app.container).run({ input: { name: "VIP", criteria: named("Anna") } })
    await relayAll(app)
    expect(reasons()).toEqual(["members-changed +1 -0 criteria_changed"])
    expect(whoMoved()).toEqual([])
  })

  it("are changed without an event for each customer", async () => {
    await aCustomer(app, { first_name: "Anna" })
    const group = await aGroup(app)
    for (const name of ["Anna", "Ben"])
      await setCriteriaWorkflow(app.container).run({ input: { group_id: group.id, criteria: named(name) } })
    await relayAll(app)
    expect(reasons()).toEqual(["members-changed +1 -0 criteria_changed", "members-changed +0 -1 criteria_changed"])
    expect(whoMoved()).toEqual([])
  })

  it("tell each customer when whoever saved said so", async () => {
    const anna = await aCustomer(app, { first_name: "Anna" })
    const { result } = await createAutomaticGroupWorkflow(app.container).run({
      input: { name: "VIP", criteria: named("Anna"), tell_customers: true },
    })
    const group_id = result.customer_group.id
    await setCriteriaWorkflow(app.container).run({ input: { group_id, criteria: named("Ben"), tell_customers: true } })
    await relayAll(app)
    expect(spoken(heard, { anna })).toEqual([
      "members-changed +1 -0 criteria_changed",
      "customer-joined anna",
      "members-changed +0 -1 criteria_changed",
      "customer-left anna",
    ])
  })

  it("that were only written fill the group silently too, whenever that is", async () => {
    await aCustomer(app, { first_name: "Anna" })
    const group = await aGroup(app)
    await app.groups.setCriteria({ group_id: group.id, criteria: named("Anna") })
    await app.groups.evaluateGroup({ group_id: group.id, reason: "time_passed" })
    await relayAll(app)
    expect(spoken(heard)).toEqual(["members-changed +1 -0 time_passed"])
  })

  it("tell each customer who moves later, and why", async () => {
    const group = await aGroup(app)
    await setCriteriaWorkflow(app.container).run({ input: { group_id: group.id, criteria: named("Anna") } })
    const anna = await aCustomer(app, { first_name: "Anna" })
    await app.groups.evaluateCustomers({ customer_ids: [anna.id], have_orders_changed: false })
    await app.customers.updateCustomers(anna.id, { first_name: "Ben" })
    await app.groups.evaluateGroup({ group_id: group.id })
    await relayAll(app)
    expect(spoken(heard, { anna })).toEqual([
      "members-changed +1 -0 customer_changed",
      "customer-joined anna",
      "members-changed +0 -1 by_hand",
      "customer-left anna",
    ])
  })
})

it("tells that a group is made, changed and deleted, and nobody that they have left it", async () => {
  const everything = listen(app)
  const { result } = await createGroupsWorkflow(app.container).run({ input: { groups: [{ name: "VIP" }] } })
  const { id } = result[0]!
  await add({ id }, await aCustomer(app))
  await relayAll(app)
  await updateGroupWorkflow(app.container).run({ input: { id, update: { name: "VIP" } } })
  await updateGroupWorkflow(app.container).run({ input: { id, update: { name: "Gold" } } })
  await deleteGroupsWorkflow(app.container).run({ input: { ids: [id, "cusgroup_unknown"] } })
  await relayAll(app)
  expect(everything.map(({ name }) => name)).toEqual([
    "group-created",
    "members-changed",
    "customer-joined",
    "group-updated",
    "group-deleted",
  ])
  expect(everything[4]!.data).toEqual({ id })
})

describe("whatever dies", () => {
  it("a process that is killed between telling and the commit: its changes are told again, with the same ids", async () => {
    const group = await aGroup(app)
    await add(group, await aCustomer(app))
    await app.groups.foldOutbox()

    const child = fork(path.join(__dirname, "../helpers/telling-process.ts"), [app.databaseUrl], {
      execArgv: ["--import", "tsx"],
    })
    const [told] = (await once(child, "message")) as [Message<MembersChangedEvent>[]]
    child.kill("SIGKILL")
    await once(child, "exit")

    // The database notices the death of a client when it next talks to it.
    await eventually(async () => expect(await app.groups.tellChanges()).toBe(1))
    expect(heard.map(({ data }) => data)).toEqual(told.map(({ data }) => data))
    expect(told).toHaveLength(2)
    expect(await untold()).toEqual([])
  }, 30_000)

  it("a bus that hangs: telling ends, the counts go on, and everything is told when it answers again", async () => {
    const [anna, group] = [await aCustomer(app), await aGroup(app)]
    await add(group, anna)
    await app.groups.foldOutbox()
    const hanging = jest.spyOn(busOf(app), "emit").mockReturnValue(new Promise(() => undefined))
    await expect(app.groups.tellChanges()).rejects.toThrow(`The event bus took no events within ${TIME_LIMIT} ms.`)

    await remove(group, anna)
    expect(await app.groups.foldOutbox()).toBe(1)
    await expectLogToBeTrue(app)
    hanging.mockRestore()
    await relayAll(app)
    expect(spoken(heard, { anna })).toEqual([
      "members-changed +1 -0 by_hand",
      "customer-joined anna",
      "members-changed +0 -1 by_hand",
      "customer-left anna",
    ])
  })

  it("two processes: only one of them tells", async () => {
    await add(await aGroup(app), await aCustomer(app))
    await app.groups.foldOutbox()
    const other = await app.connect()
    await other.query("begin")
    await other.query("select pg_advisory_xact_lock(hashtextextended('customer_groups:tell', 0))")
    expect(await app.groups.tellChanges()).toBe(0)
    await other.query("commit")
    expect(await app.groups.tellChanges()).toBe(1)
  })
})

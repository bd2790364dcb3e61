import { Modules } from "@medusajs/framework/utils"
import { notifyOfEvaluationWorkflow } from "../../src/workflows"
import { type Heard, listen, relayAll } from "../helpers/events"
import { aCustomer, aGroup, customersOf } from "../helpers/fixtures"
import { startModuleApp, type ModuleApp } from "../helpers/module-app"

/** Evaluations that a person should look at, what is told of them, and what monitoring sees. */

let app: ModuleApp
let heard: Heard[]
beforeAll(async () => {
  app = await startModuleApp([Modules.NOTIFICATION])
  heard = listen(app)
})
beforeEach(async () => {
  await app.reset()
  await app.db.query("delete from notification")
  heard.length = 0
  app.logged.length = 0
})
afterAll(() => app.stop())

const anOperation = async (group: { id: string }, given: Record<string, unknown> = {}) => {
  const row = { id: `cgop_${Math.random()}`, group_id: group.id, type: "evaluate", status: "held", ...given }
  const columns = Object.keys(row)
  await app.db.query(
    `insert into customer_group_operation (${columns.join(", ")}) values (${columns.map((_, i) => `$${i + 1}`).join(", ")})`,
    Object.values(row),
  )
  return row.id as string
}
const ago = (seconds: number) => new Date(Date.now() - seconds * 1_000)
const told = () => heard.map(({ name, data }) => `${name} ${data.operation_id}`)

describe("the sweeper", () => {
  it("tells of a held and of a failed evaluation, once each", async () => {
    const group = await aGroup(app)
    const held = await anOperation(group)
    const failed = await anOperation(group, { status: "failed", error: "x", finished_at: new Date() })
    for (let time = 0; time < 3; time++) await app.groups.sweep()
    expect(told()).toEqual([`evaluation-held ${held}`, `evaluation-failed ${failed}`])
  })

  it("tells the same failure of a group once a day, and another one at once", async () => {
    const group = await aGroup(app)
    const first = await anOperation(group, { status: "failed", error: "x", finished_at: new Date() })
    await app.groups.sweep()
    await anOperation(group, { status: "failed", error: "x", finished_at: new Date() })
    const other = await anOperation(group, { status: "failed", error: "y", finished_at: new Date() })
    await app.groups.sweep()
    expect(told()).toEqual([`evaluation-failed ${first}`, `evaluation-failed ${other}`])
  })

  it("does not tell of a failure that its user has seen, but of one for which nobody waited any more", async () => {
    const group = await aGroup(app)
    const failed = { status: "failed", actor_id: "user_1", finished_at: new Date() }
    await anOperation(group, { ...failed, error: "x", created_at: ago(1) })
    const late = await anOperation(group, { ...failed, error: "y", created_at: ago(60) })
    await app.groups.sweep()
    expect(told()).toEqual([`evaluation-failed ${late}`])
  })

  it("does not tell of groups that are deleted", async () => {
    const group = await aGroup(app)
    await anOperation(group)
    await app.customers.softDeleteCustomerGroups([group.id])
    await app.groups.sweep()
    expect(told()).toEqual([])
  })

  it("tells dead from running by the sign of life, whatever the age", async () => {
    const group = await aGroup(app)
    const alive = await anOperation(group, { status: "running", created_at: ago(7_200), updated_at: ago(5) })
    const dead = await anOperation(group, { status: "running", created_at: ago(120), updated_at: ago(90) })
    expect((await app.groups.retrieveHealth()).evaluations).toMatchObject({ running: 2, stuck: 1 })
    await app.groups.sweep()
    expect((await app.groups.retrieveOperation(alive)).status).toBe("running")
    expect(await app.groups.retrieveOperation(dead)).toMatchObject({
      status: "failed",
      error: "The process that worked on it has ended.",
    })
    expect(told()).toEqual([`evaluation-failed ${dead}`])
  })
})

describe("a notification of the dashboard", () => {
  const notifications = () => app.container.resolve(Modules.NOTIFICATION).listNotifications({ channel: "feed" })

  it("says of a held evaluation how many would move; once, however often it is asked for", async () => {
    const group = await aGroup(app, { name: "VIP", members: await customersOf(app, 3) })
    const operation_id = await anOperation(group, { details: JSON.stringify({ joins: 0, leaves: 2 }) })
    for (let time = 0; time < 2; time++)
      await notifyOfEvaluationWorkflow(app.container).run({ input: { operation_id, group_id: group.id } })
    expect(await notifications()).toMatchObject([
      {
        to: "",
        template: "admin-ui",
        status: "success",
        data: {
          title: 'Customer group "VIP": a large change waits for you',
          description: expect.stringContaining("Of 3 members 2 would leave"),
        },
      },
    ])
  })

  it("is not made of an evaluation that has been decided since", async () => {
    const group = await aGroup(app)
    const operation_id = await anOperation(group, { status: "discarded" })
    await notifyOfEvaluationWorkflow(app.container).run({ input: { operation_id, group_id: group.id } })
    expect(await notifications()).toEqual([])
  })
})

describe("health", () => {
  it("says what waits and since when", async () => {
    const group = await aGroup(app)
    await app.groups.changeMembers({ group_id: group.id, add: { ids: [(await aCustomer(app)).id] } })
    await app.db.query("update customer_group_outbox set created_at = now() - interval '90 seconds'")
    expect((await app.groups.retrieveHealth()).relay).toMatchObject({
      counts: { rows: 1, oldest_age: expect.any(Number) },
      events: { rows: 0, oldest_at: null, oldest_age: 0 },
      error: null,
    })
    await app.groups.foldOutbox()
    expect((await app.groups.retrieveHealth()).relay).toMatchObject({ counts: { rows: 0 }, events: { rows: 1 } })
    await relayAll(app)
    expect((await app.groups.retrieveHealth()).relay.events).toEqual({ rows: 0, oldest_at: null, oldest_age: 0 })
  })

  it("counts what a person should look at", async () => {
    const group = await aGroup(app)
    await anOperation(group)
    expect((await app.groups.retrieveHealth()).evaluations).toEqual({ running: 0, stuck: 0, held: 1, failed: 0 })
  })
})

it("writes ids and times to the log, and nobody's name or e-mail", async () => {
  const anna = await aCustomer(app, { email: "anna@example.com", first_name: "Annabelle" })
  const group = await aGroup(app, { name: "Secret club", members: [anna] })
  await anOperation(group, { status: "failed", error: "anna@example.com is wrong", finished_at: new Date() })
  const criteria = { all: [{ attribute: "first_name", operator: "eq", value: "Annabelle" }] }
  const { group_id } = (await app.groups.setCriteria({ group_id: group.id, criteria })).criteria
  await relayAll(app)
  await app.groups.sweep()
  await app.groups.evaluateGroup({ group_id })
  const lines = app.logged.filter((line) => line.includes("[customer-groups]"))
  expect(lines).toEqual([
    expect.stringMatching(/^\[customer-groups\] relay\.told changes=1 events=2 not_told=0 ms=\d+$/),
    expect.stringMatching(/^\[customer-groups\] evaluation\.failed operation_id=\S+ group_id=\S+$/),
    expect.stringMatching(/^\[customer-groups\] evaluation\.done operation_id=.* status=succeeded .*ms=\d+$/),
  ])
  expect(lines.join("\n")).not.toMatch(/@|Annabelle|Secret/)
})

import { aCustomer, aGroup, anAutomaticGroup, named } from "../helpers/fixtures"
import { startModuleApp, type ModuleApp } from "../helpers/module-app"

/** How it is with the criteria of groups, as a list of groups shows it. */

let app: ModuleApp
beforeAll(async () => {
  app = await startModuleApp()
})
beforeEach(() => app.reset())
afterAll(() => app.stop())

const orders = { all: [{ attribute: "order_count", operator: "gte", value: 1 }] }

/** The status of a group in the list, on its page, and by the filter: they must agree. */
const statusOf = async ({ id }: { id: string }) => {
  const { groups } = await app.groups.listGroupOverviews({ id })
  const status = groups[0]!.criteria_status
  expect((await app.groups.retrieveGroupOverview(id)).criteria_status).toBe(status)
  expect(await app.groups.listGroupOverviews({ id, criteria_status: status })).toMatchObject({ count: 1 })
  return status
}

const whileBuilding = async (work: () => Promise<void>) => {
  const { rows } = await app.db.query("select status from customer_statistics_state")
  await app.db.query("update customer_statistics_state set status = 'building'")
  try {
    await work()
  } finally {
    await app.db.query("update customer_statistics_state set status = $1", [rows[0].status])
  }
}

it("is none in a manual group", async () => {
  expect(await statusOf(await aGroup(app))).toBe("none")
})

it("is active, and paused", async () => {
  const group = await anAutomaticGroup(app)
  expect(await statusOf(group)).toBe("active")
  await app.groups.pauseGroup({ group_id: group.id })
  expect(await statusOf(group)).toBe("paused")
})

it("is held while an evaluation waits for a person", async () => {
  for (let count = 0; count < 2; count++) await aCustomer(app, { first_name: "Anna" })
  const group = await anAutomaticGroup(app, named("Anna"), { guard: { share: 0.1, people: 1 } })
  const held = await app.groups.evaluateGroup({ group_id: group.id, reason: "time_passed" })
  expect(await statusOf(group)).toBe("held")
  await app.groups.applyHeldEvaluation({ operation_id: held!.id })
  expect(await statusOf(group)).toBe("active")
})

it("is failed after an evaluation that failed, until one succeeds", async () => {
  const other = await aGroup(app)
  const group = await anAutomaticGroup(app, {
    all: [{ attribute: "member_of_group", operator: "nin", value: [other.id] }],
  })
  await app.customers.softDeleteCustomerGroups([other.id])
  await expect(app.groups.evaluateGroup({ group_id: group.id })).rejects.toThrow(other.id)
  expect(await statusOf(group)).toBe("failed")
  await app.customers.restoreCustomerGroups([other.id])
  await app.groups.evaluateGroup({ group_id: group.id })
  expect(await statusOf(group)).toBe("active")
})

it("is running while an evaluation does", async () => {
  const group = await anAutomaticGroup(app)
  await app.db.query(
    "insert into customer_group_operation (id, group_id, type, status) values ('cgop_1', $1, 'evaluate', 'running')",
    [group.id],
  )
  expect(await statusOf(group)).toBe("running")
})

it("says that facts are being counted of those groups only that read them", async () => {
  const [reading, leaving, other, manual] = [
    await anAutomaticGroup(app, orders),
    await anAutomaticGroup(app, named("Anna"), { stay: { leave_criteria: orders } }),
    await anAutomaticGroup(app),
    await aGroup(app),
  ]
  await whileBuilding(async () => {
    await expect(app.groups.evaluateGroup({ group_id: reading.id })).rejects.toThrow("statistics_building")
    expect(await statusOf(reading)).toBe("statistics_building")
    expect(await statusOf(leaving)).toBe("statistics_building")
    expect(await statusOf(other)).toBe("active")
    expect(await statusOf(manual)).toBe("none")
  })
})

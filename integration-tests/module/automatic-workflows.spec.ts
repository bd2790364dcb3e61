import { createStep, createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import {
  changeMembersWorkflow,
  createAutomaticGroupWorkflow,
  excludeCustomersWorkflow,
  liftExclusionWorkflow,
  setCriteriaWorkflow,
} from "../../src/workflows"
import { aCustomer, aGroup, named } from "../helpers/fixtures"
import { expectLogToBeTrue } from "../helpers/log"
import { startModuleApp, type ModuleApp } from "../helpers/module-app"

/** Workflows around groups that fill themselves, and how they are taken back. */

let app: ModuleApp
beforeAll(async () => {
  app = await startModuleApp()
})
beforeEach(() => app.reset())
afterEach(() => expectLogToBeTrue(app))
afterAll(() => app.stop())

const actor = { type: "user" as const, id: "user_1" }

const tables = [
  "customer_group",
  "customer_group_customer",
  "customer_group_criteria",
  "customer_group_exclusion",
  "customer_group_operation",
]

const rowsOf = async (table: string, columns = "*") =>
  (await app.db.query(`select ${columns} from ${table} order by id`)).rows

const everything = async () => Promise.all(tables.map((table) => rowsOf(table)))

describe("a group created with criteria", () => {
  it("is made, automatic and filled", async () => {
    const anna = await aCustomer(app, { first_name: "Anna" })

    const { result } = await createAutomaticGroupWorkflow(app.container).run({
      input: {
        name: "VIP",
        metadata: { tier: 1 },
        criteria: named("Anna"),
        stay: { days: 3 },
        created_by: "user_1",
        actor,
      },
    })

    expect(result.operation).toMatchObject({ type: "evaluate", joined: 1, actor_id: "user_1" })
    const { id } = result.customer_group
    expect((await app.groups.listMembers(id)).members).toMatchObject([{ id: anna.id, source: "criteria" }])
    expect(await app.groups.retrieveCriteria(id)).toMatchObject({ criteria: named("Anna"), stay: { days: 3 } })
    expect(await app.customers.retrieveCustomerGroup(id)).toMatchObject({ name: "VIP", metadata: { tier: 1 } })
    const { operations } = await app.groups.listOperations(id)
    expect(operations.map(({ type }) => type)).toEqual(["evaluate", "set_criteria", "create"])
  })

  it.each([
    [
      "criteria that are wrong",
      { criteria: { all: [{ ...named("A").all[0], operator: "gt" }] } },
      /^criteria\.all\[0\]/,
    ],
    [
      "criteria that name what is not there",
      { criteria: { any: [{ attribute: "member_of_group", operator: "in", value: ["cusgroup_x"] }] } },
      /^criteria\.any\[0\]\.value\[0\]: There is no group/,
    ],
    ["a wrong stay", { stay: { days: 0 } }, /^stay\.days: /],
    ["a wrong guard", { guard: { share: 5, people: 1 } }, /^guard\.share: /],
    ["a blank name", { name: " " }, /^name: /],
  ])("is refused with %s before anything is written", async (_what, wrong, message) => {
    const before = await everything()
    const input = { name: "VIP", criteria: named("Anna"), ...wrong }
    await expect(createAutomaticGroupWorkflow(app.container).run({ input })).rejects.toMatchObject({
      message: expect.stringMatching(message),
    })
    expect(await everything()).toEqual(before)
  })

  it("is refused while what its criteria read is being counted, and nothing is written", async () => {
    const before = await everything()
    await app.db.query("update customer_statistics_state set status = 'building'")
    try {
      const criteria = { all: [{ attribute: "order_count", operator: "gte", value: 1 }] }
      await expect(
        createAutomaticGroupWorkflow(app.container).run({ input: { name: "VIP", criteria } }),
      ).rejects.toMatchObject({ message: expect.stringContaining("statistics_building") })
    } finally {
      await app.db.query("update customer_statistics_state set status = 'ready'")
    }
    expect(await everything()).toEqual(before)
  })
})

describe("when a later step fails", () => {
  const fail = createStep("test-automatic-fail", async () => {
    throw new Error("wanted")
  })
  /** Another plugin's workflow that runs ours and fails afterwards. */
  const failing = (name: string, ours: { runAsStep(config: { input: never }): unknown }) =>
    createWorkflow(`test-automatic-${name}-and-fail`, (input: never) => {
      ours.runAsStep({ input })
      fail()
      return new WorkflowResponse(input)
    })
  const createAndFail = failing("create", createAutomaticGroupWorkflow)
  const excludeAndFail = failing("exclude", excludeCustomersWorkflow)
  const liftAndFail = failing("lift", liftExclusionWorkflow)
  const changeAndFail = failing("change", changeMembersWorkflow)

  const run = (workflow: ReturnType<typeof failing>, input: unknown) =>
    expect(workflow(app.container).run({ input: input as never })).rejects.toMatchObject({ message: "wanted" })

  const standing = async () => [
    await rowsOf("customer_group_customer", "id, customer_group_id, customer_id, created_by, created_at"),
    (
      await app.db.query(
        "select id, customer_id, reason, until from customer_group_exclusion where deleted_at is null order by id",
      )
    ).rows,
  ]

  const filled = async () => {
    const [anna, ben] = [await aCustomer(app, { first_name: "Anna" }), await aCustomer(app)]
    const group = await aGroup(app)
    await setCriteriaWorkflow(app.container).run({ input: { group_id: group.id, criteria: named("Anna") } })
    await app.groups.changeMembers({ group_id: group.id, add: { ids: [ben.id] } })
    return { anna, ben, group }
  }

  it("a created group is gone, with criteria and members", async () => {
    await aCustomer(app, { first_name: "Anna" })
    await run(createAndFail, { name: "VIP", criteria: named("Anna") })
    expect(await app.customers.listCustomerGroups({ name: "VIP" })).toEqual([])
    expect(await rowsOf("customer_group_criteria")).toEqual([])
    expect(await rowsOf("customer_group_customer")).toEqual([])
    expect(new Set((await rowsOf("customer_group_operation")).map(({ status }) => status))).toEqual(new Set(["failed"]))
  })

  it("who was excluded is back as they were, and exclusions say what they said", async () => {
    const { anna, ben, group } = await filled()
    const cleo = await aCustomer(app)
    await app.groups.excludeCustomers({ group_id: group.id, ids: [cleo.id], reason: "First" })
    const before = await standing()
    const ids = [anna.id, ben.id, cleo.id]
    await run(excludeAndFail, { group_id: group.id, ids, reason: "Second" })
    expect(await standing()).toEqual(before)
    await run(changeAndFail, { group_id: group.id, exclude: { ids } })
    expect(await standing()).toEqual(before)
  })

  it("a lifted exclusion stands again, and who came back is out", async () => {
    const { anna, group } = await filled()
    await app.groups.excludeCustomers({ group_id: group.id, ids: [anna.id], reason: "First" })
    const before = await standing()
    await run(liftAndFail, { group_id: group.id, customer_id: anna.id })
    expect(await standing()).toEqual(before)
  })
})

import { createStep, createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import {
  changeGroupsOfCustomerWorkflow,
  changeMembersWorkflow,
  createGroupsWorkflow,
  deleteGroupsWorkflow,
  evaluateCustomersWorkflow,
  pauseGroupWorkflow,
  removeCriteriaWorkflow,
  setCriteriaWorkflow,
  updateGroupWorkflow,
} from "../../src/workflows"
import { aCustomer, aGroup, insertRow, named } from "../helpers/fixtures"
import { expectLogToBeTrue } from "../helpers/log"
import { startModuleApp, type ModuleApp } from "../helpers/module-app"

let app: ModuleApp
beforeAll(async () => {
  app = await startModuleApp()
})
beforeEach(() => app.reset())
afterEach(() => expectLogToBeTrue(app))
afterAll(() => app.stop())

const fail = createStep("test-fail", async () => {
  throw new Error("wanted")
})

/** Another plugin's workflow that runs ours and fails afterwards. */
const failing = (name: string, ours: { runAsStep(config: { input: never }): unknown }) =>
  createWorkflow(`test-${name}-and-fail`, (input: never) => {
    ours.runAsStep({ input })
    fail()
    return new WorkflowResponse(input)
  })

const createAndFail = failing("create", createGroupsWorkflow)
const updateAndFail = failing("update", updateGroupWorkflow)
const deleteAndFail = failing("delete", deleteGroupsWorkflow)
const changeAndFail = failing("change", changeMembersWorkflow)
const changeGroupsAndFail = failing("change-groups", changeGroupsOfCustomerWorkflow)
const setCriteriaAndFail = failing("set-criteria", setCriteriaWorkflow)
const removeCriteriaAndFail = failing("remove-criteria", removeCriteriaWorkflow)
const pauseAndFail = failing("pause", pauseGroupWorkflow)
const evaluateCustomersAndFail = failing("evaluate-customers", evaluateCustomersWorkflow)

const run = (workflow: ReturnType<typeof failing>, input: unknown) =>
  expect(workflow(app.container).run({ input: input as never })).rejects.toMatchObject({ message: "wanted" })

const memberships = async () =>
  (
    await app.db.query(
      `select id, customer_group_id, customer_id, created_by, metadata, created_at from customer_group_customer order by id`,
    )
  ).rows

const statuses = async (group: { id: string }) =>
  (await app.groups.listOperations(group.id)).operations.map(({ type, status }) => `${type} ${status}`)

describe("when a later step fails", () => {
  it("a created group is gone", async () => {
    await run(createAndFail, { groups: [{ name: "VIP" }] })
    expect(await app.customers.listCustomerGroups({ name: "VIP" })).toEqual([])
  })

  it("an updated group has its name and its metadata back, to the letter", async () => {
    const metadata = { list: [null, { a: null }], text: "00420", gone: 1 }
    const group = await app.customers.createCustomerGroups({ name: "VIP", metadata })

    await run(updateAndFail, { id: group.id, update: { name: "Gold", metadata: { gone: "", added: "x", text: "1" } } })

    expect(await app.customers.retrieveCustomerGroup(group.id)).toMatchObject({ name: "VIP", metadata })
    expect((await app.customers.retrieveCustomerGroup(group.id)).metadata).toEqual(metadata)
    expect(await statuses(group)).toEqual(["update failed"])
  })

  it("a deleted group is back, with its members", async () => {
    const anna = await aCustomer(app)
    const group = await aGroup(app, { members: [anna] })

    await run(deleteAndFail, { ids: [group.id] })

    expect((await app.groups.retrieveGroupOverview(group.id)).member_count).toBe(1)
    expect(await statuses(group)).toContain("delete failed")
  })

  it("members are who they were: those from before stay, with their rows, sources and dates", async () => {
    const [anna, ben, cleo, dora] = [
      await aCustomer(app),
      await aCustomer(app),
      await aCustomer(app),
      await aCustomer(app),
    ]
    const group = await aGroup(app, { members: [anna, ben] })
    await insertRow(app.db, group, cleo, "criteria")
    await app.db.query(
      `update customer_group_customer set metadata = '{"since": "school"}', created_at = '2020-01-01' where customer_id = $1`,
      [ben.id],
    )
    const before = await memberships()

    await run(changeAndFail, {
      group_id: group.id,
      add: { ids: [anna.id, cleo.id, dora.id] },
      remove: { ids: [ben.id] },
    })

    expect(await memberships()).toEqual(before)
    expect(await statuses(group)).toEqual(["change_members failed", "outside succeeded", "change_members succeeded"])
  })

  it("the groups of a customer are what they were", async () => {
    const anna = await aCustomer(app)
    const [vip, staff] = [await aGroup(app, { members: [anna] }), await aGroup(app)]
    const before = await memberships()

    await run(changeGroupsAndFail, { customer_id: anna.id, add: [staff.id], remove: [vip.id] })

    expect(await memberships()).toEqual(before)
  })
})

it("runs as a workflow of its own, and answers the operation", async () => {
  const anna = await aCustomer(app)
  const group = await aGroup(app)
  const { result } = await changeMembersWorkflow(app.container).run({
    input: { group_id: group.id, add: { filter: { q: anna.email } }, actor: { type: "workflow", id: "mine" } },
  })
  expect(result).toMatchObject({ joined: 1, actor_type: "workflow", actor_id: "mine", status: "succeeded" })
})

it("refuses a name that is blank before anything is written", async () => {
  await expect(
    createGroupsWorkflow(app.container).run({ input: { groups: [{ name: "A" }, { name: " " }] } }),
  ).rejects.toMatchObject({ message: expect.stringMatching(/^groups\[1\]\.name: /) })
  expect(await app.customers.listCustomerGroups()).toEqual([])
})

describe("when a step after a change of criteria fails", () => {
  const anAutomaticGroup = async () => {
    const [anna, ben] = [await aCustomer(app, { first_name: "Anna" }), await aCustomer(app, { first_name: "Ben" })]
    const group = await aGroup(app)
    await setCriteriaWorkflow(app.container).run({ input: { group_id: group.id, criteria: named("Anna") } })
    return { anna, ben, group }
  }

  it("a manual group is manual again, without members by criteria", async () => {
    await aCustomer(app, { first_name: "Anna" })
    const group = await aGroup(app)
    await run(setCriteriaAndFail, { group_id: group.id, criteria: named("Anna") })
    expect(await app.groups.retrieveCriteria(group.id)).toBeNull()
    expect(await memberships()).toEqual([])
    expect(await statuses(group)).toEqual(["evaluate failed", "set_criteria failed"])
  })

  it.each([
    ["changed", setCriteriaAndFail, { criteria: named("Ben"), stay: { days: 3 }, guard: { off: true } }],
    ["taken away, members kept", removeCriteriaAndFail, { members: "keep" }],
    ["taken away, members removed", removeCriteriaAndFail, { members: "remove" }],
    ["paused", pauseAndFail, { is_paused: true }],
  ])("criteria and members are as before: %s", async (_, workflow, input) => {
    const { group } = await anAutomaticGroup()
    const [criteria, members] = [await app.groups.retrieveCriteria(group.id), await memberships()]

    await run(workflow, { group_id: group.id, ...input })

    // Due at once: customers may have been evaluated by what was taken back.
    expect(await app.groups.retrieveCriteria(group.id)).toEqual({ ...criteria, due_at: expect.any(Date) })
    expect(await memberships()).toEqual(members)
    expect((await app.groups.retrieveGroupOverview(group.id)).kind).toBe("automatic")
  })

  it("customers who have been evaluated are in the groups where they were before", async () => {
    const { anna, ben, group } = await anAutomaticGroup()
    await app.customers.updateCustomers(anna.id, { first_name: "Ben" })
    await app.customers.updateCustomers(ben.id, { first_name: "Anna" })
    const members = await memberships()

    await run(evaluateCustomersAndFail, { customer_ids: [anna.id, ben.id] })

    expect(await memberships()).toEqual(members)
    expect((await statuses(group))[0]).toBe("evaluate failed")
  })
})

import type { Context } from "@medusajs/framework/types"
import type { EvaluationInput } from "../../src/modules/customer-groups/evaluation/types"
import { EvaluationRepository } from "../../src/modules/customer-groups/repositories/evaluation"
import { ExclusionsRepository } from "../../src/modules/customer-groups/repositories/exclusions"
import { MembershipChangesRepository } from "../../src/modules/customer-groups/repositories/membership-changes"
import { sql } from "../../src/modules/customer-groups/sql/sql"
import { aCustomer, aGroup, customersOf, insertRow, sourcesOf } from "../helpers/fixtures"
import { expectLogToBeTrue } from "../helpers/log"
import { startModuleApp, type ModuleApp } from "../helpers/module-app"

/** Bringing members in line with who matches; who matches is said by hand here. */

let app: ModuleApp
beforeAll(async () => {
  app = await startModuleApp()
})
beforeEach(() => app.reset())
afterEach(() => expectLogToBeTrue(app))
afterAll(() => app.stop())

const evaluation = new EvaluationRepository()
const changes = new MembershipChangesRepository()
const exclusions = new ExclusionsRepository()
const byNobody = { actor: { type: null, id: null }, operationId: "cgop_test" }

const idsOf = (customers: { id: string }[]) => customers.map(({ id }) => id)
const these = (customers: { id: string }[]) => sql`select unnest(${idsOf(customers)}::text[]) as id`

type Given = Partial<EvaluationInput> & { meanwhile?: () => Promise<unknown> }

/** Evaluates a group as matched by exactly these customers. */
const evaluate = (
  group: { id: string },
  matching: { id: string }[],
  { meanwhile = async () => undefined, ...given }: Given = {},
) =>
  app.inTransaction(async (context: Context) => {
    const input = { groupId: group.id, matching: these(matching), now: new Date(), ...given }
    const difference = await evaluation.findDifference(input, context)
    await meanwhile()
    await changes.lockGroups([group.id], context)
    return { ...difference, ...(await evaluation.apply(input, context)) }
  })

describe("an evaluation", () => {
  it("lets in who matches and out who no longer does", async () => {
    const [anna, ben, cleo] = await customersOf(app, 3)
    const group = await aGroup(app)

    expect(await evaluate(group, [anna!, ben!])).toMatchObject({ matching: 2, joins: 2, leaves: 0, joined: 2, left: 0 })
    expect(await evaluate(group, [ben!, cleo!])).toMatchObject({ joins: 1, leaves: 1, joined: 1, left: 1 })

    expect(await sourcesOf(app, group)).toEqual({ [ben!.id]: "criteria", [cleo!.id]: "criteria" })
  })

  it("changes nothing when everything is in line", async () => {
    const [anna] = await customersOf(app, 1)
    const group = await aGroup(app)
    await evaluate(group, [anna!])
    expect(await evaluate(group, [anna!])).toMatchObject({ joins: 0, leaves: 0, joined: 0, left: 0 })
  })

  it("never takes out a member picked by hand, and leaves them by hand when they match", async () => {
    const [anna, ben] = await customersOf(app, 2)
    const group = await aGroup(app, { members: [anna!, ben!] })
    expect(await evaluate(group, [anna!])).toMatchObject({ joins: 0, leaves: 0 })
    expect(await sourcesOf(app, group)).toEqual({ [anna!.id]: "manual", [ben!.id]: "manual" })
  })

  it("takes a pair with a row by hand and one by criteria as by hand", async () => {
    const anna = await aCustomer(app)
    const group = await aGroup(app)
    await evaluate(group, [anna])
    await insertRow(app.db, group, anna)
    expect(await evaluate(group, [])).toMatchObject({ leaves: 0, left: 0 })
  })

  it("takes out every row of a member that has several", async () => {
    const anna = await aCustomer(app)
    const group = await aGroup(app)
    await insertRow(app.db, group, anna, "criteria")
    await insertRow(app.db, group, anna, "criteria")
    expect(await evaluate(group, [])).toMatchObject({ leaves: 1, left: 1 })
    expect(await sourcesOf(app, group)).toEqual({})
  })

  it("keeps out who is excluded, until the exclusion ends", async () => {
    const [anna, ben] = await customersOf(app, 2)
    const group = await aGroup(app)
    await evaluate(group, [anna!, ben!])
    const tomorrow = new Date(Date.now() + 86_400_000)
    await app.inTransaction((context) =>
      exclusions.exclude(group.id, [anna!.id], { ...byNobody, until: tomorrow }, context),
    )

    expect(await evaluate(group, [anna!, ben!])).toMatchObject({ matching: 2, joins: 0, leaves: 1 })
    expect(await evaluate(group, [anna!, ben!], { now: tomorrow })).toMatchObject({ joins: 1, leaves: 0 })
  })

  it("lets nobody out before the days of their stay are over, but an excluded customer", async () => {
    const [anna, ben] = await customersOf(app, 2)
    const group = await aGroup(app)
    await evaluate(group, [anna!, ben!])
    await app.inTransaction((context) => exclusions.exclude(group.id, [ben!.id], byNobody, context))
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)

    expect(await evaluate(group, [], { stay: { days: 30 }, now: inDays(29) })).toMatchObject({ leaves: 1 })
    expect(await sourcesOf(app, group)).toEqual({ [anna!.id]: "criteria" })
    expect(await evaluate(group, [], { stay: { days: 30 }, now: inDays(31) })).toMatchObject({ leaves: 1 })
  })

  it("lets out only who fulfils the criteria for leaving, if there are such", async () => {
    const [anna, ben] = await customersOf(app, 2)
    const group = await aGroup(app)
    await evaluate(group, [anna!, ben!])
    await evaluate(group, [], { stay: { leaving: these([ben!]) } })
    expect(await sourcesOf(app, group)).toEqual({ [anna!.id]: "criteria" })
  })

  it("looks at no others than those it is asked for", async () => {
    const [anna, ben] = await customersOf(app, 2)
    const group = await aGroup(app)
    await evaluate(group, [anna!, ben!])
    await evaluate(group, [], { customerIds: [anna!.id] })
    expect(await sourcesOf(app, group)).toEqual({ [ben!.id]: "criteria" })
  })

  it("does not count a deleted customer among those who leave", async () => {
    const anna = await aCustomer(app)
    const group = await aGroup(app)
    await evaluate(group, [anna])
    await app.customers.softDeleteCustomers([anna.id])
    expect(await evaluate(group, [])).toMatchObject({ leaves: 0, left: 0 })
  })

  it.each([
    [
      "was added by hand",
      "manual",
      (group: string, id: string) => app.groups.changeMembers({ group_id: group, add: { ids: [id] } }),
    ],
    ["was deleted", undefined, (_: string, id: string) => app.customers.softDeleteCustomers([id])],
    [
      "was excluded",
      undefined,
      (group: string, id: string) => app.inTransaction((context) => exclusions.exclude(group, [id], byNobody, context)),
    ],
  ])("lets nobody in by criteria who %s while it was worked out", async (_, source, act) => {
    const anna = await aCustomer(app)
    const group = await aGroup(app)
    expect(
      await evaluate(group, [anna], { meanwhile: () => act(group.id, anna.id) as Promise<unknown> }),
    ).toMatchObject({
      joins: 1,
      joined: 0,
    })
    expect(await sourcesOf(app, group)).toEqual(source ? { [anna.id]: source } : {})
  })

  it("lets nobody out who was picked by hand while it was worked out", async () => {
    const anna = await aCustomer(app)
    const group = await aGroup(app)
    await evaluate(group, [anna])
    const meanwhile = () => app.groups.changeMembers({ group_id: group.id, add: { ids: [anna.id] } })
    expect(await evaluate(group, [], { meanwhile })).toMatchObject({ leaves: 1, left: 0 })
    expect(await sourcesOf(app, group)).toEqual({ [anna.id]: "manual" })
  })

  it("evaluates several groups in one transaction", async () => {
    const [anna, ben] = await customersOf(app, 2)
    const [vip, staff] = [await aGroup(app), await aGroup(app)]
    await app.inTransaction(async (context) => {
      for (const [group, customer] of [
        [vip, anna!],
        [staff, ben!],
      ] as const) {
        const input = { groupId: group.id, matching: these([customer]), now: new Date() }
        await evaluation.findDifference(input, context)
        await changes.lockGroups([group.id], context)
        await evaluation.apply(input, context)
      }
    })
    expect([await sourcesOf(app, vip), await sourcesOf(app, staff)]).toEqual([
      { [anna!.id]: "criteria" },
      { [ben!.id]: "criteria" },
    ])
  })
})

import type { AdminExplainedCondition, AdminExplainedNode, ListGroupMembershipsInput } from "../../src/types"
import { aCustomer, aGroup, anAutomaticGroup, anEvaluatedGroup } from "../helpers/fixtures"
import { startModuleApp, type ModuleApp } from "../helpers/module-app"

/** Why a customer is in a group, or what is missing. */

let app: ModuleApp
beforeAll(async () => {
  app = await startModuleApp()
})
beforeEach(async () => {
  await app.reset()
  await app.db.query("truncate customer_statistics")
})
afterAll(() => app.stop())

const actor = { type: "user" as const, id: "user_1" }
const named = (first_name: string) => ({ attribute: "first_name", operator: "eq", value: first_name })
const ordersAtLeast = (value: number) => ({ attribute: "order_count", operator: "gte", value })

const withOrders = async (customer: { id: string }, count: number) => {
  for (const currency of ["*", "eur"])
    await app.db.query(
      `insert into customer_statistics (customer_id, currency_code, order_count, spent, first_order_at, last_order_at)
       values ($1, $2, $3, 100, now(), now())`,
      [customer.id, currency, count],
    )
}

const membershipsOf = async (customer: { id: string }, input: ListGroupMembershipsInput = {}) =>
  (await app.groups.listGroupMemberships(customer.id, input)).group_memberships

/** The only group that is answered, and the conditions of its criteria. */
const explained = async (customer: { id: string }, input: ListGroupMembershipsInput = {}) => {
  const [membership] = await membershipsOf(customer, input)
  const why = membership!.why
  if (why?.status !== "explained") throw new Error(JSON.stringify(why))
  return { membership: membership!, matches: why.matches, conditions: conditionsOf(why.criteria) }
}

const conditionsOf = (part: AdminExplainedNode | AdminExplainedCondition): AdminExplainedCondition[] =>
  "children" in part ? part.children.flatMap(conditionsOf) : [part]

describe("of the groups that a customer is in", () => {
  it("says which conditions hold, with the values found", async () => {
    const anna = await aCustomer(app, { first_name: "Anna" })
    await withOrders(anna, 3)
    const group = await anEvaluatedGroup(
      app,
      { all: [named("Anna"), { any: [ordersAtLeast(2), named("Ben")] }] },
      { name: "VIP" },
    )

    const { membership, matches, conditions } = await explained(anna)

    expect(membership).toMatchObject({
      id: group.id,
      name: "VIP",
      kind: "automatic",
      is_member: true,
      source: "criteria",
      joined_at: expect.any(Date),
      added_by: null,
      exclusion: null,
    })
    expect(matches).toBe(true)
    expect(conditions.map(({ path, holds, found }) => [path, holds, found])).toEqual([
      ["criteria.all[0]", true, "Anna"],
      ["criteria.all[1].any[0]", true, 3],
      ["criteria.all[1].any[1]", false, "Anna"],
    ])
  })

  it("says who added a customer by hand, and whether the criteria match too", async () => {
    await app.db.query(
      `insert into "user" (id, email, first_name, last_name) values ('user_1', 'a@x.de', 'Eva', 'Meier') on conflict do nothing`,
    )
    const [anna, ben] = [await aCustomer(app, { first_name: "Anna" }), await aCustomer(app, { first_name: "Ben" })]
    const group = await anAutomaticGroup(app)
    await app.groups.changeMembers({ group_id: group.id, add: { ids: [anna.id, ben.id] }, actor })

    for (const [customer, matches] of [
      [anna, true],
      [ben, false],
    ] as const) {
      const found = await explained(customer)
      expect(found.matches).toBe(matches)
      expect(found.membership).toMatchObject({
        source: "manual",
        added_by: { type: "user", id: "user_1", name: "Eva Meier" },
      })
    }
  })

  it("explains nothing of a manual group", async () => {
    const anna = await aCustomer(app)
    const group = await aGroup(app, { members: [anna] })
    expect(await membershipsOf(anna)).toMatchObject([
      { id: group.id, kind: "manual", source: "manual", added_by: { id: null }, why: null },
    ])
  })
})

describe("of the automatic groups that a customer is not in", () => {
  it("says what is missing, as data and in words", async () => {
    const anna = await aCustomer(app, { first_name: "Anna" })
    await withOrders(anna, 1)
    await aGroup(app, { name: "Manual" })
    await anEvaluatedGroup(app, { all: [named("Anna"), ordersAtLeast(3)] }, { name: "VIP" })

    const { membership, conditions } = await explained(anna, { is_member: false })

    expect(membership).toMatchObject({ name: "VIP", is_member: false, source: null, joined_at: null })
    expect(conditions[0]).toMatchObject({ holds: true, missing: null })
    expect(conditions[1]).toMatchObject({
      holds: false,
      is_wanted: true,
      found: 1,
      missing: { key: "more", by: 2, sentence: expect.stringContaining("2") },
    })
  })

  it("speaks the language that is asked for", async () => {
    const anna = await aCustomer(app, { first_name: "Ben" })
    await anEvaluatedGroup(app, { all: [ordersAtLeast(3)] }, { name: "VIP" })
    const sentences = async (language: "en" | "de") =>
      (await explained(anna, { is_member: false, language })).conditions.map(({ sentence }) => sentence)
    expect(await sentences("de")).not.toEqual(await sentences("en"))
  })

  it("names what a condition knows by its id", async () => {
    const anna = await aCustomer(app)
    const friends = await aGroup(app, { name: "Friends" })
    await anEvaluatedGroup(
      app,
      { all: [{ attribute: "member_of_group", operator: "in", value: [friends.id] }] },
      { name: "VIP" },
    )
    const { conditions } = await explained(anna, { is_member: false })
    expect(conditions[0]!.sentence).toContain("Friends")
  })

  it("says that a condition within `none` must not hold", async () => {
    const anna = await aCustomer(app, { first_name: "Anna" })
    await anEvaluatedGroup(app, { none: [named("Anna")] }, { name: "Others" })
    const { conditions } = await explained(anna, { is_member: false })
    expect(conditions[0]).toMatchObject({ holds: true, is_wanted: false, missing: { key: "must_not" } })
  })

  it("says who is excluded, by whom, why and until when", async () => {
    const anna = await aCustomer(app, { first_name: "Anna" })
    const group = await anEvaluatedGroup(app, { all: [named("Anna")] }, { name: "VIP" })
    await app.groups.excludeCustomers({
      group_id: group.id,
      ids: [anna.id],
      reason: "Returns everything",
      until: "2099-01-01",
      actor: { type: "user", id: "user_none" },
    })
    const { membership, matches } = await explained(anna, { is_member: false })
    expect(matches).toBe(true)
    expect(membership.exclusion).toMatchObject({
      reason: "Returns everything",
      until: expect.stringContaining("2099-01-01"),
      excluded_by: { type: "user", id: "user_none", name: null },
    })
  })

  it("does not tell of an exclusion that is over", async () => {
    const anna = await aCustomer(app, { first_name: "Ben" })
    const group = await anEvaluatedGroup(app, { all: [named("Anna")] }, { name: "VIP" })
    await app.groups.excludeCustomers({ group_id: group.id, ids: [anna.id], until: "2099-01-01" })
    await app.db.query("update customer_group_exclusion set until = now() - interval '1 second'")
    expect((await explained(anna, { is_member: false })).membership.exclusion).toBeNull()
  })
})

it("hides what it found of orders from who may not read them, and only that", async () => {
  const anna = await aCustomer(app, { first_name: "Anna" })
  await withOrders(anna, 1)
  await anEvaluatedGroup(app, { all: [named("Anna"), ordersAtLeast(3)] }, { name: "VIP" })
  const { conditions } = await explained(anna, { is_member: false, may_see_orders: false })
  expect(conditions[0]).toMatchObject({ is_hidden: false, found: "Anna" })
  expect(conditions[1]).toMatchObject({ holds: false, is_hidden: true, found: null, missing: null })
})

it("says that facts are being counted, of those groups only that read them", async () => {
  const anna = await aCustomer(app, { first_name: "Anna" })
  await anEvaluatedGroup(app, { all: [ordersAtLeast(3)] }, { name: "A" })
  await anEvaluatedGroup(app, { all: [named("Ben")] }, { name: "B" })
  await app.db.query("update customer_statistics_state set status = 'building'")
  try {
    const found = await membershipsOf(anna, { is_member: false })
    expect(found.map(({ name, why }) => [name, why?.status])).toEqual([
      ["A", "statistics_building"],
      ["B", "explained"],
    ])
  } finally {
    await app.db.query("update customer_statistics_state set status = 'ready'")
  }
})

it("says why criteria cannot be evaluated", async () => {
  const anna = await aCustomer(app)
  const other = await aGroup(app)
  await anEvaluatedGroup(
    app,
    { all: [{ attribute: "member_of_group", operator: "in", value: [other.id] }] },
    { name: "VIP" },
  )
  await app.customers.softDeleteCustomerGroups([other.id])
  expect((await membershipsOf(anna, { is_member: false }))[0]!.why).toEqual({
    status: "invalid",
    message: expect.stringContaining(other.id),
  })
})

it("works out ranks, which look at everybody, only for a group that is asked for by itself", async () => {
  const anna = await aCustomer(app)
  await withOrders(anna, 1)
  const group = await anEvaluatedGroup(
    app,
    { all: [{ attribute: "order_count_rank", operator: "lte", value: 10 }] },
    { name: "Top" },
  )
  expect((await membershipsOf(anna))[0]!.why).toEqual({ status: "on_request" })
  const { conditions } = await explained(anna, { group_id: group.id })
  expect(conditions[0]).toMatchObject({ holds: true, found: 1 })
})

it("answers one group, whether the customer is in or not, manual ones too", async () => {
  const anna = await aCustomer(app)
  const [mine, other] = [await aGroup(app, { members: [anna] }), await aGroup(app)]
  expect(await membershipsOf(anna, { group_id: mine.id })).toMatchObject([{ id: mine.id, is_member: true }])
  expect(await membershipsOf(anna, { group_id: other.id })).toMatchObject([{ id: other.id, is_member: false }])
  await expect(membershipsOf(anna, { group_id: "cusgroup_none" })).rejects.toMatchObject({ type: "not_found" })
})

it("pages without gaps", async () => {
  const anna = await aCustomer(app)
  for (const name of ["C", "A", "B"]) await aGroup(app, { name, members: [anna] })
  const page = async (offset: number) => {
    const { group_memberships, count } = await app.groups.listGroupMemberships(anna.id, { limit: 2, offset })
    expect(count).toBe(3)
    return group_memberships.map(({ name }) => name)
  }
  expect([...(await page(0)), ...(await page(2))]).toEqual(["A", "B", "C"])
})

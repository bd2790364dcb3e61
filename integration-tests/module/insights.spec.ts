import { Modules } from "@medusajs/framework/utils"
import type { AdminGroupCountries, AdminGroupOrders, GroupInsightsInput } from "../../src/types"
import { aCustomer, aGroup, customersOf, insertRow } from "../helpers/fixtures"
import { startModuleApp, type ModuleApp } from "../helpers/module-app"
import { anOrder, resetOrders } from "../helpers/orders"

/** What the members of a group order, where they live, and where else they are. */

let app: ModuleApp
beforeAll(async () => {
  app = await startModuleApp([Modules.ORDER, Modules.CURRENCY], undefined, { timeZone: "Europe/Berlin" })
})
beforeEach(async () => {
  await app.reset()
  await resetOrders(app)
  await app.db.query("update customer_statistics_state set status = 'ready'")
})
afterAll(() => app.stop())

const period = { from: "2026-03-01", to: "2026-03-31" }

const insightsOf = (group: { id: string }, input: GroupInsightsInput = {}) =>
  app.groups.retrieveGroupInsights(group.id, { ...period, ...input })

const ordersOf = async (group: { id: string }, input: GroupInsightsInput = {}) =>
  (await insightsOf(group, { parts: ["orders"], ...input })).orders as AdminGroupOrders

const countriesOf = async (group: { id: string }) =>
  (await insightsOf(group, { parts: ["countries"] })).countries as AdminGroupCountries

const overlapsOf = async (group: { id: string }, overlap_with?: string[]) => {
  const { overlaps } = await insightsOf(group, { parts: ["overlaps"], overlap_with })
  return overlaps!.groups.map(({ name, member_count, shared_count }) => [name, member_count, shared_count])
}

const orderAt = (customer: { id: string }, moment: string, given: object = {}, columns: object = {}) =>
  anOrder(app, { customer, ...given, columns: { created_at: moment, ...columns } })

const addressIn = (customer: { id: string }, country: string | null, columns: { deleted_at?: string } = {}) =>
  app.db.query(
    "insert into customer_address (id, customer_id, country_code, deleted_at) values (gen_random_uuid(), $1, $2, $3)",
    [customer.id, country, columns.deleted_at ?? null],
  )

describe("orders", () => {
  it("are those of today's members in the period, by currency", async () => {
    const [anna, ben, cleo, outsider] = await customersOf(app, 4)
    const group = await aGroup(app, { members: [anna!, ben!, cleo!] })
    await orderAt(anna!, "2026-03-05T12:00:00Z", { lines: [{ price: 20, quantity: 2 }] })
    await orderAt(anna!, "2026-03-06T12:00:00Z", { lines: [{ price: 0.1 }, { price: 0.2 }] })
    await orderAt(anna!, "2026-03-07T12:00:00Z", { currency: "usd", lines: [{ price: 7 }] })
    await orderAt(ben!, "2026-03-08T12:00:00Z", { lines: [{ price: 5 }] })
    await orderAt(outsider!, "2026-03-08T12:00:00Z")
    await app.groups.refreshStatistics([anna!, ben!, cleo!, outsider!].map(({ id }) => id))

    expect(await ordersOf(group)).toEqual({
      status: "ready",
      member_count: 3,
      order_count: 4,
      customer_count: 2,
      currencies: [
        { currency_code: "eur", order_count: 3, revenue: 45.3, customer_count: 2 },
        { currency_code: "usd", order_count: 1, revenue: 7, customer_count: 1 },
      ],
    })
  })

  it("of a day are those between the midnights of the store", async () => {
    const anna = await aCustomer(app)
    const group = await aGroup(app, { members: [anna] })
    // In Berlin it is winter until the end of the month.
    for (const moment of [
      "2026-02-28T22:59:59Z",
      "2026-02-28T23:00:00Z",
      "2026-03-31T21:59:59Z",
      "2026-03-31T22:00:00Z",
    ])
      await orderAt(anna, moment)
    await app.groups.refreshStatistics([anna.id])
    expect(await ordersOf(group)).toMatchObject({ order_count: 2 })
    expect(await ordersOf(group, { from: "2026-02-28" })).toMatchObject({ order_count: 3 })
    expect(await ordersOf(group, { to: "2026-04-01" })).toMatchObject({ order_count: 3 })
  })

  it("are neither cancelled ones, nor drafts, nor those of deleted customers", async () => {
    const [anna, gone] = await customersOf(app, 2)
    const group = await aGroup(app, { members: [anna!, gone!] })
    const moment = "2026-03-05T12:00:00Z"
    await orderAt(anna!, moment, {}, { canceled_at: moment, status: "canceled" })
    await orderAt(anna!, moment, {}, { is_draft_order: true, status: "draft" })
    await orderAt(anna!, moment, {}, { deleted_at: moment })
    await orderAt(gone!, moment)
    await app.groups.refreshStatistics([anna!.id, gone!.id])
    expect(await ordersOf(group)).toMatchObject({ order_count: 1, customer_count: 1 })

    await app.customers.softDeleteCustomers([gone!.id])
    expect(await ordersOf(group)).toEqual({
      status: "ready",
      member_count: 1,
      order_count: 0,
      customer_count: 0,
      currencies: [],
    })
  })

  it("of a customer who is in twice count once", async () => {
    const anna = await aCustomer(app)
    const group = await aGroup(app, { members: [anna] })
    await insertRow(app.db, group, anna)
    await orderAt(anna, "2026-03-05T12:00:00Z")
    await app.groups.refreshStatistics([anna.id])
    expect(await ordersOf(group)).toMatchObject({ member_count: 1, order_count: 1, customer_count: 1 })
  })

  it("are not known while they are being counted, and the rest is", async () => {
    const group = await aGroup(app)
    await app.db.query(
      "update customer_statistics_state set status = 'building', steps_done = 1, steps_total = 4, started_at = now()",
    )
    const insights = await insightsOf(group)
    expect(insights.orders).toEqual({ status: "statistics_building", progress: 0.25 })
    expect(insights.countries).toMatchObject({ status: "ready" })
  })
})

describe("countries", () => {
  it("are those of all addresses, each member once a country", async () => {
    const [anna, ben, cleo, nobody, outsider] = await customersOf(app, 5)
    const group = await aGroup(app, { members: [anna!, ben!, cleo!, nobody!] })
    await addressIn(anna!, "de")
    await addressIn(anna!, "DE")
    await addressIn(anna!, "fr")
    await addressIn(ben!, "de")
    await addressIn(cleo!, "at", { deleted_at: "2026-01-01T00:00:00Z" })
    await addressIn(cleo!, null)
    await addressIn(cleo!, "")
    await addressIn(outsider!, "fr")
    expect(await countriesOf(group)).toEqual({
      status: "ready",
      member_count: 4,
      customer_count: 2,
      country_count: 2,
      countries: [
        { country_code: "de", customer_count: 2 },
        { country_code: "fr", customer_count: 1 },
      ],
    })
  })

  it("are the first ten of them, and how many there are", async () => {
    const anna = await aCustomer(app)
    const group = await aGroup(app, { members: [anna] })
    const codes = "at be ch de dk es fi fr gb it nl".split(" ")
    for (const code of codes) await addressIn(anna, code)
    const { countries, country_count } = await countriesOf(group)
    expect(country_count).toBe(11)
    expect(countries.map(({ country_code }) => country_code)).toEqual(codes.slice(0, 10))
  })

  it("are not those of deleted customers", async () => {
    const anna = await aCustomer(app)
    const group = await aGroup(app, { members: [anna] })
    await addressIn(anna, "de")
    await app.customers.softDeleteCustomers([anna.id])
    expect(await countriesOf(group)).toMatchObject({ member_count: 0, customer_count: 0, countries: [] })
  })
})

describe("overlaps", () => {
  it("are the groups that share the most members", async () => {
    const [anna, ben, cleo, dora, gone] = await customersOf(app, 5)
    const group = await aGroup(app, { members: [anna!, ben!, cleo!, gone!] })
    const few = await aGroup(app, { name: "Few", members: [cleo!, dora!, gone!] })
    await aGroup(app, { name: "Many", members: [anna!, ben!, dora!] })
    await aGroup(app, { name: "None", members: [dora!] })
    const deleted = await aGroup(app, { name: "Deleted", members: [anna!] })
    await insertRow(app.db, few, cleo!)
    await app.customers.softDeleteCustomers([gone!.id])
    await app.customers.softDeleteCustomerGroups([deleted.id])

    expect(await overlapsOf(group)).toEqual([
      ["Many", 3, 2],
      ["Few", 2, 1],
    ])
  })

  it("are the groups that are asked for, also those that share nobody", async () => {
    const [anna, ben] = await customersOf(app, 2)
    const group = await aGroup(app, { members: [anna!] })
    const same = await aGroup(app, { name: "Same", members: [anna!, ben!] })
    const other = await aGroup(app, { name: "Other", members: [ben!] })
    await aGroup(app, { name: "Unasked", members: [anna!] })
    expect(await overlapsOf(group, [other.id, same.id, same.id])).toEqual([
      ["Same", 2, 1],
      ["Other", 1, 0],
    ])
  })

  it("are at most five, unless more are asked for", async () => {
    const anna = await aCustomer(app)
    const group = await aGroup(app, { members: [anna] })
    for (let other = 0; other < 6; other++) await aGroup(app, { members: [anna] })
    expect(await overlapsOf(group)).toHaveLength(5)
  })
})

it("answers what may not be seen as not allowed, and only the parts that are asked for", async () => {
  const group = await aGroup(app)
  const insights = await insightsOf(group, { parts: ["orders", "overlaps"], hidden: ["orders", "countries"] })
  expect(insights).toEqual({
    ...period,
    time_zone: "Europe/Berlin",
    generated_at: expect.any(String),
    orders: { status: "not_allowed" },
    overlaps: { member_count: 0, groups: [] },
  })
})

it.each([
  [{ from: "2026-02-30" }, "from: "],
  [{ from: "2026-04-01" }, "from: "],
  [{ overlap_with: ["cusgroup_none"] }, "overlap_with: 1 of 1 groups do not exist: cusgroup_none."],
])("refuses %j", async (input, message) => {
  const group = await aGroup(app)
  await expect(insightsOf(group, input)).rejects.toMatchObject({
    type: "invalid_data",
    message: expect.stringContaining(message),
  })
})

it("refuses to compare a group with itself", async () => {
  const group = await aGroup(app)
  await expect(insightsOf(group, { overlap_with: [group.id] })).rejects.toThrow("overlap_with: ")
})

it("knows no insights of a group that is gone", async () => {
  const group = await aGroup(app)
  await app.customers.softDeleteCustomerGroups([group.id])
  await expect(insightsOf(group)).rejects.toMatchObject({ type: "not_found" })
})

it("does not begin for somebody who has left", async () => {
  const group = await aGroup(app)
  const signal = AbortSignal.abort()
  await expect(app.groups.retrieveGroupInsights(group.id, {}, { signal })).rejects.toThrow("aborted")
})

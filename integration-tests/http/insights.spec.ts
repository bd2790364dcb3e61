import { setTimeout as wait } from "node:timers/promises"
import jwt from "jsonwebtoken"
import { Client } from "pg"
import { anAddress, anOrderFact } from "../helpers/facts"
import { admin, api, db } from "../helpers/http"
import { aCustomer, aGroup, type Group } from "../helpers/shop"

const insights = (group: { id: string }, query = "") =>
  api("GET", `/admin/customer-groups/${group.id}/insights${query && `?${query}`}`)

const today = () => new Date().toISOString().slice(0, 10)

/** VIP has Anna and Ben, Friends has Ben. */
const aShop = async () => {
  const [anna, ben] = [await aCustomer(), await aCustomer()]
  const vip = await aGroup("VIP", [anna, ben])
  const friends = await aGroup("Friends", [ben])
  await anAddress(anna, "de")
  await anOrderFact(anna, 19.99)
  await anOrderFact(anna, 5, "usd")
  return { vip, friends }
}

it("tells how a group grew, what its members ordered, where they live, and where else they are", async () => {
  const { vip, friends } = await aShop()
  const { status, data } = await insights(vip, "days=2")
  const day = today()
  expect({ status, data }).toEqual({
    status: 200,
    data: {
      insights: {
        from: expect.any(String),
        to: day,
        time_zone: "UTC",
        generated_at: expect.stringMatching(/^\d{4}-.*Z$/),
        size: {
          member_count: 2,
          joined: 2,
          left: 0,
          known_since: null,
          days: [
            { day: expect.any(String), size: 0, joined: 0, left: 0 },
            { day, size: 2, joined: 2, left: 0 },
          ],
        },
        orders: {
          status: "ready",
          member_count: 2,
          order_count: 2,
          customer_count: 1,
          currencies: [
            { currency_code: "eur", order_count: 1, revenue: 19.99, customer_count: 1 },
            { currency_code: "usd", order_count: 1, revenue: 5, customer_count: 1 },
          ],
        },
        countries: {
          status: "ready",
          member_count: 2,
          customer_count: 1,
          country_count: 1,
          countries: [{ country_code: "de", customer_count: 1 }],
        },
        overlaps: {
          member_count: 2,
          groups: [{ id: friends.id, name: "Friends", member_count: 1, shared_count: 1 }],
        },
      },
    },
  })
})

it("has 90 days, unless others are asked for", async () => {
  const group = await aGroup()
  const lengthOf = async (query: string) =>
    (await insights(group, `parts=size&${query}`)).data.insights.size.days.length
  expect(await lengthOf("")).toBe(90)
  expect(await lengthOf("days=365")).toBe(365)
  expect(await lengthOf("from=2024-02-01&to=2024-03-01")).toBe(30)
  expect(await lengthOf(`from=${today()}`)).toBe(1)
})

it("compares with the groups that are asked for, and answers only the parts that are", async () => {
  const { vip, friends } = await aShop()
  const empty = await aGroup("Empty")
  const query = [friends, empty].map(({ id }: Group) => `overlap_with[]=${id}`).join("&")
  const { data } = await insights(vip, `parts[]=overlaps&${query}`)
  expect(Object.keys(data.insights).sort()).toEqual(["from", "generated_at", "overlaps", "time_zone", "to"])
  expect(
    data.insights.overlaps.groups.map((group: Record<string, unknown>) => [group.name, group.shared_count]),
  ).toEqual([
    ["Friends", 1],
    ["Empty", 0],
  ])
  expect((await insights(vip, `overlap_with=${friends.id}`)).data.insights.overlaps.groups).toHaveLength(1)
})

it.each([
  ["from=2026-02-30", 'from: "2026-02-30" is not a calendar day'],
  ["from=yesterday", 'from: "yesterday" is not a calendar day'],
  ["from=2026-01-01T00:00:00Z", "from: "],
  ["from=2024-02-01&to=2024-01-01", "from: 2024-02-01 is after the last day, 2024-01-01."],
  ["from=2020-01-01&to=2024-01-01", "from: 1462 days are too many; at most 1096"],
  ["to=2999-01-01", "to: 2999-01-01 is in the future"],
  ["to[]=2024-01-01", "to: "],
  ["days=0", "days: 0 is not a whole number from 1 to 1096"],
  ["days=many", "days: must be a whole number"],
  ["days=30&from=2024-01-01", "days: Goes without from."],
  ["parts=everything", "parts: "],
  ["overlap_with=cusgroup_none", "overlap_with: 1 of 1 groups do not exist: cusgroup_none."],
  ["overlap_with=", "overlap_with: "],
  [Array.from({ length: 21 }, (_, index) => `overlap_with[]=g${index}`).join("&"), "overlap_with: "],
  ["colour=red", 'unknown field "colour"'],
])("refuses ?%s, naming the field", async (query, message) => {
  const { status, data } = await insights(await aGroup(), query)
  expect({ status, message: data.message }).toEqual({ status: 400, message: expect.stringContaining(message) })
})

it("refuses to compare a group with itself", async () => {
  const group = await aGroup()
  const { status, data } = await insights(group, `overlap_with=${group.id}`)
  expect({ status, message: data.message }).toEqual({ status: 400, message: expect.stringMatching(/^overlap_with: /) })
})

it("knows nothing of a group that does not exist", async () => {
  expect(await insights({ id: "cusgroup_none" })).toMatchObject({ status: 404 })
})

it("is for users only", async () => {
  const group = await aGroup()
  const { status } = await api("GET", `/admin/customer-groups/${group.id}/insights`, undefined, { as: "nobody" })
  expect(status).toBe(401)
})

describe("insights that take long", () => {
  /** Who holds the addresses makes countries wait. */
  const holder = new Client({ connectionString: process.env.TEST_DATABASE_URL })
  beforeAll(() => holder.connect())
  beforeEach(() => holder.query("begin; lock table customer_address in access exclusive mode"))
  afterEach(() => holder.query("rollback"))
  afterAll(() => holder.end())

  const waiting = async () => {
    const { rows } = await db.query(
      `select 1 from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock' and query like '%customer_address%'`,
    )
    return rows.length
  }
  const untilWaiting = async (count: number) => {
    while ((await waiting()) !== count) await wait(5)
  }
  const token = jwt.sign(
    { actor_id: admin.user, actor_type: "user", auth_identity_id: "a", app_metadata: {} },
    process.env.TEST_JWT_SECRET!,
  )
  const send = (group: { id: string }, signal?: AbortSignal) =>
    fetch(`${process.env.TEST_URL}/admin/customer-groups/${group.id}/insights?parts=countries`, {
      signal,
      headers: { authorization: `Bearer ${token}` },
    })

  it("end in the database when the client leaves", async () => {
    const group = await aGroup()
    const left = new AbortController()
    const answer = send(group, left.signal).catch((error) => error.name)
    await untilWaiting(1)
    left.abort()
    await untilWaiting(0)
    expect(await answer).toBe("AbortError")
  })

  it("make a third wait, and turn it away with the time to try again", async () => {
    const group = await aGroup()
    const left = new AbortController()
    const others = [1, 2].map(() => send(group, left.signal).catch((error) => error.name))
    await untilWaiting(2)
    const third = await send(group)
    expect(third.status).toBe(429)
    expect(third.headers.get("retry-after")).toBe("5")
    left.abort()
    expect(await Promise.all(others)).toEqual(["AbortError", "AbortError"])
    await untilWaiting(0)
  })
})

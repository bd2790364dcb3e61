import { setTimeout as wait } from "node:timers/promises"
import jwt from "jsonwebtoken"
import { Client } from "pg"
import { admin, api, db } from "../helpers/http"
import { aCustomer, anAutomaticGroup, named } from "../helpers/shop"

const PREVIEW = "/admin/customer-groups/criteria/preview"

it("previews criteria of a new group", async () => {
  const anna = await aCustomer({ first_name: "Anna", last_name: "Meier" })
  await aCustomer({ first_name: "Ben" })

  const { status, data } = await api("POST", PREVIEW, { criteria: named("Anna") })

  expect(status).toBe(200)
  expect(data).toEqual({
    preview: {
      status: "ready",
      as_of: expect.stringMatching(/^\d{4}-.*Z$/),
      matching: 1,
      members_before: 0,
      members_after: 1,
      joins: 1,
      leaves: 0,
      customer_count: 2,
      sample: [
        { id: anna.id, email: anna.email, first_name: "Anna", last_name: "Meier", has_account: false, change: "joins" },
      ],
      conditions: [{ path: "criteria.all[0]", count: 1, counted_at: expect.any(String) }],
    },
  })
})

it("previews a change of a group's criteria, which is then what happens", async () => {
  await aCustomer({ first_name: "Anna" })
  await aCustomer({ first_name: "Ben" })
  const group = await anAutomaticGroup()

  const change = { criteria: named("Ben"), stay: { days: 30 } }
  const { data } = await api("POST", PREVIEW, { ...change, group_id: group.id, parts: ["total"] })
  expect(data.preview).toMatchObject({ members_before: 1, members_after: 2, joins: 1, leaves: 0 })

  const { data: saved } = await api("POST", `/admin/customer-groups/${group.id}/criteria`, change)
  expect(saved.operation).toMatchObject({ joined: 1, left: 0 })
})

it.each([
  [{}, "criteria: is required"],
  [{ criteria: named("Anna"), parts: [] }, "parts: "],
  [{ criteria: named("Anna"), parts: ["everything"] }, "parts.0: "],
  [{ criteria: named("Anna"), group_id: 5 }, "group_id: "],
  [{ criteria: named("Anna"), guard: null }, 'unknown field "guard"'],
  [{ criteria: named("Anna"), stay: { days: 0 } }, "stay.days: "],
])("refuses %j, naming the field", async (body, message) => {
  const { status, data } = await api("POST", PREVIEW, body)
  expect({ status, message: data.message }).toEqual({ status: 400, message: expect.stringContaining(message) })
})

describe("a preview that takes long", () => {
  /** Who holds the customers makes every preview wait. */
  const holder = new Client({ connectionString: process.env.TEST_DATABASE_URL })
  beforeAll(() => holder.connect())
  beforeEach(async () => {
    await aCustomer()
    await holder.query("begin; lock table customer in access exclusive mode")
  })
  afterEach(() => holder.query("rollback"))
  afterAll(() => holder.end())

  const send = (signal?: AbortSignal) =>
    fetch(process.env.TEST_URL + PREVIEW, {
      method: "POST",
      signal,
      headers: { authorization: `Bearer ${token()}`, "content-type": "application/json" },
      body: JSON.stringify({ criteria: named("Anna"), parts: ["total"] }),
    })
  const token = () =>
    jwt.sign(
      { actor_id: admin.user, actor_type: "user", auth_identity_id: "a", app_metadata: {} },
      process.env.TEST_JWT_SECRET!,
    )

  const running = async () => {
    const { rows } = await db.query(
      `select pid from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock' and query like '%customer c%'`,
    )
    return rows.length
  }
  const untilRunning = async (count: number) => {
    while ((await running()) !== count) await wait(5)
  }

  it("ends in the database when the client leaves", async () => {
    const left = new AbortController()
    const answer = send(left.signal).catch((error) => error.name)
    await untilRunning(1)

    const begin = Date.now()
    left.abort()
    await untilRunning(0)

    expect(Date.now() - begin).toBeLessThan(1_500)
    expect(await answer).toBe("AbortError")
  })

  it("makes a third wait, and turns it away with the time to try again", async () => {
    const left = new AbortController()
    const others = [1, 2].map(() => send(left.signal).catch((error) => error.name))
    await untilRunning(2)

    const third = await send()

    expect(third.status).toBe(429)
    expect(third.headers.get("retry-after")).toBe("5")
    expect(await third.json()).toEqual({ type: "too_many_requests", message: expect.stringContaining("Try again") })
    left.abort()
    expect(await Promise.all(others)).toEqual(["AbortError", "AbortError"])
    await untilRunning(0)
  })

  it("is answered when its turn comes", async () => {
    const answers = [send(), send(), send()]
    await untilRunning(2)
    await holder.query("rollback")
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200, 200])
  })
})

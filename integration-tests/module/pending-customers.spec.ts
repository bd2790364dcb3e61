import { PendingCustomersRepository } from "../../src/modules/customer-groups/repositories/pending-customers"
import { startModuleApp, type ModuleApp } from "../helpers/module-app"

/** The queue of customers who have changed, on two connections where it matters. */

const queue = new PendingCustomersRepository()

let app: ModuleApp
beforeAll(async () => {
  app = await startModuleApp()
})
beforeEach(() => app.reset())
afterAll(() => app.stop())

const mark = (ids: string[], what: "orders" | "profile" = "profile") =>
  app.inTransaction((context) => queue.mark("customer", ids, what, context))
const take = (limit = 100) => app.inTransaction((context) => queue.take(limit, context))
const fail = (id: string) => app.inTransaction((context) => queue.noteFailure(id, "broken", context))
const state = () => app.inTransaction((context) => queue.retrieveState(context))
const idsIn = (taken: { customer_id: string | null }[]) => taken.map(({ customer_id }) => customer_id)

/** A transaction that has taken from the queue, and ends when it is told. */
const taking = async (limit: number) => {
  let end: (how: "commit" | "fail") => void = () => undefined
  const ended = new Promise<"commit" | "fail">((resolve) => (end = resolve))
  let taken: (ids: (string | null)[]) => void = () => undefined
  const hasTaken = new Promise<(string | null)[]>((resolve) => (taken = resolve))
  const done = app
    .inTransaction(async (context) => {
      taken(idsIn(await queue.take(limit, context)))
      if ((await ended) === "fail") throw new Error("killed")
    })
    .catch(() => undefined)
  return { ids: await hasTaken, end: (how: "commit" | "fail") => (end(how), done) }
}

it("gives each customer once, with everything that was marked", async () => {
  await mark(["cus_1", "cus_2", "cus_1"])
  await mark(["cus_1"], "orders")
  expect(await take()).toEqual([
    { customer_id: "cus_1", group_id: null, what: ["orders", "profile"], order_ids: null },
    { customer_id: "cus_2", group_id: null, what: ["profile"], order_ids: null },
  ])
  expect(await take()).toEqual([])
})

it("says which orders have changed, unless all of somebody's are meant", async () => {
  await app.db.query(`insert into customer_group_pending_customer (customer_id, what, order_id) values
    ('cus_1', 'orders', 'order_1'), ('cus_1', 'orders', 'order_2'), ('cus_1', 'orders', 'order_1'), ('cus_1', 'profile', null),
    ('cus_2', 'orders', 'order_3'), ('cus_2', 'orders', null)`)
  expect(await take()).toEqual([
    { customer_id: "cus_1", group_id: null, what: ["orders", "profile"], order_ids: ["order_1", "order_2"] },
    { customer_id: "cus_2", group_id: null, what: ["orders"], order_ids: null },
  ])
})

it("gives what has been due for the longest time first, and nothing that is due later", async () => {
  await app.db.query(`insert into customer_group_pending_customer (customer_id, what, due_at) values
    ('cus_new', 'profile', now()), ('cus_old', 'profile', now() - interval '1 hour'),
    ('cus_later', 'profile', now() + interval '1 minute')`)
  expect(idsIn(await take(1))).toEqual(["cus_old"])
  expect(idsIn(await take())).toEqual(["cus_new"])
  expect(await state()).toMatchObject({ pending: 1, due: 0, oldest_due_at: null, failed: 0 })
})

it("takes the later marks of its customers with it, but nobody else's", async () => {
  await app.db.query(`insert into customer_group_pending_customer (customer_id, what, due_at) values
    ('cus_1', 'orders', now() + interval '1 minute'), ('cus_2', 'orders', now() + interval '1 minute')`)
  await mark(["cus_1"])
  expect(await take()).toEqual([{ customer_id: "cus_1", group_id: null, what: ["orders", "profile"], order_ids: null }])
  expect((await state()).pending).toBe(1)
})

it("a mark for one group takes no other with it", async () => {
  await app.inTransaction((context) =>
    queue.putBack({ customer_ids: ["cus_1"], group_ids: ["g_1"], what: "groups", afterSeconds: 0 }, context),
  )
  await app.db.query(`insert into customer_group_pending_customer (customer_id, what, due_at)
    values ('cus_1', 'orders', now() + interval '1 minute')`)
  expect(await take()).toEqual([{ customer_id: "cus_1", group_id: "g_1", what: ["groups"], order_ids: null }])
  expect((await state()).pending).toBe(1)
})

it("gives different customers to two who take at the same time", async () => {
  await mark(["cus_1", "cus_2", "cus_3"])
  const first = await taking(2)
  expect(first.ids).toEqual(["cus_1", "cus_2"])
  expect(idsIn(await take())).toEqual(["cus_3"])
  await first.end("commit")
})

it("has everything again of whoever took it and failed", async () => {
  await mark(["cus_1", "cus_2"])
  const first = await taking(2)
  expect(await take()).toEqual([])
  await first.end("fail")
  expect(idsIn(await take())).toEqual(["cus_1", "cus_2"])
})

it("keeps what is marked while the same customer is being evaluated", async () => {
  await mark(["cus_1"])
  const first = await taking(1)
  await Promise.all(Array.from({ length: 20 }, () => mark(["cus_1"])))
  await first.end("commit")
  expect((await state()).due).toBe(20)
  expect(idsIn(await take())).toEqual(["cus_1"])
  expect(await state()).toMatchObject({ pending: 0, due: 0 })
})

describe("a customer whose evaluation fails", () => {
  const waits = async () => {
    const { rows } = await app.db.query(
      "select round(extract(epoch from due_at - clock_timestamp()))::int as wait from customer_group_pending_customer where due_at < 'infinity'",
    )
    return rows.map(({ wait }) => wait)
  }

  it("is tried again after waits that grow up to an hour, and is left with the reason in the end", async () => {
    await mark(["cus_1"])
    const seen: number[] = []
    for (let attempt = 1; attempt < 8; attempt++) {
      expect(await fail("cus_1")).toBe(attempt)
      seen.push(...(await waits()))
    }
    expect(seen).toEqual([15, 30, 60, 120, 240, 480, 960])
    expect(await fail("cus_1")).toBe(8)
    expect(await state()).toMatchObject({ pending: 0, due: 0, failed: 1 })
    const failed = await app.inTransaction((context) => queue.listFailed(10, context))
    expect(failed).toEqual([{ customer_id: "cus_1", attempts: 8, error: "broken", due_at: null }])
  })

  it("is tried at once when it changes again, and then as if for the first time", async () => {
    await mark(["cus_1"])
    for (let attempt = 1; attempt <= 8; attempt++) await fail("cus_1")
    await mark(["cus_1"], "orders")
    expect(await fail("cus_1")).toBe(1)
    await app.db.query("update customer_group_pending_customer set due_at = now()")
    expect(await take()).toEqual([
      { customer_id: "cus_1", group_id: null, what: ["orders", "profile"], order_ids: null },
    ])
    expect(await state()).toMatchObject({ pending: 0, failed: 0 })
  })

  it("goes on counting when it changes while it waits", async () => {
    await mark(["cus_1"])
    await fail("cus_1")
    await mark(["cus_1"])
    expect(await fail("cus_1")).toBe(2)
  })
})

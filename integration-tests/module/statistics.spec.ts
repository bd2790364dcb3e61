import { setTimeout as pause } from "node:timers/promises"
import { Modules } from "@medusajs/framework/utils"
import type { Client } from "pg"
import { StatisticsCheckRepository } from "../../src/modules/customer-groups/repositories/statistics-check"
import { CHECK_LOCK } from "../../src/modules/customer-groups/statistics/locks"
import { type ModuleApp, startModuleApp } from "../helpers/module-app"
import { anOrder, factsIn, giveBack, resetOrders } from "../helpers/orders"

/** How facts are kept: rebuilt, refreshed, checked. */

let app: ModuleApp
/** Somebody else's connection. */
let other: Client
beforeAll(async () => {
  app = await startModuleApp([Modules.ORDER, Modules.CURRENCY])
  other = await app.connect()
})
beforeEach(async () => {
  await resetOrders(app)
  await app.db.query("delete from customer_statistics_step")
  await app.db.query("update customer_statistics_state set status = 'building', started_at = null, finished_at = null")
})
afterAll(() => app.stop())

const customers = ["cus_anna", "cus_ben", "cus_cleo"].map((id) => ({ id }))
const [anna, ben] = customers as [{ id: string }, { id: string }]

/** Three customers with some of everything, and orders that do not count. */
const aShop = async () => {
  const orders = []
  for (const [index, customer] of customers.entries()) {
    orders.push(
      await anOrder(app, {
        customer,
        lines: [
          { price: 19.99, quantity: 2, tax: 19, product: "prod_1", variant: `variant_${index}` },
          { price: 5 + index, tax: 7, inclusive: true, discount: 1, product: "prod_2" },
        ],
        shipping: [{ amount: 4.9, tax: 19, discount: 0.9 }],
        credit: [2],
        paid: [40, -3],
      }),
      await anOrder(app, { customer, currency: "jpy", lines: [{ price: 1980 }] }),
      await anOrder(app, { customer, columns: { status: "canceled" } }),
    )
  }
  await giveBack(app, orders[0]!.items[0]!, 2)
  await giveBack(app, orders[3]!.items[1]!, 0, 1)
  return orders
}

/** Everybody of whom there are facts. */
const customersIn = async ({ db }: ModuleApp) => {
  const { rows } = await db.query<{ customer_id: string }>(
    `select customer_id from customer_order_fact union select customer_id from customer_purchase_fact
      union select customer_id from customer_statistics order by 1`,
  )
  return rows.map(({ customer_id }) => customer_id)
}

const byRefresh = async () => {
  for (const { id } of customers) await app.groups.refreshStatistics([id])
  const facts = await factsIn(app)
  await app.db.query("truncate customer_order_fact, customer_purchase_fact, customer_statistics")
  return facts
}

/**
 * Waits until a connection waits for a table: lanes that wait for each other go on by themselves.
 *
 * @param table any lock, if left out
 * @returns its process
 */
const untilBlocked = async (table: string | null = null): Promise<number> => {
  for (;;) {
    const { rows } = await app.db.query(
      `select pid from pg_locks join pg_stat_activity using (pid)
       where datname = current_database() and not granted and ($1::text is null or relation = $1::regclass)`,
      [table],
    )
    if (rows.length) return rows[0].pid
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

const state = () => app.groups.retrieveStatisticsState()

describe("a rebuild", () => {
  it("makes the same facts as a refresh of each customer", async () => {
    await aShop()
    const refreshed = await byRefresh()

    await app.groups.rebuildStatistics({ rowsPerBatch: 2 })

    expect(await factsIn(app)).toEqual(refreshed)
    expect(refreshed.orders).toHaveLength(6)
  })

  it("makes one purchase of a line that stands twice, as a refresh does", async () => {
    const order = await anOrder(app, { customer: anna, lines: [{ price: 7, quantity: 2 }, { price: 5 }] })
    await app.db.query(
      `create temp table twin as select * from order_item where item_id = '${order.items[0]}';
       update twin set id = 'twin'; insert into order_item select * from twin; drop table twin`,
    )
    const refreshed = await byRefresh()
    expect(refreshed.purchases).toContainEqual(expect.objectContaining({ quantity: 4, total: 28 }))

    await app.groups.rebuildStatistics()
    expect(await factsIn(app)).toEqual(refreshed)
  })

  it("makes no facts of a shop without orders", async () => {
    expect(await app.groups.rebuildStatistics()).toMatchObject({ status: "ready" })
    expect(await factsIn(app)).toEqual({ orders: [], purchases: [], statistics: [] })
  })

  it("makes no facts of a customer who is gone altogether, as a refresh makes none", async () => {
    await aShop()
    await app.db.query("delete from customer where id = $1", [anna.id])
    await app.groups.rebuildStatistics()
    const left = await customersIn(app)
    expect(left).toEqual(["cus_ben", "cus_cleo"])

    await app.groups.refreshStatistics([anna.id])
    expect(await customersIn(app)).toEqual(left)
    expect(await app.groups.checkStatistics()).toMatchObject({ differing: 0 })
  })

  it("says when it is ready, and how far it is before", async () => {
    await aShop()
    expect(await state()).toMatchObject({ status: "building", is_rebuilding: false })

    const stopped = new AbortController()
    const rebuilding = app.groups.rebuildStatistics({ rowsPerBatch: 2, signal: stopped.signal })
    stopped.abort()
    expect(await rebuilding).toMatchObject({ status: "building", is_rebuilding: true, finished_at: null })

    const done = await app.groups.rebuildStatistics()
    expect(done).toMatchObject({ status: "ready", is_rebuilding: false, as_of: expect.any(Date) })
    expect(done.steps_done).toBe(done.steps_total)
  })

  it("keeps facts readable that are there already", async () => {
    await aShop()
    await app.groups.rebuildStatistics()
    const facts = await factsIn(app)

    const stopped = new AbortController()
    stopped.abort()
    expect(await app.groups.rebuildStatistics({ signal: stopped.signal })).toMatchObject({
      status: "ready",
      is_rebuilding: true,
    })
    expect(await factsIn(app)).toEqual(facts)
  })

  it("leaves the tables with the indexes that the migration made, and nothing else", async () => {
    const schema = async () => {
      const { rows } = await app.db.query(
        `select tablename, indexname, regexp_replace(indexdef, '^create', '', 'i') as definition from pg_indexes
         where tablename ~ '^customer_(order_fact|purchase_fact|statistics)' order by 1, 2`,
      )
      const { rows: keys } = await app.db.query(
        "select conname from pg_constraint where contype = 'p' and conname ~ '^customer_(order|purchase|statistics)' order by 1",
      )
      return { rows, keys }
    }
    const before = await schema()
    await aShop()
    await app.groups.rebuildStatistics()
    expect(await schema()).toEqual(before)
  })

  it("waits for who reads the facts before it puts others in their place", async () => {
    await aShop()
    await other.query("begin")
    await other.query("select from customer_statistics")
    const rebuilding = app.groups.rebuildStatistics()
    await untilBlocked("customer_statistics")
    expect((await state()).status).toBe("building")
    await other.query("rollback")
    expect((await rebuilding).status).toBe("ready")
  })

  it("can be done by two processes together", async () => {
    await aShop()
    const refreshed = await byRefresh()
    await Promise.all([
      app.groups.rebuildStatistics({ rowsPerBatch: 2 }),
      app.groups.rebuildStatistics({ rowsPerBatch: 2 }),
    ])
    expect(await factsIn(app)).toEqual(refreshed)
  })
})

describe("statistics are built", () => {
  const status = async () => (await app.groups.retrieveStatisticsState()).status

  it("where orders came before anybody counted them", async () => {
    await aShop()
    await app.db.query("update customer_statistics_state set status = 'ready', as_of = now()")
    expect(await app.groups.buildStatistics()).toBe(true)
    expect((await factsIn(app)).orders).not.toHaveLength(0)
  })

  it("in a shop that waits for them", async () => {
    await aShop()
    expect(await app.groups.buildStatistics()).toBe(true)
    expect(await status()).toBe("ready")
  })

  it("not again where they are ready", async () => {
    await aShop()
    await app.groups.rebuildStatistics()
    const { as_of: before } = await app.groups.retrieveStatisticsState()
    expect(await app.groups.buildStatistics()).toBe(true)
    expect((await app.groups.retrieveStatisticsState()).as_of).toEqual(before)
  })

  it("and answers that they are not ready when it is told to end", async () => {
    await aShop()
    expect(await app.groups.buildStatistics(AbortSignal.abort())).toBe(false)
    expect(await status()).toBe("building")
  })
})

describe("a rebuild that was ended goes on where it was", () => {
  const stepsDone = async () => {
    const { rows } = await app.db.query("select id, done_at from customer_statistics_step where done_at is not null")
    return rows
  }

  /** Runs a rebuild until a step of it waits for this table, and kills its connections there. */
  const killedAt = async (table: string) => {
    await app.groups.rebuildStatistics({ rowsPerBatch: 2, signal: AbortSignal.abort() })
    await other.query("begin")
    await other.query(`lock table ${table} in share mode`)
    const rebuilding = app.groups.rebuildStatistics().then(
      () => "done",
      () => "killed",
    )
    await other.query("select pg_terminate_backend($1)", [await untilBlocked(table)])
    await other.query("rollback")
    return rebuilding
  }

  it.each([
    ["lines", "customer_purchase_fact_next"],
    ["lines and shipping", "customer_statistics_part"],
    ["orders", "customer_order_fact_next"],
    ["statistics", "customer_statistics_next"],
    ["who changed", "customer_statistics_changed"],
  ])("when it was killed at its %s", async (_, table) => {
    await aShop()
    const refreshed = await byRefresh()

    expect(await killedAt(table)).toBe("killed")
    const before = await stepsDone()
    await app.groups.rebuildStatistics()

    expect(await factsIn(app)).toEqual(refreshed)
    expect(await stepsDone()).toEqual(expect.arrayContaining(before))
  })

  it("and begins again when PostgreSQL has lost what it kept unlogged", async () => {
    await aShop()
    const refreshed = await byRefresh()
    const stopped = new AbortController()
    const rebuilding = app.groups.rebuildStatistics({ rowsPerBatch: 2, signal: stopped.signal })
    stopped.abort()
    await rebuilding
    await app.db.query("truncate customer_statistics_part")

    await app.groups.rebuildStatistics({ rowsPerBatch: 2 })
    expect(await factsIn(app)).toEqual(refreshed)
  })
})

describe("what changes during a rebuild is in its facts", () => {
  const whileRebuilding = async (change: () => Promise<unknown>) => {
    await app.groups.rebuildStatistics({ rowsPerBatch: 2, signal: AbortSignal.abort() })
    await other.query("begin")
    await other.query("select from customer_statistics_step where kind = 'take_up' for update")
    const rebuilding = app.groups.rebuildStatistics()
    for (;;) {
      const { rows } = await app.db.query(
        "select from customer_statistics_step where done_at is null and kind not in ('take_up', 'swap')",
      )
      if (!rows.length) break
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    await change()
    await other.query("rollback")
    await rebuilding
    const rebuilt = await factsIn(app)
    expect(rebuilt).toEqual(await byRefresh())
    return rebuilt
  }

  it("a new order", async () => {
    await aShop()
    const { orders } = await whileRebuilding(() => anOrder(app, { customer: anna }))
    expect(orders).toHaveLength(7)
  })

  it("an order that was cancelled", async () => {
    const [order] = await aShop()
    const { orders } = await whileRebuilding(() =>
      app.db.query(`update "order" set status = 'canceled', updated_at = now() where id = $1`, [order!.id]),
    )
    expect(orders).toHaveLength(5)
  })

  it("an order that was handed over to another customer", async () => {
    const [order] = await aShop()
    await whileRebuilding(() =>
      app.db.query(`update "order" set customer_id = $2, updated_at = now() where id = $1`, [order!.id, ben.id]),
    )
  })

  it("a payment", async () => {
    const [order] = await aShop()
    await whileRebuilding(() =>
      app.db.query(
        `insert into order_transaction (id, order_id, version, amount, raw_amount, currency_code)
         values ('trx', $1, 1, 7, '{"value": "7"}', 'eur')`,
        [order!.id],
      ),
    )
  })

  it("whoever was refreshed, whatever Medusa's dates say", async () => {
    const [order] = await aShop()
    await whileRebuilding(async () => {
      await giveBack(app, order!.items[1]!, 1)
      await app.groups.refreshStatistics([anna.id])
    })
  })
})

describe("a refresh", () => {
  it("leaves rows alone that are right already", async () => {
    await aShop()
    await app.groups.refreshStatistics(customers.map(({ id }) => id))
    const versions = async () =>
      (await app.db.query("select xmin::text from customer_order_fact order by order_id")).rows
    const before = await versions()
    await app.groups.refreshStatistics(customers.map(({ id }) => id))
    expect(await versions()).toEqual(before)
  })

  it("takes an order from who had it before", async () => {
    const order = await anOrder(app, { customer: anna })
    await app.groups.refreshStatistics([anna.id])
    await app.db.query(`update "order" set customer_id = $1 where id = $2`, [ben.id, order.id])

    await app.groups.refreshStatistics([ben.id])

    expect((await factsIn(app)).statistics.map(({ customer_id }) => customer_id)).toEqual([ben.id, ben.id])
  })

  it("does nothing for customers without orders", async () => {
    await app.groups.refreshStatistics(["cus_nobody"])
    expect(await factsIn(app)).toEqual({ orders: [], purchases: [], statistics: [] })
  })

  it("waits for another of the same customer, so that the later one writes what is newer", async () => {
    await anOrder(app, { customer: anna })
    await other.query("begin")
    await other.query("insert into customer_statistics_refresh values ($1)", [anna.id])
    await other.query("delete from customer_statistics_refresh")
    const refreshing = app.groups.refreshStatistics([anna.id])
    await untilBlocked()
    await anOrder(app, { customer: anna })
    await other.query("commit")
    await refreshing
    expect((await factsIn(app)).orders).toHaveLength(2)
  })

  it("waits for nobody who refreshes other customers", async () => {
    await anOrder(app, { customer: anna })
    await other.query("begin")
    await other.query("insert into customer_statistics_refresh values ($1)", [ben.id])
    await app.groups.refreshStatistics([anna.id])
    await other.query("rollback")
    expect((await factsIn(app)).orders).toHaveLength(1)
  })
})

describe("a check", () => {
  const rebuilt = async () => {
    const orders = await aShop()
    await app.groups.rebuildStatistics()
    return orders
  }

  it("finds nothing after a rebuild", async () => {
    await rebuilt()
    expect(await app.groups.checkStatistics()).toEqual({ differing: 0, customer_ids: [], mended: 0 })
  })

  it.each([
    ["a wrong amount", "update customer_order_fact set total = total + 0.01 where customer_id = 'cus_ben'"],
    [
      "an order too many",
      "insert into customer_order_fact values ('order_x', 'cus_ben', now(), 'eur', 1, 0, null, null, 'pending')",
    ],
    ["a missing order", "delete from customer_order_fact where customer_id = 'cus_ben' and currency_code = 'jpy'"],
    [
      "a wrong purchase",
      "update customer_purchase_fact set returned_quantity = 7 where customer_id = 'cus_ben' and product_id = 'prod_1'",
    ],
    [
      "a missing purchase",
      "delete from customer_purchase_fact where customer_id = 'cus_ben' and product_id = 'prod_1'",
    ],
    [
      "wrong statistics",
      "update customer_statistics set order_count = 9 where customer_id = 'cus_ben' and currency_code = '*'",
    ],
    ["missing statistics", "delete from customer_statistics where customer_id = 'cus_ben'"],
    [
      "statistics of somebody without orders",
      "update customer_statistics set customer_id = 'cus_ben2' where customer_id = 'cus_ben'",
    ],
  ])("finds and mends %s", async (_, damage) => {
    await rebuilt()
    const right = await factsIn(app)
    await app.db.query(damage)

    const found = await app.groups.checkStatistics()
    expect(found.customer_ids).toContain(ben.id)
    expect(found.mended).toBe(0)

    expect(await app.groups.checkStatistics({ mend: true })).toMatchObject({ mended: found.differing })
    expect(await factsIn(app)).toEqual(right)
    expect((await app.groups.checkStatistics()).differing).toBe(0)
  })

  it("finds the same in small batches", async () => {
    await rebuilt()
    const suspects = (rowsPerBatch: number, limit = 10) =>
      app.inTransaction((context) => new StatisticsCheckRepository().listSuspects(rowsPerBatch, limit, context))
    expect(await suspects(2)).toEqual({ count: 0, customer_ids: [] })

    await app.db.query("delete from customer_order_fact")
    const all = await suspects(100_000)
    expect(all.count).toBeGreaterThan(1)
    expect(await suspects(2)).toEqual(all)
    expect(await suspects(2, 1)).toEqual({ count: all.count, customer_ids: all.customer_ids.slice(0, 1) })
  })

  it("is waited for by a rebuild before it swaps", async () => {
    await rebuilt()
    const checking = await app.connect()
    await checking.query(`begin; select pg_advisory_xact_lock(${CHECK_LOCK.text})`)
    const rebuilding = app.groups.rebuildStatistics()
    const left = async () =>
      (await app.db.query("select kind from customer_statistics_step where done_at is null")).rows.map(
        ({ kind }) => kind,
      )
    while ((await left()).join() !== "swap") await pause(20)
    expect(await app.groups.retrieveStatisticsState()).toMatchObject({ is_rebuilding: true })
    await checking.query("commit")
    expect(await rebuilding).toMatchObject({ is_rebuilding: false })
  })

  it("finds what Medusa's tables have and the facts have not", async () => {
    await rebuilt()
    await anOrder(app, { customer: ben })
    expect(await app.groups.checkStatistics()).toEqual({ differing: 1, customer_ids: [ben.id], mended: 0 })
  })
})

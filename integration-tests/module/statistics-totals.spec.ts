import { Modules } from "@medusajs/framework/utils"
import { type ModuleApp, startModuleApp } from "../helpers/module-app"
import { anOrder, factsIn, giveBack, medusasTotal, resetOrders, takeOut } from "../helpers/orders"

/** What the facts say of an order, beside what Medusa's own module works out for it. */

let app: ModuleApp
beforeAll(async () => {
  app = await startModuleApp([Modules.ORDER, Modules.CURRENCY])
})
beforeEach(() => resetOrders(app))
afterAll(() => app.stop())

const refresh = () => app.groups.refreshStatistics(["cus_somebody"])

const totalOf = async (order: { id: string }): Promise<number | undefined> => {
  await refresh()
  return (await factsIn(app)).orders.find(({ order_id }) => order_id === order.id)?.total as number | undefined
}

describe("an order's total is Medusa's own", () => {
  const orders: [string, Parameters<typeof anOrder>[1]][] = [
    ["without tax", { lines: [{ price: 19.99, quantity: 3 }] }],
    ["with tax on top", { lines: [{ price: 19.99, quantity: 3, tax: 19 }] }],
    ["with tax inside", { lines: [{ price: 19.99, quantity: 3, tax: 19, inclusive: true }] }],
    ["with a discount before tax", { lines: [{ price: 50, quantity: 2, tax: 19, discount: 10 }] }],
    [
      "with a discount before tax on a price with tax",
      { lines: [{ price: 50, tax: 19, inclusive: true, discount: 10 }] },
    ],
    [
      "with a discount that has tax inside",
      { lines: [{ price: 50, tax: 19, inclusive: true, inclusiveDiscount: 10 }] },
    ],
    ["with both kinds of discount", { lines: [{ price: 50, quantity: 3, tax: 7, discount: 4, inclusiveDiscount: 5 }] }],
    ["with shipping that is taxed and reduced", { shipping: [{ amount: 9.9, tax: 19, discount: 3 }] }],
    ["with shipping that has tax inside", { shipping: [{ amount: 9.9, tax: 19, inclusive: true, discount: 3 }] }],
    [
      "with several lines and parcels",
      { lines: [{ tax: 19 }, { price: 7.5, tax: 7 }], shipping: [{ amount: 5 }, { amount: 6 }] },
    ],
    ["with credit lines", { credit: [30, 12.5] }],
    ["with a credit line of one cent, which Medusa leaves out", { credit: [0.01] }],
    [
      "in a currency without decimals",
      { currency: "jpy", lines: [{ price: 1980, quantity: 3, tax: 10, discount: 30 }] },
    ],
    ["in a currency with three decimals", { currency: "kwd", lines: [{ price: 1.235, quantity: 3, tax: 5 }] }],
    ["of nothing", { lines: [{ price: 0 }] }],
  ]
  it.each(orders)("%s", async (_, given) => {
    const order = await anOrder(app, given)
    const digits = { jpy: 0, kwd: 3 }[given?.currency ?? "eur"] ?? 2

    expect(await totalOf(order)).toBe(Number((await medusasTotal(app, order)).toFixed(digits)))
  })
})

describe("an amount is rounded to the digits of its currency", () => {
  it.each([
    ["jpy", 5, 1],
    ["eur", 5.33, 1.0661],
    ["kwd", 5.333, 1.06666],
  ])("%s", async (currency, rounded, price) => {
    const order = await anOrder(app, { currency, lines: [{ price, quantity: 5 }] })
    expect(await totalOf(order)).toBe(rounded)
  })
})

describe("when lines came back", () => {
  it("the total is what was kept, with its share of the discount", async () => {
    const order = await anOrder(app, { lines: [{ price: 50, quantity: 3, tax: 19, discount: 15 }, { price: 8 }] })
    await giveBack(app, order.items[0]!, 1, 1)

    expect(await totalOf(order)).toBe(await medusasTotal(app, order))
  })

  it("a purchase says what was bought, what came back, and what the rest comes to", async () => {
    const order = await anOrder(app, { lines: [{ price: 50, quantity: 3, tax: 20 }] })
    await giveBack(app, order.items[0]!, 1, 1)
    await refresh()

    const { purchases } = await factsIn(app)
    expect(purchases).toMatchObject([{ item_id: order.items[0], quantity: 3, returned_quantity: 2, total: 60 }])
  })

  it("a line that came back whole stays on record with nothing kept", async () => {
    const order = await anOrder(app, { lines: [{ price: 50, quantity: 2, discount: 5 }, { price: 8 }] })
    await giveBack(app, order.items[0]!, 2)

    expect(await totalOf(order)).toBe(8)
    const { purchases } = await factsIn(app)
    expect(purchases).toContainEqual(expect.objectContaining({ quantity: 2, returned_quantity: 2, total: 0 }))
  })

  it("a line that an edit took out has no purchase", async () => {
    const order = await anOrder(app, { lines: [{ price: 50, discount: 5 }, { price: 8 }] })
    await takeOut(app, order.items[0]!)

    expect(await totalOf(order)).toBe(await medusasTotal(app, order))
    expect((await factsIn(app)).purchases.map(({ item_id }) => item_id)).toEqual([order.items[1]])
  })
})

describe("of several versions of an order", () => {
  it("only the current one counts", async () => {
    const order = await anOrder(app, { lines: [{ price: 50 }], shipping: [{ amount: 5 }], credit: [3] })
    await app.db.query(`update "order" set version = 2 where id = $1`, [order.id])
    const copy = (table: string, columns: string) =>
      app.db.query(
        `insert into ${table} (id, version, ${columns}) select id || '2', 2, ${columns} from ${table} where order_id = $1`,
        [order.id],
      )
    await copy(
      "order_item",
      "order_id, item_id, quantity, raw_quantity, fulfilled_quantity, raw_fulfilled_quantity, shipped_quantity, raw_shipped_quantity, return_requested_quantity, raw_return_requested_quantity, return_received_quantity, raw_return_received_quantity, return_dismissed_quantity, raw_return_dismissed_quantity, written_off_quantity, raw_written_off_quantity, delivered_quantity, raw_delivered_quantity",
    )
    await copy("order_shipping", "order_id, shipping_method_id")
    await copy("order_credit_line", "order_id, amount, raw_amount")
    await app.db.query(`update order_item set unit_price = 70, raw_unit_price = '{"value": "70"}' where version = 2`)

    expect(await totalOf(order)).toBe(72)
    expect(await medusasTotal(app, order)).toBe(72)
    expect((await factsIn(app)).purchases).toHaveLength(1)
  })

  it("rows that are deleted do not count", async () => {
    const order = await anOrder(app, {
      lines: [{ price: 50 }, { price: 8, discount: 1, tax: 10 }],
      shipping: [{ amount: 5 }],
    })
    await app.db.query("update order_item set deleted_at = now() where item_id = $1", [order.items[0]])
    await app.db.query("update order_shipping set deleted_at = now()")
    await app.db.query("update order_line_item_adjustment set deleted_at = now()")
    await app.db.query("update order_line_item_tax_line set deleted_at = now()")

    expect(await totalOf(order)).toBe(8)
  })
})

describe("an order that does not count has no facts", () => {
  it.each([
    ["a draft", { status: "draft", is_draft_order: true }],
    ["an order marked as draft", { is_draft_order: true }],
    ["a cancelled order", { status: "canceled" }],
    ["an order that was cancelled at some time", { canceled_at: new Date() }],
    ["a deleted order", { deleted_at: new Date() }],
    ["an order of nobody", { customer_id: null }],
  ])("%s", async (_, columns) => {
    await anOrder(app, { columns })
    await refresh()
    expect(await factsIn(app)).toEqual({ orders: [], purchases: [], statistics: [] })
  })

  it("not even after it had counted", async () => {
    const order = await anOrder(app)
    expect(await totalOf(order)).toBe(100)
    await app.db.query(`update "order" set status = 'canceled' where id = $1`, [order.id])
    await refresh()
    expect(await factsIn(app)).toEqual({ orders: [], purchases: [], statistics: [] })
  })
})

describe("orders that count", () => {
  it.each(["pending", "completed", "archived", "requires_action"])("are those that are %s", async (status) => {
    const order = await anOrder(app, { columns: { status } })
    await refresh()
    expect((await factsIn(app)).orders).toMatchObject([{ order_id: order.id, status }])
  })

  it("say when and where they were placed", async () => {
    const columns = { created_at: new Date("2024-02-29T12:00:00Z"), region_id: "reg_1", sales_channel_id: "sc_1" }
    await anOrder(app, { columns })
    await refresh()
    const { created_at: placed_at, ...where } = columns
    expect((await factsIn(app)).orders).toMatchObject([{ placed_at, ...where }])
  })
})

describe("paid", () => {
  it("is what was captured less what was refunded", async () => {
    await anOrder(app, { paid: [80, 20.5, -15.25] })
    await refresh()
    expect((await factsIn(app)).orders).toMatchObject([{ paid: 85.25 }])
  })

  it("is 0 before anything is captured", async () => {
    await anOrder(app)
    await refresh()
    expect((await factsIn(app)).orders).toMatchObject([{ paid: 0 }])
  })
})

describe("statistics", () => {
  it("say how much, how often and when, for each currency and over all", async () => {
    const at = (day: string) => ({ created_at: new Date(`2026-01-${day}T00:00:00Z`) })
    await anOrder(app, { lines: [{ price: 50 }], paid: [50], columns: at("03") })
    await anOrder(app, { lines: [{ price: 70 }], paid: [20], columns: at("02") })
    await anOrder(app, { lines: [{ price: 9 }], currency: "usd", columns: at("05") })
    await refresh()

    const dates = (first: string, last: string) => ({
      first_order_at: at(first).created_at,
      last_order_at: at(last).created_at,
    })
    const none = { spent: null, paid: null, largest: null, largest_paid: null }
    expect((await factsIn(app)).statistics).toEqual([
      { customer_id: "cus_somebody", currency_code: "*", order_count: 3, ...none, ...dates("02", "05") },
      {
        customer_id: "cus_somebody",
        currency_code: "eur",
        order_count: 2,
        spent: 120,
        paid: 70,
        largest: 70,
        largest_paid: 50,
        ...dates("02", "03"),
      },
      {
        customer_id: "cus_somebody",
        currency_code: "usd",
        order_count: 1,
        spent: 9,
        paid: 0,
        largest: 9,
        largest_paid: 0,
        ...dates("05", "05"),
      },
    ])
  })
})

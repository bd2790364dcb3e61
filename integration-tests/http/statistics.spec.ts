import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Context } from "@medusajs/framework/types"
import { ModulesSdkUtils } from "@medusajs/framework/utils"
import { StatisticsRepository } from "../../src/modules/customer-groups/repositories/statistics"
import { db } from "../helpers/http"
import {
  aPromotionOn,
  checkOut,
  closeSales,
  fulfil,
  lineOf,
  placeDraft,
  post,
  retrieveOrder,
  salesIn,
} from "../helpers/sales"

/** Facts of orders that were made and changed through Medusa's own routes, beside what Medusa shows of them. */

let knex: Knex
beforeAll(() => {
  knex = ModulesSdkUtils.createPgConnection({ clientUrl: process.env.TEST_DATABASE_URL! }) as Knex
})
afterEach(closeSales)
afterAll(() => knex.destroy())

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Order = any

const factOf = async (order: Order) => {
  const context = { manager: { getTransactionContext: () => undefined, getKnex: () => knex } } as unknown as Context
  await new StatisticsRepository().refresh([order.customer_id], context)
  const { rows } = await db.query(
    "select total::float, paid::float, status from customer_order_fact where order_id = $1",
    [order.id],
  )
  return rows[0]
}

const digitsOf: Record<string, number> = { eur: 2, jpy: 0, kwd: 3 }

/** Total and paid are what Medusa shows of the order as it is now. */
const expectMedusasFigures = async ({ id }: Order) => {
  const order = await retrieveOrder(id)
  const rounded = (amount: number) => Number(amount.toFixed(digitsOf[order.currency_code]))
  expect(await factOf(order)).toEqual({
    total: rounded(order.total),
    paid: rounded(order.summary.paid_total - order.summary.refunded_total),
    status: order.status,
  })
  expect(order.total).toBeGreaterThan(0)
  return order
}

describe("an order placed in the storefront", () => {
  it.each(["eur", "jpy", "kwd"])("without tax in the prices, in %s", async (currency) => {
    await expectMedusasFigures(await checkOut(await salesIn(currency)))
  })

  it.each(["eur", "jpy", "kwd"])("with tax in the prices, in %s", async (currency) => {
    await expectMedusasFigures(await checkOut(await salesIn(currency, { inclusive: true })))
  })

  it.each([false, true])("with promotions on items and on shipping; tax in the prices: %s", async (inclusive) => {
    const sales = await salesIn("eur", { inclusive })
    const codes = [await aPromotionOn("items"), await aPromotionOn("shipping_methods")]
    const full = await checkOut(sales)
    const reduced = await checkOut(sales, { codes })
    expect(reduced.total).toBeLessThan(full.total)
    await expectMedusasFigures(reduced)
  })

  it("that is paid, and partly refunded", async () => {
    const order = await checkOut(await salesIn())
    const payment = order.payment_collections[0].payments[0]
    await post(`/admin/payments/${payment.id}/capture`)
    expect((await expectMedusasFigures(order)).summary.paid_total).toBeGreaterThan(0)
    await post(`/admin/payments/${payment.id}/refund`, { amount: 10 })
    expect((await expectMedusasFigures(order)).summary.refunded_total).toBe(10)
  })
})

describe("an order written in the dashboard", () => {
  it("does not count as a draft", async () => {
    expect(await factOf(await placeDraft(await salesIn(), { isConverted: false }))).toBeUndefined()
  })

  it.each([false, true])("counts when the draft became an order; tax in the prices: %s", async (inclusive) => {
    await expectMedusasFigures(await placeDraft(await salesIn("eur", { inclusive })))
  })

  it("counts with a promotion", async () => {
    const sales = await salesIn()
    await expectMedusasFigures(await placeDraft(sales, { codes: [await aPromotionOn("items")] }))
  })
})

describe("an order that changed", () => {
  it("by an edit", async () => {
    const sales = await salesIn()
    const order = await checkOut(sales, { codes: [await aPromotionOn("items")] })
    const edit = `/admin/order-edits/${order.id}`
    await post("/admin/order-edits", { order_id: order.id })
    await post(`${edit}/items`, { items: [{ variant_id: sales.secondVariant, quantity: 2 }] })
    await post(`${edit}/items/item/${lineOf(order, sales.variant)}`, { quantity: 1 })
    await post(`${edit}/confirm`)
    const changed = await expectMedusasFigures(order)
    expect(changed.version).toBeGreaterThan(order.version)
    expect(changed.total).not.toBe(order.total)
  })

  it.each([false, true])(
    "by a return, with return shipping and a line dismissed; tax in the prices: %s",
    async (inclusive) => {
      const sales = await salesIn("eur", { inclusive })
      const order = await checkOut(sales, { codes: [await aPromotionOn("items")] })
      await fulfil(order)
      const { return: made } = await post("/admin/returns", { order_id: order.id })
      const items = [
        { id: lineOf(order, sales.variant), quantity: 1 },
        { id: lineOf(order, sales.secondVariant), quantity: 1 },
      ]
      await post(`/admin/returns/${made.id}/request-items`, { items })
      await post(`/admin/returns/${made.id}/shipping-method`, { shipping_option_id: sales.returnOption })
      await post(`/admin/returns/${made.id}/request`)
      await expectMedusasFigures(order)

      await post(`/admin/returns/${made.id}/receive`)
      await post(`/admin/returns/${made.id}/receive-items`, { items: [items[0]] })
      await post(`/admin/returns/${made.id}/dismiss-items`, { items: [items[1]] })
      await post(`/admin/returns/${made.id}/receive/confirm`)
      expect((await expectMedusasFigures(order)).total).toBeLessThan(order.total)

      const { rows } = await db.query(
        "select quantity::float, returned_quantity::float from customer_purchase_fact where order_id = $1 order by quantity",
        [order.id],
      )
      expect(rows).toEqual([
        { quantity: 1, returned_quantity: 1 },
        { quantity: 3, returned_quantity: 1 },
      ])
    },
  )

  it("by a claim", async () => {
    const sales = await salesIn()
    const order = await checkOut(sales)
    await fulfil(order)
    const { claim } = await post("/admin/claims", { order_id: order.id, type: "replace" })
    const items = [{ id: lineOf(order, sales.variant), quantity: 1, reason: "production_failure" }]
    await post(`/admin/claims/${claim.id}/claim-items`, { items })
    await post(`/admin/claims/${claim.id}/outbound/items`, {
      items: [{ variant_id: sales.secondVariant, quantity: 1 }],
    })
    await post(`/admin/claims/${claim.id}/request`)
    expect((await expectMedusasFigures(order)).items).toHaveLength(3)
  })

  it("by an exchange", async () => {
    const sales = await salesIn()
    const order = await checkOut(sales)
    await fulfil(order)
    const { exchange } = await post("/admin/exchanges", { order_id: order.id })
    const exchanging = `/admin/exchanges/${exchange.id}`
    const { return: returned } = await post(`${exchanging}/inbound/items`, {
      items: [{ id: lineOf(order, sales.variant), quantity: 1 }],
    })
    await post(`${exchanging}/outbound/items`, { items: [{ variant_id: sales.secondVariant, quantity: 1 }] })
    await post(`${exchanging}/outbound/shipping-method`, { shipping_option_id: sales.shippingOption })
    await post(`${exchanging}/request`)
    await expectMedusasFigures(order)

    await post(`/admin/returns/${returned.id}/receive`)
    await post(`/admin/returns/${returned.id}/receive-items`, {
      items: [{ id: lineOf(order, sales.variant), quantity: 1 }],
    })
    await post(`/admin/returns/${returned.id}/receive/confirm`)
    await expectMedusasFigures(order)
  })

  it("by a credit line", async () => {
    const order = await checkOut(await salesIn())
    await post(`/admin/orders/${order.id}/credit-lines`, { amount: 12.5, reference: "goodwill", reference_id: "x" })
    expect((await expectMedusasFigures(order)).total).toBeLessThan(order.total)
  })

  it("does not count any more when it was cancelled", async () => {
    const order = await checkOut(await salesIn())
    expect(await factOf(order)).toBeDefined()
    await post(`/admin/orders/${order.id}/cancel`)
    expect(await factOf(order)).toBeUndefined()
  })
})

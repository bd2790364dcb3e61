import { Modules } from "@medusajs/framework/utils"
import type { IOrderModuleService } from "@medusajs/framework/types"
import type { ModuleApp } from "./module-app"

/** Medusa's tables of orders, with ours that are made from them. */
const FILLED = [
  '"order"',
  "order_item",
  "order_line_item",
  "order_line_item_tax_line",
  "order_line_item_adjustment",
  "order_shipping",
  "order_shipping_method",
  "order_shipping_method_tax_line",
  "order_shipping_method_adjustment",
  "order_credit_line",
  "order_transaction",
  "order_summary",
  "customer_order_fact",
  "customer_purchase_fact",
  "customer_statistics",
  "customer_statistics_changed",
]

export const resetOrders = (app: ModuleApp) => app.db.query(`truncate ${FILLED.join(", ")} cascade`)

const orderModule = (app: ModuleApp) => app.container.resolve<IOrderModuleService>(Modules.ORDER)

interface Line {
  price?: number
  quantity?: number
  product?: string
  variant?: string
  /** Percent. */
  tax?: number
  inclusive?: boolean
  /** Amount without, or with tax. */
  discount?: number
  inclusiveDiscount?: number
}

interface Shipping {
  amount: number
  tax?: number
  inclusive?: boolean
  discount?: number
}

interface GivenOrder {
  customer?: { id: string }
  currency?: string
  lines?: Line[]
  shipping?: Shipping[]
  credit?: number[]
  paid?: number[]
  /** Columns of the order's row. */
  columns?: Record<string, unknown>
}

const taxLines = (rate?: number) => (rate === undefined ? [] : [{ code: "VAT", rate }])

/** Sees to it that there are such customers; who is there already stays as they are. */
export const someCustomers = (app: ModuleApp, ...ids: string[]) =>
  app.db.query("insert into customer (id) select unnest($1::text[]) on conflict do nothing", [ids])

/** An order made by Medusa's order module; a test gives only what it looks at. Without lines it has one of 100. */
export const anOrder = async (
  app: ModuleApp,
  { customer, currency = "eur", lines = [{}], shipping = [], credit = [], paid = [], columns = {} }: GivenOrder = {},
): Promise<{ id: string; items: string[] }> => {
  const customerId = customer?.id ?? "cus_somebody"
  await someCustomers(app, customerId)
  const [order] = await orderModule(app).createOrders([
    {
      currency_code: currency,
      customer_id: customerId,
      email: "somebody@example.com",
      items: lines.map(({ price = 100, quantity = 1, product, variant, tax, inclusive = false, ...line }, index) => ({
        title: `Line ${index}`,
        unit_price: price,
        quantity,
        product_id: product,
        variant_id: variant,
        is_tax_inclusive: inclusive,
        tax_lines: taxLines(tax),
        adjustments: [
          ...(line.discount ? [{ amount: line.discount, code: "LESS" }] : []),
          ...(line.inclusiveDiscount ? [{ amount: line.inclusiveDiscount, code: "LESS", is_tax_inclusive: true }] : []),
        ],
      })),
      shipping_methods: shipping.map(({ amount, tax, inclusive = false, discount }) => ({
        name: "Parcel",
        amount,
        is_tax_inclusive: inclusive,
        tax_lines: taxLines(tax),
        adjustments: discount ? [{ amount: discount, code: "LESS" }] : [],
      })),
      credit_lines: credit.map((amount) => ({ amount, reference: "gift", reference_id: "card" })),
      transactions: paid.map((amount) => ({
        amount,
        currency_code: currency,
        reference: "capture",
        reference_id: "pay",
      })),
    },
  ] as never)
  for (const [name, value] of Object.entries(columns))
    await app.db.query(`update "order" set ${name} = $1 where id = $2`, [value, order.id])
  return {
    id: order.id,
    items: lines.map((_, index) => order.items!.find(({ title }) => title === `Line ${index}`)!.id),
  }
}

/** The order's total as Medusa itself works it out. */
export const medusasTotal = async (app: ModuleApp, { id }: { id: string }): Promise<number> => {
  const order = await orderModule(app).retrieveOrder(id, { select: ["id", "total"] })
  return Number(order.total)
}

/** Sets quantities of a line, each in both columns that Medusa keeps it in. */
const setQuantities = (app: ModuleApp, itemId: string, quantities: Record<string, number>) =>
  app.db.query(
    `update order_item set ${Object.entries(quantities)
      .map(([column, value]) => `${column} = ${value}, raw_${column} = '{"value": "${value}"}'`)
      .join(", ")} where item_id = $1`,
    [itemId],
  )

/** Writes that some of a line came back: received, or received and dismissed. */
export const giveBack = (app: ModuleApp, itemId: string, received: number, dismissed = 0) =>
  setQuantities(app, itemId, { return_received_quantity: received, return_dismissed_quantity: dismissed })

/** Takes a line out of an order, as an edit does. */
export const takeOut = (app: ModuleApp, itemId: string) => setQuantities(app, itemId, { quantity: 0 })

/** All rows of the three tables, sorted, with amounts as numbers. */
export const factsIn = async (app: ModuleApp) => {
  const rowsOf = async (table: string, key: string) => {
    const { rows } = await app.db.query(`select * from ${table} order by ${key}`)
    return rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          name,
          /^(total|paid|spent|largest|largest_paid|quantity|returned_quantity)$/.test(name) && value !== null
            ? Number(value)
            : value,
        ]),
      ),
    )
  }
  return {
    orders: await rowsOf("customer_order_fact", "order_id"),
    purchases: await rowsOf("customer_purchase_fact", "item_id"),
    statistics: await rowsOf("customer_statistics", "customer_id, currency_code"),
  }
}

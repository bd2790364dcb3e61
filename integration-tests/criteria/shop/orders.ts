import type { IOrderModuleService } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { ModuleApp } from "../../helpers/module-app"
import type { Random } from "../random"
import type { Variant } from "./catalogue"
import type { Moments } from "./moments"
import { updateRows } from "./tables"

/** An order that was made, for those who change it later. */
export interface MadeOrder {
  id: string
  itemIds: string[]
  currency: string
}

/** Prices as each currency has them: two decimals, none, three. */
const PRICES: Record<string, number[]> = {
  eur: [0, 5, 10, 19.99, 33.33, 100],
  usd: [5, 7.45, 19.99, 250],
  jpy: [100, 999, 1980],
  kwd: [1.235, 10.005, 7.125],
}

const maybe = <Item>(random: Random, share: number, make: () => Item): Item[] => (random.percent(share) ? [make()] : [])

const taxLines = (random: Random) => maybe(random, 60, () => ({ code: "VAT", rate: random.pick([7, 19, 8.875]) }))

const aLine = (id: string, currency: string, random: Random, variants: Variant[]) => {
  const variant = random.percent(8) ? undefined : random.pick(variants)
  const unit_price = random.pick(PRICES[currency]!)
  return {
    id,
    title: "Line",
    unit_price,
    quantity: random.pick([1, 1, 1, 2, 3, 3.5]),
    product_id: variant?.productId,
    variant_id: random.percent(5) ? undefined : variant?.id,
    variant_sku: variant?.sku ?? undefined,
    is_tax_inclusive: random.percent(30),
    tax_lines: taxLines(random),
    adjustments: maybe(random, 25, () => ({
      code: "LESS",
      amount: Math.floor(unit_price / 3),
      is_tax_inclusive: random.percent(40),
    })),
  }
}

const aShippingMethod = (currency: string, random: Random) => ({
  name: "Parcel",
  amount: random.pick(PRICES[currency]!),
  shipping_option_id: random.pick(["so_express", "so_slow", "so_pickup", undefined]),
  is_tax_inclusive: random.percent(30),
  tax_lines: taxLines(random),
  adjustments: maybe(random, 20, () => ({ code: "LESS", amount: 1 })),
})

/** Captures and refunds: nothing, all, a part, or in parts that came back. */
const payments = (random: Random) => random.pick([[], [100], [20.5], [50, -20], [30, 30, -60], [10.01]])

const anOrder = (id: string, owner: string, random: Random, variants: Variant[]) => {
  const currency = random.pick(["eur", "eur", "eur", "usd", "jpy", "kwd"])
  return {
    id,
    // Some are nobody's.
    customer_id: random.percent(2) ? undefined : owner,
    email: "somebody@example.com",
    currency_code: currency,
    region_id: random.pick(["reg_eu", "reg_us", undefined]),
    sales_channel_id: random.pick(["sc_web", "sc_shop", undefined]),
    status: random.pick(["pending", "pending", "completed", "archived", "requires_action"]),
    shipping_address: random.percent(85) ? { country_code: random.pick(["de", "DE", "fr", "us", ""]) } : undefined,
    items: Array.from({ length: random.pick([0, 1, 1, 2, 3]) }, (_, n) =>
      aLine(`ordli_${id.slice(6)}_${n}`, currency, random, variants),
    ),
    shipping_methods: maybe(random, 60, () => aShippingMethod(currency, random)),
    credit_lines: maybe(random, 10, () => ({ amount: random.pick([5, 2_000]), reference: "gift", reference_id: "1" })),
    transactions: payments(random).map((amount) => ({
      amount,
      currency_code: currency,
      reference: amount > 0 ? "capture" : "refund",
      reference_id: "1",
    })),
  }
}

/** What became of an order: of most of them nothing that makes them not count. */
const fate = (random: Random, moments: Moments) => {
  const nothing = {
    status: undefined,
    is_draft_order: false,
    canceled_at: null as Date | null,
    deleted_at: null as Date | null,
  }
  if (random.percent(75)) return nothing
  return random.pick([
    { ...nothing, status: "canceled", canceled_at: moments.aMoment() },
    { ...nothing, status: "canceled" },
    { ...nothing, canceled_at: moments.aMoment() },
    { ...nothing, status: "draft", is_draft_order: true },
    { ...nothing, is_draft_order: true },
    { ...nothing, status: "canceled", is_draft_order: true, canceled_at: moments.aMoment() },
    { ...nothing, deleted_at: moments.aMoment() },
    { ...nothing, status: "canceled", deleted_at: moments.aMoment() },
  ])
}

/** Who ordered how often: a third nothing, most a few times, some a lot. */
const ownersOf = (customerIds: string[], random: Random): string[] =>
  customerIds.flatMap((id) => Array.from({ length: random.pick([0, 0, 1, 1, 2, 3, 3, 4, 9]) }, () => id))

/** Orders made by Medusa's order module, then moved to the time and into the state that they shall have. */
export const makeOrders = async (
  app: ModuleApp,
  random: Random,
  moments: Moments,
  customerIds: string[],
  variants: Variant[],
): Promise<MadeOrder[]> => {
  const orders = app.container.resolve<IOrderModuleService>(Modules.ORDER)
  const given = ownersOf(customerIds, random).map((owner, index) =>
    anOrder(`order_${String(index + 1).padStart(4, "0")}`, owner, random, variants),
  )
  await orders.createOrders(given as never)
  await updateRows(
    app,
    "order",
    given.map(({ id, status }) => {
      const what = fate(random, moments)
      const created_at = random.percent(5) ? moments.aLeapDay() : moments.aMoment()
      return { id, created_at, ...what, status: what.status ?? status }
    }),
  )
  return given.map(({ id, items, currency_code }) => ({
    id,
    itemIds: items.map((item) => item.id),
    currency: currency_code,
  }))
}

import { sql, type Sql } from "../../sql/sql"
import { defineAttribute, type Attribute } from "../attribute"
import type { Clock } from "../dates"
import type { OverNothing } from "../missing-data"
import { operatorsOf, orMissing } from "../operators"
import { amount, currencyCode, window } from "../parameters"
import { type Aggregate, statisticsValue, valueOfRows } from "../sources"
import * as values from "../values"
import { orders } from "./rows-of-orders"

/** The row of statistics over all currencies. */
const ALL = "*"

/** How many orders count: placed, neither cancelled nor draft. Without a window over all time. */
const orderCount = defineAttribute({
  id: "order_count",
  family: "orders",
  value: values.integer({ unit: "orders" }),
  operators: operatorsOf.number,
  parameters: { window },
  looksAt: ["orders", "statistics"],
  source: ({ window }, clock) =>
    window
      ? valueOfRows(orders(window, clock), (of) => of(sql`count(*)`), "zero")
      : statisticsValue(ALL, (row) => sql`${row}.order_count`, "zero"),
})

type Amount = "total" | "paid"

interface MoneyOfOrders {
  id: string
  over: OverNothing
  /** From the row of statistics of the currency. */
  ofStatistics: Record<Amount, (row: Sql) => Sql>
  /** From the orders' amounts. */
  ofOrders: (amount: Sql, of: Aggregate) => Sql
}

const amountOf = { total: sql`o.total`, paid: sql`o.paid` }

const moneyOfOrders = ({ id, over, ofStatistics, ofOrders }: MoneyOfOrders) =>
  defineAttribute({
    id,
    family: "orders",
    value: values.money,
    operators: over === "zero" ? operatorsOf.number : orMissing(operatorsOf.number),
    parameters: { window, currency_code: currencyCode, amount },
    looksAt: ["orders", "statistics"],
    source: ({ window, currency_code, amount = "total" }, clock) =>
      window
        ? valueOfRows(orders(window, clock, currency_code), (of) => ofOrders(amountOf[amount], of), over)
        : statisticsValue(currency_code, ofStatistics[amount], over),
  })

/** What all orders come to in one currency. */
const totalSpent = moneyOfOrders({
  id: "total_spent",
  over: "zero",
  ofStatistics: { total: (row) => sql`${row}.spent`, paid: (row) => sql`${row}.paid` },
  ofOrders: (amount, of) => of(sql`sum(${amount})`),
})

const averageOrderValue = moneyOfOrders({
  id: "average_order_value",
  over: "missing",
  ofStatistics: {
    total: (row) => sql`${row}.spent / ${row}.order_count`,
    paid: (row) => sql`${row}.paid / ${row}.order_count`,
  },
  ofOrders: (amount, of) => sql`${of(sql`sum(${amount})`)} / ${of(sql`count(*)`)}`,
})

const largestOrder = moneyOfOrders({
  id: "largest_order",
  over: "missing",
  ofStatistics: { total: (row) => sql`${row}.largest`, paid: (row) => sql`${row}.largest_paid` },
  ofOrders: (amount, of) => of(sql`max(${amount})`),
})

const momentOfOrder = (id: string, ofStatistics: (row: Sql) => Sql, ofOrders: Sql) =>
  defineAttribute({
    id,
    family: "orders",
    value: values.date,
    operators: orMissing(operatorsOf.date),
    parameters: { window },
    looksAt: ["orders", "statistics"],
    source: ({ window }, clock) =>
      window
        ? valueOfRows(orders(window, clock), (of) => of(ofOrders), "missing")
        : statisticsValue(ALL, ofStatistics, "missing"),
  })

const firstOrderAt = momentOfOrder("first_order_at", (row) => sql`${row}.first_order_at`, sql`min(o.placed_at)`)

const lastOrderAt = momentOfOrder("last_order_at", (row) => sql`${row}.last_order_at`, sql`max(o.placed_at)`)

/** Whole days of the store's calendar since the last order: 0 on the same day. */
const daysSinceLastOrder = defineAttribute({
  id: "days_since_last_order",
  family: "orders",
  value: values.integer({ unit: "days" }),
  operators: orMissing(operatorsOf.number),
  parameters: { window },
  looksAt: ["orders", "statistics"],
  dependsOnTime: true,
  source: ({ window }, clock) => {
    const daysSince = (moment: Sql) => sql`(${clock.today} - ${clock.dayOf(moment)})`
    return window
      ? valueOfRows(orders(window, clock), (of) => daysSince(of(sql`max(o.placed_at)`)), "missing")
      : statisticsValue(ALL, (row) => daysSince(sql`${row}.last_order_at`), "missing")
  },
})

/** From first to last order in days of the store's calendar; missing for somebody with fewer than two. */
const daysBetween = (first: Sql, last: Sql, count: Sql, clock: Clock) =>
  sql`((${clock.dayOf(last)} - ${clock.dayOf(first)})::numeric / nullif(${count} - 1, 0))`

const averageDaysBetweenOrders = defineAttribute({
  id: "average_days_between_orders",
  family: "orders",
  value: values.number({ unit: "days" }),
  operators: orMissing(operatorsOf.number),
  parameters: { window },
  looksAt: ["orders", "statistics"],
  source: ({ window }, clock) =>
    window
      ? valueOfRows(
          orders(window, clock),
          (of) => daysBetween(of(sql`min(o.placed_at)`), of(sql`max(o.placed_at)`), of(sql`count(*)`), clock),
          "missing",
        )
      : statisticsValue(
          ALL,
          (row) => daysBetween(sql`${row}.first_order_at`, sql`${row}.last_order_at`, sql`${row}.order_count`, clock),
          "missing",
        ),
})

/** In the order in which the builder lists them. */
export const ordersAttributes: Attribute[] = [
  orderCount,
  totalSpent,
  averageOrderValue,
  largestOrder,
  firstOrderAt,
  lastOrderAt,
  daysSinceLastOrder,
  averageDaysBetweenOrders,
]

import { sql, type Sql } from "../../sql/sql"
import { defineAttribute, type Attribute } from "../attribute"
import { operatorsOf, orMissing } from "../operators"
import { amount, currencyCode, window } from "../parameters"
import { valueAmongAll } from "../sources"
import * as values from "../values"
import { customersWithOrders } from "./ranks"

export const RFM_GROUPS = [
  "champions",
  "loyal",
  "potential_loyal",
  "new",
  "promising",
  "need_attention",
  "about_to_sleep",
  "at_risk",
  "cannot_lose",
  "hibernating",
  "lost",
] as const

type RfmGroup = (typeof RFM_GROUPS)[number]

/**
 * Which group a customer is in: a line a fifth of recency, from the longest ago to the latest; in it a column a fifth of
 * frequency and money taken together, from the least to the most.
 */
const MATRIX: readonly (readonly RfmGroup[])[] = [
  ["lost", "lost", "hibernating", "at_risk", "cannot_lose"],
  ["hibernating", "hibernating", "at_risk", "at_risk", "cannot_lose"],
  ["about_to_sleep", "about_to_sleep", "need_attention", "loyal", "loyal"],
  ["promising", "potential_loyal", "potential_loyal", "loyal", "champions"],
  ["new", "potential_loyal", "potential_loyal", "champions", "champions"],
]

/** The fifth that a value is in, from 1. By thresholds, so that equal values are always in the same one. */
const fifth = (value: Sql, limits: Sql) => sql`(1 + (${value} > ${limits}[1])::int + (${value} > ${limits}[2])::int
    + (${value} > ${limits}[3])::int + (${value} > ${limits}[4])::int)`

const limitsOf = (column: Sql) => sql`percentile_disc(array[.2, .4, .6, .8]) within group (order by ${column})`

/** The group by recency, frequency and money of a customer's orders in one currency, among all customers' with orders. */
const rfmGroup = defineAttribute({
  id: "rfm_group",
  family: "ranks",
  value: values.choice(RFM_GROUPS),
  operators: orMissing(operatorsOf.choice),
  parameters: { window, currency_code: currencyCode, amount },
  looksAt: ["orders", "statistics"],
  isRanked: true,
  source: (given, clock) => {
    const recency = fifth(sql`w.last_order_at`, sql`limits.recency`)
    const frequency = fifth(sql`w.order_count`, sql`limits.frequency`)
    const money = fifth(sql`w.money`, sql`limits.money`)
    // The mean of frequency and money, halves up.
    const place = sql`(${recency} - 1) * 5 + (${frequency} + ${money} + 1) / 2`
    return valueAmongAll(sql`
      with w as materialized (${customersWithOrders(given, clock)}),
      limits as (
        select ${limitsOf(sql`last_order_at`)} as recency, ${limitsOf(sql`order_count`)} as frequency,
          ${limitsOf(sql`money`)} as money
        from w
      )
      select w.customer_id, (${MATRIX.flat()}::text[])[${place}] as value from w, limits`)
  },
})

/** In the order in which the builder lists them. */
export const rfmAttributes: Attribute[] = [rfmGroup]

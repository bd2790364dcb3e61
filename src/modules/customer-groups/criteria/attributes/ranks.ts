import { allOf, sql, type Sql } from "../../sql/sql"
import { defineAttribute, type Attribute } from "../attribute"
import type { Clock } from "../dates"
import { operatorsOf, orMissing } from "../operators"
import { amount, currencyCode, window } from "../parameters"
import type { TimeWindow } from "../schema"
import { valueAmongAll } from "../sources"
import * as values from "../values"
import type { ValueType } from "../values"
import { orders } from "./rows-of-orders"

interface Ranked {
  window?: TimeWindow
  currency_code?: string
  amount?: "total" | "paid"
}

/**
 * Living customers with orders, as `(customer_id, order_count, money, last_order_at)`: all who take part in a rank.
 * Without a currency there is no money to go by.
 */
export function customersWithOrders({ window, currency_code = "*", amount = "total" }: Ranked, clock: Clock): Sql {
  const isLiving = (id: Sql) =>
    sql`exists (select 1 from customer living where living.id = ${id} and living.deleted_at is null)`
  if (!window)
    return sql`select s.customer_id, s.order_count, ${{ total: sql`s.spent`, paid: sql`s.paid` }[amount]} as money,
      s.last_order_at from customer_statistics s
      where s.currency_code = ${currency_code} and ${isLiving(sql`s.customer_id`)}`

  const { from, where = [] } = orders(window, clock, currency_code === "*" ? undefined : currency_code)
  return sql`select w.* from (
      select o.customer_id, count(*) as order_count, sum(${{ total: sql`o.total`, paid: sql`o.paid` }[amount]}) as money,
        max(o.placed_at) as last_order_at
      from ${from} where ${allOf(where)} group by 1
    ) w where ${isLiving(sql`w.customer_id`)}`
}

/** The place, 1 the best. Equal ones are told apart by their ids, so that the first hundred are a hundred. */
const placeOf = (by: Sql) => sql`row_number() over (order by w.${by} desc, w.customer_id)`

/** How many percent of those ranked come before: less than 1 is the top 1 %, which is never nobody. */
const percentBefore = (by: Sql) => sql`(${placeOf(by)} - 1) * 100.0 / count(*) over ()`

const rank = (id: string, value: ValueType, of: (by: Sql) => Sql, by: "money" | "order_count") =>
  defineAttribute({
    id,
    family: "ranks",
    value,
    operators: orMissing(operatorsOf.number),
    parameters: by === "money" ? { window, currency_code: currencyCode, amount } : { window },
    looksAt: ["orders", "statistics"],
    isRanked: true,
    source: (given: Ranked, clock) => {
      const column = { money: sql`money`, order_count: sql`order_count` }[by]
      return valueAmongAll(
        sql`select w.customer_id, ${of(column)} as value from (${customersWithOrders(given, clock)}) w`,
      )
    },
  })

const placeNumber = values.integer({ min: 1, unit: "rank" })
const percentNumber = values.number({ max: 100, unit: "percent" })

const spendRank = rank("spend_rank", placeNumber, placeOf, "money")
const spendRankPercent = rank("spend_rank_percent", percentNumber, percentBefore, "money")
const orderCountRank = rank("order_count_rank", placeNumber, placeOf, "order_count")
const orderCountRankPercent = rank("order_count_rank_percent", percentNumber, percentBefore, "order_count")

/** In the order in which the builder lists them. */
export const ranksAttributes: Attribute[] = [spendRank, spendRankPercent, orderCountRank, orderCountRankPercent]

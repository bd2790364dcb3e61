import { db } from "./http"
import { unique } from "./shop"

/** What the plugin keeps of an order that counts, placed now. */
export const anOrderFact = (customer: { id: string }, total: number, currency = "eur") =>
  db.query(
    `insert into customer_order_fact (order_id, customer_id, placed_at, currency_code, total, paid, status)
     values ($1, $2, now(), $3, $4, 0, 'pending')`,
    [`order_${unique()}${unique()}`, customer.id, currency, total],
  )

export const anAddress = (customer: { id: string }, country: string) =>
  db.query("insert into customer_address (id, customer_id, country_code) values ($1, $2, $3)", [
    `cuaddr_${unique()}${unique()}`,
    customer.id,
    country,
  ])

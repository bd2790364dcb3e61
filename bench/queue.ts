import { setTimeout as sleep } from "node:timers/promises"
import type { Client } from "pg"

/** Somebody is due, or was put back for a moment because a group was busy. */
const IS_ANYBODY_LEFT = `exists (
  select from customer_group_pending_customer where due_at <= now() + case when group_id is null then '0 s' else '5 s' end::interval)`
/** A change is not in the counts yet, or others have not been told of it. */
const IS_ANYTHING_UNTOLD = `exists (select from customer_group_outbox) or exists (select from customer_group_untold_change)`

const LONGEST_MS = 1_200_000
const LOOK_EVERY_MS = 20

const until = async (client: Client, isLeft: string): Promise<void> => {
  const giveUp = Date.now() + LONGEST_MS
  while ((await client.query(`select ${isLeft} as is_left`)).rows[0].is_left) {
    if (Date.now() > giveUp) throw new Error(`The workers were not done within ${LONGEST_MS / 1_000} s.`)
    await sleep(LOOK_EVERY_MS)
  }
}

/** Waits until everybody who is due has been evaluated. */
export const whenEvaluated = (client: Client) => until(client, IS_ANYBODY_LEFT)

/** Waits until workers have nothing left to do: all are evaluated, and others are told of it. */
export const whenQuiet = (client: Client) => until(client, `${IS_ANYBODY_LEFT} or ${IS_ANYTHING_UNTOLD}`)

/** Puts customers into the queue as their newest order does. Not by `limit 1`: that walks all orders by their date. */
export const mark = async (client: Client, customerIds: string[]): Promise<void> => {
  await client.query(
    `insert into customer_group_pending_customer (customer_id, order_id, what)
     select id, (select (array_agg(o.id order by o.created_at desc))[1] from "order" o
       where o.customer_id = given.id and o.deleted_at is null), 'orders'
     from unnest($1::text[]) given (id)`,
    [customerIds],
  )
}

/** Makes everything due that is marked for later. */
export const makeAllDue = (client: Client) =>
  client.query("update customer_group_pending_customer set due_at = now() where due_at < 'infinity'")

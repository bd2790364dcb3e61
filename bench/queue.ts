import { setTimeout as sleep } from "node:timers/promises"
import type { Client } from "pg"

/** Whether somebody is due, a change is not in the counts yet, or others have not been told of it. */
const isAnythingLeft = async (client: Client): Promise<boolean> => {
  const { rows } = await client.query(
    `select exists (select from customer_group_pending_customer where due_at <= now())
       or exists (select from customer_group_outbox) or exists (select from customer_group_untold_change) as is_left`,
  )
  return rows[0].is_left
}

const LONGEST_MS = 1_200_000

/** Waits until workers have nothing left to do that is due. */
export const whenQuiet = async (client: Client, lookEveryMs = 20): Promise<void> => {
  const giveUp = Date.now() + LONGEST_MS
  while (await isAnythingLeft(client)) {
    if (Date.now() > giveUp) throw new Error(`The workers were not done within ${LONGEST_MS / 1_000} s.`)
    await sleep(lookEveryMs)
  }
}

/** Puts customers into the queue as an order of theirs does. */
export const mark = async (client: Client, customerIds: string[]): Promise<void> => {
  await client.query(
    "insert into customer_group_pending_customer (customer_id, what) select id, 'orders' from unnest($1::text[]) id",
    [customerIds],
  )
}

/** Makes everything due that is marked for later. */
export const makeAllDue = (client: Client) =>
  client.query("update customer_group_pending_customer set due_at = now() where due_at < 'infinity'")

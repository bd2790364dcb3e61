import { setTimeout as sleep } from "node:timers/promises"
import { withClient } from "../../scripts/postgres"
import type { Cluster } from "./machines"
import { eventsIn } from "./machines/event-queue"

/** What is still to be done, by its name; empty when all is done. */
export type Remains = Record<string, number>

/** In the order in which one makes the next. */
const TO_DO = {
  pending: "select count(*)::int as count from customer_group_pending_customer",
  due: `select count(*)::int as count from customer_group_criteria
    where status = 'active' and deleted_at is null and coalesce(due_at, now()) <= now() + interval '10 seconds'`,
  outbox: "select count(*)::int as count from customer_group_outbox",
  untold: "select count(*)::int as count from customer_group_untold_change",
  operations: "select count(*)::int as count from customer_group_operation where status in ('queued', 'running')",
}

const remainsOf = async (cluster: Cluster): Promise<Remains> => {
  const remains: Remains = {
    machines: cluster.machines.filter(({ isUp }) => !isUp).length,
    events: await eventsIn(cluster.redis),
  }
  await withClient(cluster.databaseUrl, async (client) => {
    for (const [name, text] of Object.entries(TO_DO)) remains[name] = (await client.query(text)).rows[0].count
  })
  return Object.fromEntries(Object.entries(remains).filter(([, count]) => count > 0))
}

/** What is told may mark somebody again: all is done when nothing was left several times in a row. */
const LOOKS = 4

/**
 * Waits until every machine is up and nothing is left to do.
 *
 * @returns what is left after the limit; nothing, if all is well
 */
export const settle = async (cluster: Cluster, limitMs: number): Promise<Remains> => {
  const giveUp = Date.now() + limitMs
  for (let quiet = 0; ;) {
    const remains = await remainsOf(cluster)
    quiet = Object.keys(remains).length ? 0 : quiet + 1
    if (quiet === LOOKS || Date.now() > giveUp) return remains
    await sleep(500)
  }
}

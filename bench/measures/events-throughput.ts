import os from "node:os"
import { performance } from "node:perf_hooks"
import { setTimeout as sleep } from "node:timers/promises"
import type { Client } from "pg"
import { withClient } from "../../scripts/postgres"
import { withFiftyGroups } from "../criteria/fifty-groups"
import { type Measure, median, rounded, toRow } from "../measure"
import { startPluginStore, whileTheyRun } from "../plugin-store"
import { mark, whenEvaluated, whenQuiet } from "../queue"
import { isRedisThere, withRedis } from "../redis"
import { someCustomers } from "../shop/customers"

const CUSTOMERS = 10_000
/** Every so many of them joins a group: most of the time an order moves nobody. */
const ONE_JOINS_IN = 5
/** Longer than a worker sleeps when nothing wakes it. */
const UNTIL_ALL_ARE_AWAKE_MS = 20_000
const BATCH = 500
/** How many are at it while that is waited for. */
const WAKING_CUSTOMERS = 1_000
/** Two workers and PostgreSQL need a core each to be twice as fast, and this process some of one. */
const CORES_FOR_TWO = 4
const LEAST_BY_TWO = 1.6

/** Takes some out of one of their groups, by SQL as something that went wrong: evaluations bring them back. */
const takeSomeOut = async (client: Client, customerIds: string[], groupIds: string[]) => {
  const some = customerIds.filter((_, index) => index % ONE_JOINS_IN === 0)
  const { rowCount } = await client.query(
    `delete from customer_group_customer where id in (
       select distinct on (customer_id) id from customer_group_customer
       where customer_id = any($1::text[]) and customer_group_id = any($2::text[]) order by customer_id, id)`,
    [some, groupIds],
  )
  await whenQuiet(client)
  return rowCount ?? 0
}

/** A worker that nothing wakes looks at the queue now and then: only when there was work for that long are all at it. */
const wakeAll = async (client: Client, customerIds: string[]) => {
  const awakeAt = Date.now() + UNTIL_ALL_ARE_AWAKE_MS
  while (Date.now() < awakeAt) {
    const { rows } = await client.query("select count(*)::int as waiting from customer_group_pending_customer")
    if (rows[0].waiting < customerIds.length) await mark(client, customerIds)
    await sleep(20)
  }
}

type Throughput = { ms: number; perSecond: number; evaluatedPerSecond: number; joins: number }

/** @param others who are evaluated until all workers are awake */
type Work = { client: Client; customerIds: string[]; others: string[]; groupIds: string[] }

/** From many customers in the queue to the last of them evaluated and told, in milliseconds. */
const workThrough = async ({ client, customerIds, others, groupIds }: Work): Promise<Throughput> => {
  const joins = await takeSomeOut(client, customerIds, groupIds)
  await wakeAll(client, others)
  await mark(client, customerIds)
  const { rows } = await client.query(
    "select count(distinct customer_id)::int as waiting from customer_group_pending_customer",
  )
  const perSecond = (ms: number) => rounded((rows[0].waiting * 1_000) / ms)
  const start = performance.now()
  await whenEvaluated(client)
  const evaluatedPerSecond = perSecond(performance.now() - start)
  await whenQuiet(client)
  const ms = performance.now() - start
  return { ms, perSecond: perSecond(ms), evaluatedPerSecond, joins }
}

const throughputOf = async (databaseUrl: string, workers: number, runs: number, work: Work, redisUrl?: string) => {
  const start = (number: number) =>
    startPluginStore({ databaseUrl, mode: "worker", redisUrl, name: `${workers}-workers-${number}` })
  const starting = Array.from({ length: workers }, (_, index) => start(index + 1))
  return whileTheyRun(starting, async (): Promise<Throughput[]> => {
    const done: Throughput[] = []
    for (let run = 0; run < runs; run++) done.push(await workThrough(work))
    return done
  })
}

/** Who has changed, evaluated for all groups by workers, and told to others. */
export const eventsThroughput: Measure = {
  names: ["events_throughput"],
  needs: ["facts", "built"],
  run: (stores, runs) =>
    withClient(stores.databaseUrl, (client) =>
      withFiftyGroups(stores, client, async (groupIds) => {
        const all = await someCustomers(client, CUSTOMERS + WAKING_CUSTOMERS)
        // The first time they join what they match, a fifth of all at once; then they stand.
        for (let from = 0; from < all.length; from += BATCH)
          await stores.module.groups.evaluateCustomers({ customer_ids: all.slice(from, from + BATCH) })
        const others = all.splice(0, Math.min(WAKING_CUSTOMERS, Math.floor(all.length / 3)))

        const work = { client, customerIds: all, others, groupIds }
        const measured = async (redisUrl?: string) => ({
          one: await throughputOf(stores.databaseUrl, 1, runs, work, redisUrl),
          two: await throughputOf(stores.databaseUrl, 2, runs, work, redisUrl),
        })
        const hasRedis = isRedisThere()
        const { one, two } = await (hasRedis ? withRedis(({ url }) => measured(url)) : measured())
        const of = (done: Throughput[], figure: keyof Throughput) => median(done.map((run) => run[figure]))
        const byTwo = Math.round((100 * of(two, "perSecond")) / of(one, "perSecond")) / 100
        const cores = os.availableParallelism()
        const row = toRow(
          "events_throughput",
          runs,
          { plugin: of(one, "ms") },
          {
            per_second: of(one, "perSecond"),
            evaluated_per_second: of(one, "evaluatedPerSecond"),
            two_workers_per_second: of(two, "perSecond"),
            two_workers_evaluated_per_second: of(two, "evaluatedPerSecond"),
            two_workers_to_one: byTwo,
            cores,
            bus: hasRedis ? "Redis" : "local",
            customers: all.length,
            joins: of(one, "joins"),
            groups: groupIds.length,
            each_run: { one, two },
          },
          {
            atLeast: { per_second: 500, ...(cores >= CORES_FOR_TWO ? { two_workers_to_one: LEAST_BY_TWO } : {}) },
          },
        )
        return [row]
      }),
    ),
}

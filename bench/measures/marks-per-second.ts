import fs from "node:fs"
import path from "node:path"
import { folders } from "../../scripts/paths"
import { withClient } from "../../scripts/postgres"
import { Problem } from "../../scripts/problem"
import { exec } from "../../scripts/store"
import type { EmitInput, EmitResult } from "../marks/emit"
import { type Measure, median, rounded, type Target, toRow } from "../measure"
import { startPluginStore, whileTheyRun } from "../plugin-store"
import { isRedisThere, withRedis } from "../redis"

const EVENTS = 3_000
const LEAST_ON_REDIS = 250

/** Orders of as many customers: two of one customer could be one row. */
const ordersOf = (databaseUrl: string): Promise<string[]> =>
  withClient(databaseUrl, async (client) => {
    const { rows } = await client.query(
      `select min(id) as id from (select id, customer_id from "order" where customer_id is not null limit 10 * $1::int) o
       group by customer_id limit $1`,
      [EVENTS],
    )
    return rows.map(({ id }) => id)
  })

const emit = async (databaseUrl: string, input: EmitInput, redisUrl = ""): Promise<EmitResult> => {
  const file = (name: string) => path.join(folders.run, `emit-${name}.json`)
  fs.writeFileSync(file("input"), JSON.stringify(input))
  await exec({
    script: "./bench/marks/emit.ts",
    databaseUrl,
    logFile: path.join(folders.run, "emit.log"),
    env: { EMIT_INPUT: file("input"), EMIT_RESULT: file("result"), REDIS_URL: redisUrl },
  })
  return JSON.parse(fs.readFileSync(file("result"), "utf8"))
}

/** On the local bus the process that emits marks as well; on Redis a worker does, beside its evaluations. */
const onLocalBus = emit
const onRedis = (databaseUrl: string, input: EmitInput) =>
  withRedis(({ url: redisUrl }) =>
    whileTheyRun([startPluginStore({ databaseUrl, mode: "worker", redisUrl })], () =>
      emit(databaseUrl, input, redisUrl),
    ),
  )

const rowOf = (bus: string, events: number, { emitted, marked }: EmitResult, target?: Target) => {
  const ms = median(marked)
  const details = {
    bus,
    per_second: rounded((events * 1_000) / ms),
    event: EVENT,
    events,
    emitted_ms: median(emitted),
  }
  return toRow("marks_per_second", marked.length, { plugin: ms }, details, target)
}

const EVENT = "order.placed"

/** Medusa's events until each has put its customer into the queue. */
export const marksPerSecond: Measure = {
  names: ["marks_per_second"],
  needs: ["module", "built"],
  run: async ({ databaseUrl }, runs) => {
    const ids = await ordersOf(databaseUrl)
    if (!ids.length) throw new Problem("marks_per_second sends events of orders: it needs a shop with --orders.")
    const input = { event: EVENT, ids, runs }
    const rows = [rowOf("local", ids.length, await onLocalBus(databaseUrl, input))]
    if (!isRedisThere()) {
      console.log("  There is no redis-server on this machine: marks_per_second is measured on the local bus only.")
      return rows
    }
    const redis = await onRedis(databaseUrl, input)
    return [...rows, rowOf("Redis", ids.length, redis, { atLeast: { per_second: LEAST_ON_REDIS } })]
  },
}

import { setTimeout as sleep } from "node:timers/promises"
import type { Client } from "pg"
import { withClient } from "../../scripts/postgres"
import type { Store } from "../../scripts/store"
import { cpuTime } from "../cpu-time"
import { withFiftyGroups } from "../criteria/fifty-groups"
import { type Measure, rounded, toRow } from "../measure"
import { startPlainStore } from "../plain-store"
import { startPluginStore, whileTheyRun } from "../plugin-store"
import { makeAllDue, whenQuiet } from "../queue"
import { countingStatements, type Statements } from "../statements"
import type { Stores } from "../stores"

const MINUTES = 2
/** After the start there is this and that to do, once. */
const SETTLING_MS = 30_000
const MOST_QUERIES = 60

type Cost = { queries: number; database_ms: number; cpu_ms: number }

/** What each store costs a minute while nobody does anything. */
const idleCosts = async (stores: Store[], count: () => Promise<Statements[]>): Promise<Cost[]> => {
  const look = async () => {
    const statements = await count()
    return stores.map(({ pid }, index) => ({ ...statements[index]!, cpu: cpuTime(pid) }))
  }
  const before = await look()
  await sleep(MINUTES * 60_000)
  const after = await look()
  return after.map((now, index) => ({
    queries: (now.count - before[index]!.count) / MINUTES,
    database_ms: (now.ms - before[index]!.ms) / MINUTES,
    cpu_ms: (now.cpu - before[index]!.cpu) / MINUTES,
  }))
}

const measure = async ({ databaseUrl, plainDatabaseUrl }: Stores, client: Client) => {
  const [plugin, plain] = await countingStatements([databaseUrl, plainDatabaseUrl], (count) =>
    whileTheyRun(
      [startPluginStore({ databaseUrl, mode: "shared" }), startPlainStore(plainDatabaseUrl)],
      async (stores) => {
        await makeAllDue(client)
        await whenQuiet(client)
        await sleep(SETTLING_MS)
        return idleCosts(stores, count)
      },
    ),
  )
  const more = (of: keyof Cost) => rounded(plugin![of] - plain![of])
  const details = {
    unit: "CPU of the store's process a minute",
    queries_per_minute: more("queries"),
    cpu_ms_per_minute: more("cpu_ms"),
    database_ms_per_minute: more("database_ms"),
    plain_queries_per_minute: rounded(plain!.queries),
    minutes: MINUTES,
    groups: 50,
  }
  const times = { plugin: rounded(plugin!.cpu_ms), medusa: rounded(plain!.cpu_ms) }
  return [toRow("idle_cost", 1, times, details, { atMost: { queries_per_minute: MOST_QUERIES } })]
}

/** What the plugin does in a shop where nobody does anything: on top of what plain Medusa does. */
export const idleCost: Measure = {
  names: ["idle_cost"],
  needs: ["facts", "built", "copied"],
  run: (stores) =>
    withClient(stores.databaseUrl, (client) => withFiftyGroups(stores, client, () => measure(stores, client))),
}

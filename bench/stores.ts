import path from "node:path"
import { freePort } from "../scripts/free-port"
import { folders } from "../scripts/paths"
import { withClient } from "../scripts/postgres"
import { step } from "../scripts/progress"
import { type BenchInput, benchDatabase } from "../scripts/seed/bench-database"
import { markFacts } from "../scripts/seed/kept-facts"
import { type Store, buildStore, startStore } from "../scripts/store"
import { type Client, connect } from "./client"
import { type ModuleApp, startModule } from "./module"
import { buildPlainStore, startPlainStore } from "./plain-store"

/**
 * What a measure can ask for: a store with the plugin, one of plain Medusa on a copy of the same data, the plugin's
 * module in this process, and facts of all orders.
 */
export type Need = "plugin" | "medusa" | "module" | "facts"

/** What runs. Asking for what no measure has said that it needs throws. */
export type Stores = {
  readonly plugin: Client
  readonly medusa: Client
  readonly module: ModuleApp
  databaseUrl: string
  readonly plainDatabaseUrl: string
  /** The first group, the one that is measured. */
  groupId: string
  members: number
  groups: number
  stop(): Promise<void>
}

type Started = { plugin?: Client; medusa?: Client; module?: ModuleApp; plainDatabaseUrl?: string }

const required = <T>(thing: T | undefined, need: Need): T => {
  if (thing === undefined) throw new Error(`The measure does not say that it needs "${need}".`)
  return thing
}

const firstGroup = (url: string) =>
  withClient(url, async (client) => {
    const { rows } = await client.query("select id from customer_group where deleted_at is null order by name limit 1")
    return rows[0].id as string
  })

/**
 * Starts what the measures need and no more: a copy of 40 GB is dear. The plugin is taken out of the copy as the way out
 * says: its triggers slow nobody there.
 */
export const startStores = async (input: BenchInput, needs: ReadonlySet<Need>): Promise<Stores> => {
  await step("Build", async () => {
    if (needs.has("plugin")) await buildStore()
    if (needs.has("medusa")) await buildPlainStore()
  })
  const database = await benchDatabase(input)
  const ends: (() => Promise<void>)[] = []
  const stop = async () => {
    await Promise.all(ends.map((end) => end()))
    await database.stop()
  }

  const started: Started = {}
  const startAll = async () => {
    if (needs.has("medusa"))
      started.plainDatabaseUrl = await step("Copy without the plugin", database.copyWithoutPlugin)
    const urls = [database.url, ...(started.plainDatabaseUrl ? [started.plainDatabaseUrl] : [])]
    await step("Vacuum", () =>
      Promise.all(urls.map((url) => withClient(url, (client) => client.query("vacuum analyze")))),
    )
    if (needs.has("module") || needs.has("facts")) {
      const module = await startModule(database.url)
      started.module = module
      ends.push(module.stop)
      if (needs.has("facts")) await step("Facts of orders", () => buildFacts(module, database.url))
    }
    const running = await step("Stores", () =>
      Promise.allSettled([
        needs.has("plugin") ? startPlugin(database.url) : undefined,
        started.plainDatabaseUrl ? startPlainStore(started.plainDatabaseUrl) : undefined,
      ]),
    )
    for (const start of running) if (start.status === "fulfilled" && start.value) ends.push(start.value.stop)
    for (const start of running) if (start.status === "rejected") throw start.reason
    const [plugin, medusa] = running.map((start) => (start.status === "fulfilled" ? start.value : undefined))
    if (plugin) started.plugin = await connect(plugin.url)
    if (medusa) started.medusa = await connect(medusa.url)
  }

  try {
    await startAll()
    return {
      get plugin() {
        return required(started.plugin, "plugin")
      },
      get medusa() {
        return required(started.medusa, "medusa")
      },
      get module() {
        return required(started.module, "module")
      },
      get plainDatabaseUrl() {
        return required(started.plainDatabaseUrl, "medusa")
      },
      databaseUrl: database.url,
      groupId: await firstGroup(database.url),
      members: input.members,
      groups: input.groups,
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Those that a run before has made are taken over. */
const buildFacts = async ({ groups }: ModuleApp, databaseUrl: string) => {
  await groups.buildStatistics()
  await markFacts(databaseUrl)
}

/** As a server alone: what a worker does meanwhile would be measured with it. */
const startPlugin = async (databaseUrl: string): Promise<Store> => {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  return startStore({
    databaseUrl,
    port,
    logFile: path.join(folders.run, "store-bench.log"),
    env: { ADMIN_CORS: origin, AUTH_CORS: origin, MEDUSA_WORKER_MODE: "server" },
  })
}

import { withClient } from "../scripts/postgres"
import { step } from "../scripts/progress"
import { type BenchInput, benchDatabase } from "../scripts/seed/bench-database"
import { markFacts } from "../scripts/seed/kept-facts"
import { buildStore } from "../scripts/store"
import { type Client, connect } from "./client"
import { type ModuleApp, startModule } from "./module"
import { buildPlainStore, startPlainStore } from "./plain-store"
import { startPluginStore } from "./plugin-store"

/**
 * What a measure can ask for: a store with the plugin, one of plain Medusa on a copy of the same data, the plugin's
 * module in this process, and facts of all orders.
 *
 * The store with the plugin is a server alone: what a worker does meanwhile would be measured with it. A measure that
 * looks at workers starts stores of its own (`startPluginStore`, `startPlainStore`) and asks that they are built: with
 * the plugin, and without, on a copy.
 */
export type Need = "plugin" | "medusa" | "module" | "facts" | "built" | "copied"

/** What runs. Asking for what no measure has said that it needs throws. */
export type Stores = {
  readonly plugin: Client
  readonly medusa: Client
  readonly module: ModuleApp
  databaseUrl: string
  readonly plainDatabaseUrl: string
  /** The first group, the one that is measured. */
  groupId: string
  customers: number
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
    if (needs.has("plugin") || needs.has("built")) await buildStore()
    if (needs.has("medusa") || needs.has("copied")) await buildPlainStore()
  })
  const database = await benchDatabase(input)
  const ends: (() => Promise<void>)[] = []
  const stop = async () => {
    await Promise.all(ends.map((end) => end()))
    await database.stop()
  }

  const started: Started = {}
  const startAll = async () => {
    if (needs.has("medusa") || needs.has("copied"))
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
        needs.has("plugin") ? startPluginStore({ databaseUrl: database.url, mode: "server" }) : undefined,
        needs.has("medusa") ? startPlainStore(started.plainDatabaseUrl!) : undefined,
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
        return required(started.plainDatabaseUrl, "copied")
      },
      databaseUrl: database.url,
      groupId: await firstGroup(database.url),
      customers: input.customers,
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

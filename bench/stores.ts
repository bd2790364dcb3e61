import path from "node:path"
import { freePort } from "../scripts/free-port"
import { folders } from "../scripts/paths"
import { withClient } from "../scripts/postgres"
import { step } from "../scripts/progress"
import { type BenchInput, benchDatabase } from "../scripts/seed/bench-database"
import { type Store, buildStore, startStore } from "../scripts/store"
import { type Client, connect } from "./client"
import { buildPlainStore, startPlainStore } from "./plain-store"

/** A store with the plugin and one without, on the same data. */
export type Stores = {
  plugin: Client
  medusa: Client
  databaseUrl: string
  plainDatabaseUrl: string
  /** The first group, the one that is measured. */
  groupId: string
  members: number
  groups: number
  stop(): Promise<void>
}

const firstGroup = (url: string) =>
  withClient(url, async (client) => {
    const { rows } = await client.query("select id from customer_group where deleted_at is null order by name limit 1")
    return rows[0].id as string
  })

/** Boots both. The plugin is taken out of the second database as the way out says: its triggers slow nobody there. */
export const startStores = async (input: BenchInput): Promise<Stores> => {
  await step("Build", async () => {
    await buildStore()
    await buildPlainStore()
  })
  const database = await benchDatabase(input)
  const started: Store[] = []

  const stop = async () => {
    await Promise.all(started.map((store) => store.stop()))
    await database.stop()
  }

  try {
    const plainDatabaseUrl = await step("Copy without the plugin", database.copyWithoutPlugin)
    await step("Vacuum", () =>
      Promise.all(
        [database.url, plainDatabaseUrl].map((url) => withClient(url, (client) => client.query("vacuum analyze"))),
      ),
    )
    const port = await freePort()
    await step("Two stores", async () => {
      const both = await Promise.allSettled([
        startStore({
          databaseUrl: database.url,
          port,
          logFile: path.join(folders.run, "store-bench.log"),
          env: { ADMIN_CORS: `http://localhost:${port}`, AUTH_CORS: `http://localhost:${port}` },
        }),
        startPlainStore(plainDatabaseUrl),
      ])
      for (const start of both) if (start.status === "fulfilled") started.push(start.value)
      for (const start of both) if (start.status === "rejected") throw start.reason
    })
    return {
      plugin: await connect(started[0].url),
      medusa: await connect(started[1].url),
      databaseUrl: database.url,
      plainDatabaseUrl,
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

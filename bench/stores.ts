import path from "node:path"
import { freePort } from "../scripts/free-port"
import { folders } from "../scripts/paths"
import { type Server, cloneDatabase, dropDatabase, listDatabases, withClient } from "../scripts/postgres"
import { isAlive } from "../scripts/postgres/postmaster"
import { Problem } from "../scripts/problem"
import { step } from "../scripts/progress"
import { type BenchInput, benchDatabase } from "../scripts/seed/bench-database"
import { databaseState } from "../scripts/seed/mark"
import { type Store, buildStore, startStore } from "../scripts/store"
import { UNINSTALL } from "../src/modules/customer-groups/log/uninstall"
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

const otherDatabase = (url: string, name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).toString()

/** The benchmark changes memberships and drops what it made: only databases of its own name and mark. */
const refuseForeign = async (url: string) => {
  const name = new URL(url).pathname.slice(1)
  const { kind } = await databaseState(url)
  if (!name.startsWith("customer_groups_bench_") || kind !== "demo")
    throw new Problem(`${name} was not made by the benchmark: it is left alone.`)
}

const firstGroup = (url: string) =>
  withClient(url, async (client) => {
    const { rows } = await client.query("select id from customer_group where deleted_at is null order by name limit 1")
    return rows[0].id as string
  })

/** Copies of a run that was killed: nobody else would drop them. */
const dropLeftovers = async (server: Server) => {
  for (const name of await listDatabases(server, "customer_groups_bench_")) {
    const pid = name.match(/^customer_groups_bench_(\d+)/)?.[1]
    if (pid && !isAlive(Number(pid))) await dropDatabase(server, name)
  }
}

/** Boots both. The plugin is taken out of the second database as the way out says: its triggers slow nobody there. */
export const startStores = async (input: BenchInput): Promise<Stores> => {
  await step("Build", async () => {
    await buildStore()
    await buildPlainStore()
  })
  const database = await benchDatabase(input)
  const server = { url: (name: string) => otherDatabase(database.url, name) }
  const name = new URL(database.url).pathname.slice(1)
  const plainName = `${name}_plain`
  const plainDatabaseUrl = server.url(plainName)
  const started: Store[] = []

  const stop = async () => {
    await Promise.all(started.map((store) => store.stop()))
    await dropDatabase(server, plainName)
    await database.stop()
  }

  try {
    await dropLeftovers(server)
    await refuseForeign(database.url)
    await step("Copy without the plugin", async () => {
      await cloneDatabase(server, name, plainName)
      await refuseForeign(plainDatabaseUrl)
      await withClient(plainDatabaseUrl, (client) => client.query(UNINSTALL))
    })
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

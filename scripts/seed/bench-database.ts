import { createHash } from "node:crypto"
import path from "node:path"
import { devDependencies } from "../../package.json"
import { UNINSTALL } from "../../src/modules/customer-groups/log/uninstall"
import { contentHash } from "../content-hash"
import { folders } from "../paths"
import {
  type Server,
  cloneDatabase,
  databaseExists,
  dropDatabase,
  listDatabases,
  startPostgres,
  withClient,
} from "../postgres"
import { Problem } from "../problem"
import { step } from "../progress"
import { migrate } from "../store"
import { checkDisk } from "./disk"
import { type Amounts, fillGroups } from "./fill"
import { bringFactsBack, putFactsAside } from "./kept-facts"
import { databaseState } from "./mark"
import { makeSeeded } from "./template"

export type BenchInput = {
  customers: number
  orders: number
  groups: number
  members: number
  /** The folder of the server; `.data/bench`, unless set. */
  dataDir?: string
}

export type BenchDatabase = {
  url: string
  /** A copy of it as Medusa has it, without anything of the plugin. */
  copyWithoutPlugin(): Promise<string>
  /** Drops the copy and stops the server; the database stays. */
  stop(): Promise<void>
}

/** What this server holds can be made again: nothing waits for the disk, and the log is as small as it can be. */
const settings = {
  fsync: "off",
  full_page_writes: "off",
  synchronous_commit: "off",
  wal_level: "minimal",
  max_wal_senders: 0,
  max_wal_size: "8GB",
  shared_buffers: "2GB",
  maintenance_work_mem: "1GB",
  random_page_cost: 1.1,
  max_connections: 200,
  // Counts statements where a measure asks for it, and nowhere else.
  shared_preload_libraries: "pg_stat_statements",
  "pg_stat_statements.track": "none",
}

const prefix = "customer_groups_bench_"

/** Not the whole lock file: a further package of ours does not change what Medusa writes. */
const medusaVersion: string = devDependencies["@medusajs/medusa"]

/** By what is in it of Medusa's. What is ours changes more often, and is made anew for each run. */
const nameOf = (amounts: Amounts) => {
  const hash = createHash("sha256")
    .update(JSON.stringify(amounts))
    .update(contentHash(["scripts/seed/data", "scripts/seed/shop", "scripts/seed/sql"]))
    .update(medusaVersion)
  return `${prefix}${hash.digest("hex").slice(0, 16)}`
}

/** The benchmark changes memberships and drops what it made: only databases of its own name and mark. */
const refuseForeign = async (server: Server, name: string) => {
  const { kind } = await databaseState(server.url(name))
  if (!name.startsWith(prefix) || kind !== "demo")
    throw new Problem(`${name} was not made by the benchmark: it is left alone.`)
}

/** One run at a time: it works in the database itself, a copy of 40 GB would be dear. */
const holdServer = async (server: Server) => {
  let release = () => {}
  const isFree = await new Promise<boolean>((resolve, reject) => {
    withClient(server.url("postgres"), async (client) => {
      const { rows } = await client.query("select pg_try_advisory_lock(hashtext('customer_groups_bench')) as is_free")
      await new Promise<void>((ended) => {
        release = ended
        resolve(rows[0].is_free)
      })
    }).catch(reject)
  })
  if (isFree) return release
  release()
  throw new Problem("Another benchmark is running.")
}

/**
 * Undoes whatever the last run did, also one that was killed: the plugin is installed anew, the groups are as made. Facts
 * of orders stay where the code would make the same ones.
 */
const putBack = async (server: Server, name: string, amounts: Amounts) => {
  await refuseForeign(server, name)
  await withClient(server.url(name), async (client) => {
    await client.query("begin")
    await putFactsAside(client)
    await client.query(`${UNINSTALL} commit`)
  })
  await migrate({ databaseUrl: server.url(name), logFile: path.join(folders.run, "migrate-bench.log") })
  await bringFactsBack(server.url(name))
  await fillGroups(server.url(name), amounts)
}

/**
 * The database for the benchmark, on a server of its own. It is made at the first call, and put back
 * as it was at each further one.
 *
 * @throws Problem when the disk is too small, or another run is going on
 */
export const benchDatabase = async ({
  customers,
  orders,
  groups,
  members,
  dataDir = path.join(folders.data, "bench"),
}: BenchInput): Promise<BenchDatabase> => {
  const amounts: Amounts = {
    customers,
    orders,
    openCarts: Math.round(customers / 20),
    groups: { count: groups, members },
    isLean: true,
  }
  const name = nameOf(amounts)
  const copy = `${name}_plain`

  const postgres = await startPostgres({ dataDir, settings })
  let release = () => {}
  const stop = async () => {
    await dropDatabase(postgres, copy)
    release()
    await postgres.stop()
  }
  try {
    release = await holdServer(postgres)
    // What a run left that was killed.
    for (const left of await listDatabases(postgres, prefix))
      if (left.endsWith("_plain")) await dropDatabase(postgres, left)

    if (await databaseExists(postgres, name)) {
      await step("Put back", () => putBack(postgres, name, amounts))
    } else {
      checkDisk(dataDir, amounts)
      await makeSeeded(postgres, name, amounts)
    }
  } catch (error) {
    release()
    await postgres.stop()
    throw error
  }

  return {
    url: postgres.url(name),
    copyWithoutPlugin: async () => {
      checkDisk(dataDir, amounts)
      await cloneDatabase(postgres, name, copy)
      await withClient(postgres.url(copy), (client) => client.query(`begin; ${UNINSTALL} commit`))
      return postgres.url(copy)
    },
    stop,
  }
}

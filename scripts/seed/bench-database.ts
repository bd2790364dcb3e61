import path from "node:path"
import { folders } from "../paths"
import { cloneDatabase, dropDatabase, startPostgres } from "../postgres"
import { step } from "../progress"
import { checkDisk } from "./disk"
import { seededTemplate } from "./template"

export type BenchInput = { customers: number; orders: number; groups: number; members: number }

export type BenchDatabase = {
  url: string
  /** Drops the copy and stops the server; the template stays. */
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
}

/**
 * A database for the benchmark: a copy of a template that is made at the first call, on a server of its own under
 * `.data/bench`.
 *
 * @throws Problem when the disk is too small
 */
export const benchDatabase = async ({ customers, orders, groups, members }: BenchInput): Promise<BenchDatabase> => {
  const dataDir = path.join(folders.data, "bench")
  const amounts = {
    customers,
    orders,
    openCarts: Math.round(customers / 20),
    groups: { count: groups, members },
    isLean: true,
  }

  const postgres = await startPostgres({ dataDir, settings })
  const run = `customer_groups_bench_${process.pid}`
  try {
    const template = await seededTemplate(postgres, amounts, {
      keepOthers: true,
      beforeMaking: () => checkDisk(dataDir, amounts, 2),
    })
    await step("Copy for this run", () => cloneDatabase(postgres, template, run))
  } catch (error) {
    await postgres.stop()
    throw error
  }

  return {
    url: postgres.url(run),
    stop: async () => {
      await dropDatabase(postgres, run)
      await postgres.stop()
    },
  }
}

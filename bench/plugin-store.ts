import path from "node:path"
import { freePort } from "../scripts/free-port"
import { folders } from "../scripts/paths"
import { type Store, startStore } from "../scripts/store"

export type PluginStoreInput = {
  databaseUrl: string
  /** Answers requests, works in the background, or both in one process as Medusa does unless told otherwise. */
  mode: "server" | "worker" | "shared"
  /** Events, workflows and locks go through it, as they do with several processes. */
  redisUrl?: string
  /** Of its log, where several run. */
  name?: string
}

/** Starts the built store with the plugin. */
export const startPluginStore = async ({
  databaseUrl,
  mode,
  redisUrl,
  name = mode,
}: PluginStoreInput): Promise<Store> => {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  return startStore({
    databaseUrl,
    port,
    logFile: path.join(folders.run, `store-bench-${name}.log`),
    env: { ADMIN_CORS: origin, AUTH_CORS: origin, MEDUSA_WORKER_MODE: mode, REDIS_URL: redisUrl ?? "" },
  })
}

/** Runs work while stores run, and ends them afterwards. */
export const whileTheyRun = async <T>(
  starting: Promise<Store>[],
  work: (stores: Store[]) => Promise<T>,
): Promise<T> => {
  const started = await Promise.allSettled(starting)
  const stores = started.flatMap((start) => (start.status === "fulfilled" ? [start.value] : []))
  try {
    for (const start of started) if (start.status === "rejected") throw start.reason
    return await work(stores)
  } finally {
    await Promise.all(stores.map((store) => store.stop()))
  }
}

import fs from "node:fs"
import path from "node:path"
import { freePort } from "../../../scripts/free-port"
import { folders } from "../../../scripts/paths"
import { jwtSecret } from "../../helpers/store"
import { Machine, type MachineInput } from "./medusa"
import { type CrashingPostgres, startCrashingPostgres } from "./postgres"
import { type Redis, startRedis } from "./redis"
import { copyWithRecorder } from "./recording-store"

/** How many processes of each kind. */
export interface Sizes {
  servers: number
  workers: number
}

/** Everything that runs: one PostgreSQL, one Redis, and the store in several processes. */
export interface Cluster {
  postgres: CrashingPostgres
  redis: Redis
  databaseUrl: string
  servers: Machine[]
  workers: Machine[]
  machines: Machine[]
  /** Where the processes write down which events they heard. */
  heardFolder: string
  stopMachines(): Promise<void>
  /** Ends everything, in the right order. */
  stop(): Promise<void>
}

export const DATABASE = `customer_groups_cluster_${process.pid}`

/** Below those that systems give to outgoing connections: a machine that starts again must find its port free. */
const FIRST_PORT = 21_000

const emptied = (folder: string) => {
  fs.rmSync(folder, { recursive: true, force: true })
  fs.mkdirSync(folder, { recursive: true })
  return folder
}

/** PostgreSQL and Redis run afterwards; the machines are started by `keepUp`, when there is a shop. */
export const startCluster = async ({ servers, workers }: Sizes): Promise<Cluster> => {
  const logFolder = emptied(path.join(folders.run, "cluster"))
  const heardFolder = emptied(path.join(logFolder, "heard"))
  const storeFolder = copyWithRecorder()
  let lastPort = FIRST_PORT
  const nextPort = async () => (lastPort = await freePort(lastPort + 1))
  const postgres = await startCrashingPostgres(await nextPort())
  const redis = await startRedis(await nextPort())
  const databaseUrl = postgres.url(DATABASE)
  const env = { DATABASE_URL: databaseUrl, REDIS_URL: redis.url, JWT_SECRET: jwtSecret, HEARD_FOLDER: heardFolder }

  const machinesOf = async (mode: MachineInput["mode"], count: number) => {
    const machines: Machine[] = []
    for (let number = 1; number <= count; number++)
      machines.push(
        new Machine({ name: `${mode}-${number}`, mode, storeFolder, port: await nextPort(), env, logFolder }),
      )
    return machines
  }
  const byMode = { servers: await machinesOf("server", servers), workers: await machinesOf("worker", workers) }
  const machines = [...byMode.servers, ...byMode.workers]
  const stopMachines = async () => void (await Promise.all(machines.map((machine) => machine.stop())))

  return {
    postgres,
    redis,
    databaseUrl,
    ...byMode,
    machines,
    heardFolder,
    stopMachines,
    stop: async () => {
      await stopMachines()
      await redis.stop()
      await postgres.stop()
    },
  }
}

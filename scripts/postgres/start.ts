import { randomBytes } from "node:crypto"
import fs from "node:fs"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { freePort } from "../free-port"
import { Problem } from "../problem"
import { Binaries, findBinaries } from "./binaries"
import { removeStalePidFile } from "./postmaster"
import { run } from "./run"
import { answeringPort } from "./running"
import { joinUsers } from "./users"

export type Postgres = {
  /** `localhost`: Medusa's test runner forces SSL on every other name. */
  host: string
  port: number
  user: string
  password: string
  /** A connection string for one database of this server. */
  url(database: string): string
  /** Stops the server, unless another process of this repository still uses it. */
  stop(): Promise<void>
  /** The server was running already, for instance because the command that started it was killed. */
  wasRunning: boolean
}

export type StartPostgresInput = {
  /** The folder of the server: cluster, log, list of users. Made when missing. */
  dataDir: string
  /** Taken when free; otherwise any free port. */
  preferredPort?: number
  /** Settings of the server, for instance `{ fsync: "off" }`. A server that runs already keeps its own. */
  settings?: Record<string, string | number>
}

const user = "postgres"
const passwordFile = "superuser-password"

const urlOf = (cluster: string, port: number, database: string) => {
  const password = fs.readFileSync(path.join(cluster, passwordFile), "utf8")
  return `postgres://${user}:${password}@localhost:${port}/${database}`
}

const findRunning = (binaries: Binaries, cluster: string) =>
  answeringPort(binaries, cluster, (port) => urlOf(cluster, port, "postgres"))

const giveTo = (folder: string, owner: Binaries["owner"]) => {
  if (owner.uid !== undefined) fs.chownSync(folder, owner.uid, owner.gid!)
}

/** Makes the cluster beside its place and moves it there when it is complete. */
const createCluster = async (binaries: Binaries, dataDir: string, cluster: string) => {
  const half = path.join(dataDir, `new-cluster-${process.pid}`)
  const passwords = path.join(dataDir, `new-password-${process.pid}`)
  const password = randomBytes(18).toString("base64url")

  fs.rmSync(half, { recursive: true, force: true })
  fs.writeFileSync(passwords, password, { mode: 0o600 })
  giveTo(passwords, binaries.owner)

  const { code, output } = await run(
    binaries.initdb,
    [
      `--pgdata=${half}`,
      `--username=${user}`,
      `--pwfile=${passwords}`,
      "--auth=scram-sha-256",
      // Without a LANG the encoding would be SQL_ASCII; the built-in locale sorts alike on every system.
      "--encoding=UTF8",
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
    ],
    binaries.owner,
    dataDir,
  )
  if (code !== 0) throw new Problem(`The embedded PostgreSQL could not make its data folder ${half}:\n${output.trim()}`)

  fs.renameSync(passwords, path.join(half, passwordFile))
  try {
    fs.renameSync(half, cluster)
  } catch (error) {
    // Another process was faster.
    if (!fs.existsSync(path.join(cluster, "PG_VERSION"))) throw error
    fs.rmSync(half, { recursive: true, force: true })
  }
}

const lastLines = (file: string, count = 15) =>
  fs.existsSync(file) ? fs.readFileSync(file, "utf8").trimEnd().split("\n").slice(-count).join("\n") : ""

/** After `kill -9` the old server's children live on for a moment and hold its memory: hence the patience. */
const retryFor = 5_000

const startServer = async (
  binaries: Binaries,
  dataDir: string,
  cluster: string,
  { preferredPort, settings = {} }: StartPostgresInput,
) => {
  const log = path.join(dataDir, "server.log")
  const giveUp = Date.now() + retryFor

  for (;;) {
    removeStalePidFile(cluster)
    const port = await freePort(preferredPort)
    const options = { port, listen_addresses: "127.0.0.1", unix_socket_directories: "", ...settings }
    const flags = Object.entries(options).map(([name, value]) => `-c ${name}=${value}`)

    const { code } = await run(
      binaries.pgCtl,
      ["start", "-w", "-t", "60", "-D", cluster, "-l", log, "-o", flags.join(" ")],
      binaries.owner,
      dataDir,
    )
    if (code === 0) return port
    // Two commands started at once: the other one's server is as good as ours.
    const running = await findRunning(binaries, cluster)
    if (running) return running
    if (Date.now() > giveUp) throw new Problem(`The embedded PostgreSQL does not start:\n${lastLines(log)}`)
    await sleep(250)
  }
}

/**
 * Starts the PostgreSQL that comes from npm, or joins it when it runs already.
 *
 * The server belongs to its own process session: Ctrl-C does not reach it before Medusa has closed its connections.
 *
 * @throws Problem with what PostgreSQL says when it can't start
 */
export const startPostgres = async (input: StartPostgresInput): Promise<Postgres> => {
  const binaries = findBinaries()
  const dataDir = binaries.dataFolder(input.dataDir)
  const cluster = path.join(dataDir, "cluster")
  fs.mkdirSync(dataDir, { recursive: true })
  giveTo(dataDir, binaries.owner)

  const users = joinUsers(dataDir)
  try {
    if (!fs.existsSync(path.join(cluster, "PG_VERSION"))) await createCluster(binaries, dataDir, cluster)

    const running = await findRunning(binaries, cluster)
    const port = running ?? (await startServer(binaries, dataDir, cluster, input))

    return {
      host: "localhost",
      port,
      user,
      password: fs.readFileSync(path.join(cluster, passwordFile), "utf8"),
      url: (database) => urlOf(cluster, port, database),
      wasRunning: running !== undefined,
      stop: async () => {
        if (users.leave()) return
        await run(binaries.pgCtl, ["stop", "-m", "fast", "-w", "-D", cluster], binaries.owner, dataDir)
      },
    }
  } catch (error) {
    users.leave()
    throw error
  }
}

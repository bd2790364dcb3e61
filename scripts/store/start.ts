import { setTimeout as sleep } from "node:timers/promises"
import { folders } from "../paths"
import { Problem } from "../problem"
import { logTail } from "./log-tail"
import { ended, spawnMedusa } from "./medusa"

export type StartStoreInput = {
  databaseUrl: string
  port: number
  /** Where it listens: 127.0.0.1 unless said otherwise. */
  host?: string
  env?: NodeJS.ProcessEnv
  logFile: string
  /** How long the start may take before it counts as failed. */
  timeoutMs?: number
}

export type Store = {
  url: string
  pid: number
  /** Resolves when the store has ended, by itself or by `stop()`. */
  ended: Promise<number | null>
  /** Lets running requests finish; what has not ended after `patienceMs` is killed. */
  stop(patienceMs?: number): Promise<void>
}

/**
 * Starts the built store and waits until it answers.
 *
 * @throws Problem with the last lines of the log when it ends before, or does not answer in time
 */
export const startStore = async (input: StartStoreInput): Promise<Store> => {
  const { databaseUrl, port, host = "127.0.0.1", env = {}, logFile, timeoutMs = 60_000 } = input
  const child = spawnMedusa({
    args: ["start", "-H", host, "-p", String(port)],
    cwd: folders.store,
    env: { NODE_ENV: "production", DATABASE_URL: databaseUrl, ...env },
    logFile,
  })
  const kill = () => child.kill("SIGKILL")
  process.once("exit", kill)
  const end = ended(child).finally(() => process.removeListener("exit", kill))
  let hasEnded = false
  end.then(
    () => (hasEnded = true),
    () => (hasEnded = true),
  )

  const stop = async (patienceMs = 10_000) => {
    child.kill("SIGTERM")
    const patience = setTimeout(kill, patienceMs)
    await end.catch(() => undefined)
    clearTimeout(patience)
  }

  const local = `http://${host === "0.0.0.0" || host === "127.0.0.1" ? "localhost" : host}:${port}`
  const giveUp = Date.now() + timeoutMs
  for (;;) {
    if (hasEnded) throw new Problem(`The store ended while it started (whole log: ${logFile}):\n${logTail(logFile)}`)
    const isUp = await fetch(`${local}/health`).then(
      (response) => response.ok,
      () => false,
    )
    if (isUp) return { url: local, pid: child.pid!, ended: end, stop }
    if (Date.now() > giveUp) {
      kill()
      throw new Problem(`The store did not answer within ${timeoutMs / 1000} s (log: ${logFile}):\n${logTail(logFile)}`)
    }
    await sleep(50)
  }
}

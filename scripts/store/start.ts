import { ChildProcess } from "node:child_process"
import { setTimeout as sleep } from "node:timers/promises"
import { folders } from "../paths"
import { Problem } from "../problem"
import { logTail } from "./log-tail"
import { endedWithUs, signal, spawnMedusa } from "./medusa"

export type StartStoreInput = {
  databaseUrl: string
  port: number
  /** Where it listens: 127.0.0.1 unless said otherwise. */
  host?: string
  env?: NodeJS.ProcessEnv
  /** Where it is, compiled, and keeps files: `.medusa/store` unless said otherwise. */
  folder?: string
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

/** The address for somebody on this machine. */
export const localUrl = (host: string, port: number) =>
  `http://${["0.0.0.0", "::", "127.0.0.1"].includes(host) ? "localhost" : host}:${port}`

/**
 * Waits until the store of this process answers.
 *
 * @param logFile whose last lines tell why it does not; without one they stand in the terminal
 */
export const whenHealthy = async (child: ChildProcess, url: string, timeoutMs: number, logFile?: string) => {
  const log = () => (logFile ? ` (whole log: ${logFile}):\n${logTail(logFile)}` : ".")
  const giveUp = Date.now() + timeoutMs

  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Problem(`The store ended while it started${log()}`)
    const isUp = await fetch(`${url}/health`).then(
      (response) => response.ok,
      () => false,
    )
    if (isUp) return
    if (Date.now() > giveUp) {
      signal(child, "SIGKILL")
      throw new Problem(`The store did not answer within ${timeoutMs / 1000} s${log()}`)
    }
    await sleep(50)
  }
}

/** The handle of a store that runs in this process. */
export const storeOf = (child: ChildProcess, url: string): Store => {
  const end = endedWithUs(child).catch(() => null)

  return {
    url,
    pid: child.pid!,
    ended: end,
    stop: async (patienceMs = 10_000) => {
      signal(child, "SIGTERM")
      const patience = setTimeout(() => signal(child, "SIGKILL"), patienceMs)
      await end
      clearTimeout(patience)
    },
  }
}

/**
 * Starts the built store and waits until it answers.
 *
 * @throws Problem with the last lines of the log when it ends before, or does not answer in time
 */
export const startStore = async (input: StartStoreInput): Promise<Store> => {
  const { databaseUrl, port, host = "127.0.0.1", env = {}, folder = folders.store, logFile, timeoutMs = 60_000 } = input
  const child = spawnMedusa({
    args: ["start", "-H", host, "-p", String(port)],
    cwd: folder,
    env: { NODE_ENV: "production", DATABASE_URL: databaseUrl, ...env },
    logFile,
  })
  const store = storeOf(child, localUrl(host, port))
  await whenHealthy(child, store.url, timeoutMs, logFile)
  return store
}

import type { ChildProcess } from "node:child_process"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { signal, spawnMedusa } from "../../../scripts/store/medusa"
import { storeOf, whenHealthy } from "../../../scripts/store/start"

export interface MachineInput {
  /** For instance `worker-2`; its logs are called so, with a number for each life. */
  name: string
  mode: "server" | "worker"
  storeFolder: string
  port: number
  env: NodeJS.ProcessEnv
  logFolder: string
}

const BOOT_MS = 120_000
const PAUSE_MS = 500

/** One Medusa process that is started again whenever it ends, as an init system does it. */
export class Machine {
  readonly name: string
  readonly mode: MachineInput["mode"]
  readonly url: string
  /** It answers. */
  isUp = false
  /** How often it ended without having been killed. */
  endedByItself = 0
  /** Why it did not start the last time. */
  lastProblem?: Error
  private lives = 0
  private isWanted = false
  private child?: ChildProcess
  private living?: Promise<void>

  constructor(private readonly input: MachineInput) {
    this.name = input.name
    this.mode = input.mode
    this.url = `http://localhost:${input.port}`
  }

  /** Starts it, and from then on again and again. */
  keepUp(): void {
    this.isWanted = true
    this.living ??= this.live()
  }

  /** Ends it at once, with whatever it is at. */
  kill(): void {
    this.isUp = false
    if (this.child) signal(this.child, "SIGKILL")
  }

  /** Ends it at once, and for good. */
  end(): void {
    this.isWanted = false
    this.kill()
  }

  /** Ends it as a deployment does, and for good. */
  async stop(): Promise<void> {
    this.isWanted = false
    if (!this.child) return
    signal(this.child, "SIGTERM")
    const patience = setTimeout(() => this.kill(), 15_000)
    await this.living
    clearTimeout(patience)
  }

  private async live(): Promise<void> {
    while (this.isWanted) {
      const { killed } = await this.liveOnce()
      if (!killed && this.isWanted) this.endedByItself += 1
      await sleep(PAUSE_MS)
    }
  }

  private async liveOnce(): Promise<{ killed: boolean }> {
    const { mode, name, port, env, storeFolder, logFolder } = this.input
    const logFile = path.join(logFolder, `${name}.${++this.lives}.log`)
    const child = spawnMedusa({
      args: ["start", "-H", "127.0.0.1", "-p", String(port)],
      cwd: storeFolder,
      env: { NODE_ENV: "production", DISABLE_ADMIN: "true", MEDUSA_WORKER_MODE: mode, ...env },
      logFile,
    })
    this.child = child
    const { ended } = storeOf(child, this.url)
    try {
      await whenHealthy(child, this.url, BOOT_MS, logFile)
      this.isUp = child.signalCode === null
    } catch (error) {
      if (child.signalCode === null) this.lastProblem = error as Error
    }
    await ended
    this.isUp = false
    return { killed: child.signalCode === "SIGKILL" }
  }
}

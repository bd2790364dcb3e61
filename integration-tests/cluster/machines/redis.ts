import { type ChildProcess, execFile, spawn, spawnSync } from "node:child_process"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { promisify } from "node:util"
import { Problem } from "../../../scripts/problem"
import { ended, signal } from "../../../scripts/store/medusa"

export interface Redis {
  url: string
  /** Answers one command as text. */
  command(...words: string[]): Promise<string>
  /** Kills the server and starts it again on the same port, with what it had written down. */
  restart(pauseMs: number): Promise<void>
  stop(): Promise<void>
}

/** @throws Problem naming what is missing */
export const requireRedis = () => {
  if (spawnSync("redis-server", ["--version"]).status === 0) return
  throw new Problem(
    "There is no redis-server on this machine, and many machines share their work by it. Install it, for instance by " +
      "`apt-get install -y --no-install-recommends redis-server`.",
  )
}

const runInFolder = promisify(execFile)

/** A server of its own that loses nothing which it has acknowledged, in a folder that goes with it. */
export const startRedis = async (port: number): Promise<Redis> => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "customer-groups-redis-"))
  const log = fs.openSync(path.join(folder, "redis.log"), "a")
  const settings = ["--port", String(port), "--bind", "127.0.0.1", "--dir", folder, "--save", ""]
  const durable = ["--appendonly", "yes", "--appendfsync", "always"]

  const command = async (...words: string[]) => {
    const { stdout } = await runInFolder("redis-cli", ["-p", String(port), "--raw", ...words])
    return stdout.trim()
  }
  const whenReady = async () => {
    const giveUp = Date.now() + 20_000
    while ((await command("ping").catch(() => "")) !== "PONG") {
      if (Date.now() > giveUp) throw new Problem(`redis-server does not start on port ${port}.`)
      await sleep(50)
    }
  }
  let server: ChildProcess
  const end = async () => {
    signal(server, "SIGKILL")
    await ended(server)
  }
  const endWithUs = () => {
    signal(server, "SIGKILL")
    fs.rmSync(folder, { recursive: true, force: true })
  }
  const start = () => {
    server = spawn("redis-server", [...settings, ...durable], { stdio: ["ignore", log, log], detached: true })
    return whenReady()
  }

  process.once("exit", endWithUs)
  await start()
  return {
    url: `redis://127.0.0.1:${port}`,
    command,
    restart: async (pauseMs) => {
      await end()
      await sleep(pauseMs)
      await start()
    },
    stop: async () => {
      await end()
      fs.closeSync(log)
      process.removeListener("exit", endWithUs)
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}

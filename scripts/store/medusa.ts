import { ChildProcess, spawn } from "node:child_process"
import fs from "node:fs"
import path from "node:path"
import { medusaCli } from "../paths"

export type MedusaInput = {
  args: string[]
  cwd: string
  env: NodeJS.ProcessEnv
  /** Without one, the terminal is shared. */
  logFile?: string
}

const watchParent = `
  const parent = process.ppid
  setInterval(() => process.ppid === parent || process.kill(process.pid, "SIGTERM"), 500).unref()
`

/** Node's arguments for a child: it ends when we are gone, even after a `kill -9` that leaves us no time to end it. */
export const endWithParent = ["--import", `data:text/javascript,${encodeURIComponent(watchParent)}`]

/**
 * Calls Medusa's command line.
 *
 * It gets a process group of its own: a Ctrl-C in the terminal reaches us alone, and we end things in the right order.
 */
export const spawnMedusa = ({ args, cwd, env, logFile }: MedusaInput): ChildProcess => {
  if (logFile) fs.mkdirSync(path.dirname(logFile), { recursive: true })
  const output = logFile ? fs.openSync(logFile, "w") : "inherit"

  const child = spawn(process.execPath, [...endWithParent, medusaCli, ...args], {
    cwd,
    env: { ...process.env, MEDUSA_DISABLE_TELEMETRY: "true", ...env },
    stdio: ["ignore", output, output],
    detached: true,
  })
  if (typeof output === "number") fs.closeSync(output)
  return child
}

/** Sends a signal to a process with a group of its own, and to those that it started. */
export const signal = (child: ChildProcess, name: NodeJS.Signals) => {
  try {
    process.kill(-child.pid!, name)
  } catch {
    // It has ended by itself.
  }
}

/** Waits for the end of a process. @returns its exit code, or `null` when a signal ended it */
export const ended = (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve(child.exitCode)
    : new Promise((resolve, reject) => {
        child.once("exit", resolve)
        child.once("error", reject)
      })

/** Waits for the end of a process, and kills it when this one ends before. */
export const endedWithUs = async (child: ChildProcess): Promise<number | null> => {
  const kill = () => signal(child, "SIGKILL")
  process.once("exit", kill)
  try {
    return await ended(child)
  } finally {
    process.removeListener("exit", kill)
  }
}

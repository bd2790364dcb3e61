import { ChildProcess, spawn } from "node:child_process"
import fs from "node:fs"
import path from "node:path"
import { medusaCli } from "../paths"

export type MedusaInput = {
  args: string[]
  cwd: string
  env: NodeJS.ProcessEnv
  logFile: string
}

/**
 * Calls Medusa's command line; what it says goes to a log file.
 *
 * It gets a process group of its own: a Ctrl-C in the terminal reaches us alone, and we end things in the right order.
 */
export const spawnMedusa = ({ args, cwd, env, logFile }: MedusaInput): ChildProcess => {
  fs.mkdirSync(path.dirname(logFile), { recursive: true })
  const log = fs.openSync(logFile, "w")
  const child = spawn(process.execPath, [medusaCli, ...args], {
    cwd,
    env: { ...process.env, MEDUSA_DISABLE_TELEMETRY: "true", ...env },
    stdio: ["ignore", log, log],
    detached: true,
  })
  fs.closeSync(log)
  return child
}

/** Waits for the end of a process. @returns its exit code, or `null` when a signal ended it */
export const ended = (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve(child.exitCode)
    : new Promise((resolve, reject) => {
        child.once("exit", resolve)
        child.once("error", reject)
      })

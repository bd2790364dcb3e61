import { root } from "../paths"
import { Problem } from "../problem"
import { logTail } from "./log-tail"
import { endedWithUs, spawnMedusa } from "./medusa"

export type ExecInput = {
  /** A file that exports `({ container }) => Promise<void>`, relative to the root of the repository. */
  script: string
  databaseUrl: string
  logFile: string
  /** What the script reads: `medusa exec` passes no arguments with spaces or quotes. */
  env?: NodeJS.ProcessEnv
}

/**
 * Runs a script inside Medusa, on the sources.
 *
 * @throws Problem with the last lines of the log
 */
export const exec = async ({ script, databaseUrl, logFile, env = {} }: ExecInput) => {
  const child = spawnMedusa({
    args: ["exec", script],
    cwd: root,
    env: { DATABASE_URL: databaseUrl, DISABLE_ADMIN: "true", NODE_ENV: "development", ...env },
    logFile,
  })
  if ((await endedWithUs(child)) !== 0)
    throw new Problem(`${script} failed (whole log: ${logFile}):\n${logTail(logFile)}`)
}

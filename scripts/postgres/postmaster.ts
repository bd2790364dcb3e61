import { spawnSync } from "node:child_process"
import fs from "node:fs"
import path from "node:path"

const pidFile = (cluster: string) => path.join(cluster, "postmaster.pid")

const readLines = (file: string) => {
  try {
    return fs.readFileSync(file, "utf8").split("\n")
  } catch {
    return []
  }
}

/** Whether a process with this id lives, whoever owns it. */
export const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"
  }
}

/** The port of the server that runs on this cluster: line 4 of its pid file. */
export const runningPort = (cluster: string): number | undefined => Number(readLines(pidFile(cluster))[3]) || undefined

/** State and command of a process. Slim Linux images have no `ps`, other systems no `/proc`. */
const processState = (pid: number): string[] => {
  const [stat] = readLines(`/proc/${pid}/stat`)
  const parsed = stat?.match(/^\d+ \((.*)\) (\S)/)
  if (parsed) return [parsed[2], parsed[1]]

  const { stdout } = spawnSync("ps", ["-p", String(pid), "-o", "stat=,comm="], { encoding: "utf8" })
  // When nothing can be learned: better to leave the file than to destroy a cluster.
  return stdout ? stdout.trim().split(/\s+/, 2) : ["?", "postgres"]
}

/**
 * Whether a process with this id is a PostgreSQL that lives. In a container nobody may collect dead processes: they
 * keep their id and name, with a state of `Z`.
 */
const isLivingPostgres = (pid: number) => {
  if (!isAlive(pid)) return false
  const [state, command] = processState(pid)
  return command.includes("postgres") && !state.startsWith("Z")
}

/**
 * After `kill -9` the pid file stays, and its number may belong to another program by now. It is removed only when no
 * PostgreSQL stands behind it: two servers on one cluster would destroy it.
 */
export const removeStalePidFile = (cluster: string) => {
  const pid = Number(readLines(pidFile(cluster))[0])
  if (pid && !isLivingPostgres(pid)) fs.rmSync(pidFile(cluster), { force: true })
}

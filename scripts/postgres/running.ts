import { setTimeout as sleep } from "node:timers/promises"
import { Problem } from "../problem"
import type { Binaries } from "./binaries"
import { withClient } from "./databases"
import { removeStalePidFile, runningPort } from "./postmaster"
import { run } from "./run"

/** A server that comes back from a crash reads its log first. */
const waitFor = 60_000

const isRunning = async ({ pgCtl, owner }: Binaries, cluster: string) =>
  (await run(pgCtl, ["status", "-D", cluster], owner, cluster)).code === 0

const answers = (url: string): Promise<boolean> =>
  withClient(url, (client) => client.query("select")).then(
    () => true,
    () => false,
  )

/**
 * The port of the server that runs on a cluster; nothing if none does. One that is there and does not answer has been
 * killed a moment ago, is just ending, or is just starting: it is waited for until it is the one or the other.
 *
 * @param urlAt a connection string for a server at a port
 * @throws Problem if it does not become clear
 */
export const answeringPort = async (
  binaries: Binaries,
  cluster: string,
  urlAt: (port: number) => string,
): Promise<number | undefined> => {
  for (const giveUp = Date.now() + waitFor; ; await sleep(50)) {
    removeStalePidFile(cluster)
    if (!(await isRunning(binaries, cluster))) return undefined
    const port = runningPort(cluster)
    if (port && (await answers(urlAt(port)))) return port
    if (Date.now() > giveUp) throw new Problem(`The embedded PostgreSQL of ${cluster} runs, and does not answer.`)
  }
}

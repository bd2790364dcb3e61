import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { folders } from "../../../scripts/paths"
import { type Postgres, startPostgres, withClient } from "../../../scripts/postgres"
import { isAlive } from "../../../scripts/postgres/postmaster"

/** What was committed stands after a crash of the server, though not after one of the machine. */
const settings = { fsync: "off", full_page_writes: "off", max_connections: 200 }

export interface CrashingPostgres extends Postgres {
  /** Stops the server as a crash would, without a word to anybody, and starts it again on the same port. */
  crash(pauseMs: number): Promise<void>
}

const postmasterOf = (server: Postgres): Promise<number> =>
  withClient(server.url("postgres"), async (client) => {
    const { rows } = await client.query("select split_part(pg_read_file('postmaster.pid'), chr(10), 1)::int as pid")
    return rows[0].pid
  })

/** A server of its own: nobody else may be on one that is crashed. */
export const startCrashingPostgres = async (preferredPort: number): Promise<CrashingPostgres> => {
  const input = { dataDir: path.join(folders.data, "cluster-postgres"), settings, preferredPort }
  const server = await startPostgres(input)

  return {
    ...server,
    crash: async (pauseMs) => {
      const pid = await postmasterOf(server)
      process.kill(pid, "SIGQUIT")
      while (isAlive(pid)) await sleep(20)
      await sleep(pauseMs)
      await startPostgres({ ...input, preferredPort: server.port })
    },
  }
}

import { withClient } from "../scripts/postgres"
import { Problem } from "../scripts/problem"

export type Statements = { count: number; ms: number }

const nameOf = (databaseUrl: string) => new URL(databaseUrl).pathname.slice(1)

/** On the same server, for what is of the whole server. */
const serverOf = (databaseUrl: string) => Object.assign(new URL(databaseUrl), { pathname: "/postgres" }).toString()

/**
 * Counts each statement that clients send to databases of one server, for as long as the work takes. Connections that
 * stand already are not counted: stores are started within the work.
 *
 * @param work is given a function that answers what has been counted up to now, for each database
 */
export const countingStatements = <T>(
  databaseUrls: string[],
  work: (count: () => Promise<Statements[]>) => Promise<T>,
): Promise<T> =>
  withClient(serverOf(databaseUrls[0]!), async (client) => {
    const { rows } = await client.query("show shared_preload_libraries")
    if (!rows[0].shared_preload_libraries.includes("pg_stat_statements"))
      throw new Problem(
        "The PostgreSQL of the benchmark was started by an older version of it, which counted no statements. End it, or " +
          "use another one by --data.",
      )
    await client.query("create extension if not exists pg_stat_statements")
    const set = (databaseUrl: string, value: string) =>
      client.query(`alter database ${client.escapeIdentifier(nameOf(databaseUrl))} ${value}`)
    const count = async (databaseUrl: string): Promise<Statements> => {
      const { rows } = await client.query(
        `select coalesce(sum(calls), 0)::int as count, coalesce(sum(total_exec_time), 0) as ms from pg_stat_statements
         where dbid = (select oid from pg_database where datname = $1)`,
        [nameOf(databaseUrl)],
      )
      return rows[0]
    }
    for (const url of databaseUrls) await set(url, "set pg_stat_statements.track = 'top'")
    try {
      return await work(() => Promise.all(databaseUrls.map(count)))
    } finally {
      for (const url of databaseUrls) await set(url, "reset pg_stat_statements.track")
    }
  })

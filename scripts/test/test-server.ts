import path from "node:path"
import { folders } from "../paths"
import { Postgres, dropDatabase, listDatabases, startPostgres } from "../postgres"
import { isAlive } from "../postgres/postmaster"

/** Tests name their databases `customer_groups_<part>_<process id>…`: those of a run that was killed are dropped. */
export const dropLeftovers = async (postgres: Postgres) => {
  for (const name of await listDatabases(postgres, "customer_groups_")) {
    const pid = name.match(/^customer_groups_[a-z]+_(\d+)(_|$)/)?.[1]
    if (pid && !isAlive(Number(pid))) await dropDatabase(postgres, name)
  }
}

/** The server of the tests, apart from the demo's. What it holds may be lost: nothing waits for the disk. */
export const startTestServer = async (): Promise<Postgres> => {
  const postgres = await startPostgres({
    dataDir: path.join(folders.data, "test-postgres"),
    settings: { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: 200 },
  })
  await dropLeftovers(postgres)
  return postgres
}

/** What the tests read; the DB_ ones are those of Medusa's own test runner. */
export const testEnv = (postgres: Postgres): NodeJS.ProcessEnv => ({
  TEST_POSTGRES_URL: postgres.url("postgres"),
  DB_HOST: postgres.host,
  DB_PORT: String(postgres.port),
  DB_USERNAME: postgres.user,
  DB_PASSWORD: postgres.password,
  MEDUSA_DISABLE_TELEMETRY: "true",
})

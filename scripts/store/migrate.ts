import { root } from "../paths"
import { Problem } from "../problem"
import { logTail } from "./log-tail"
import { endedWithUs, spawnMedusa } from "./medusa"

/** PostgreSQL's errors are logged with thirty lines of their own, below what they say. */
const LINES_OF_AN_ERROR = 40

const medusa = async (args: string[], databaseUrl: string, logFile: string) => {
  const child = spawnMedusa({
    args,
    cwd: root,
    env: { DATABASE_URL: databaseUrl, DISABLE_ADMIN: "true", NODE_ENV: "development" },
    logFile,
  })
  if ((await endedWithUs(child)) !== 0)
    throw new Problem(`The migrations failed (whole log: ${logFile}):\n${logTail(logFile, LINES_OF_AN_ERROR)}`)
}

/**
 * Brings a database to the state of the sources: migrations, links, migration scripts.
 *
 * It runs on the sources, not on the built store: so the build can run at the same time.
 *
 * @param logFile that of the migration scripts is called `…-scripts.log`
 * @throws Problem with the last lines of the log
 */
export const migrate = async ({ databaseUrl, logFile }: { databaseUrl: string; logFile: string }) => {
  await medusa(["db:migrate", "--execute-safe-links", "--skip-scripts"], databaseUrl, logFile)
  // `db:migrate` starts this process too, and succeeds whatever becomes of it: a script that fails, or none that is run
  // because the store does not even start.
  await medusa(["db:migrate:scripts"], databaseUrl, logFile.replace(/(\.log)?$/, "-scripts.log"))
}

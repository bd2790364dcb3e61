import { root } from "../paths"
import { Problem } from "../problem"
import { logTail } from "./log-tail"
import { endedWithUs, spawnMedusa } from "./medusa"

/**
 * Brings a database to the state of the sources: migrations, links, migration scripts.
 *
 * It runs on the sources, not on the built store: so the build can run at the same time.
 *
 * @throws Problem with the last lines of the log
 */
export const migrate = async ({ databaseUrl, logFile }: { databaseUrl: string; logFile: string }) => {
  const child = spawnMedusa({
    args: ["db:migrate", "--execute-safe-links"],
    cwd: root,
    env: { DATABASE_URL: databaseUrl, DISABLE_ADMIN: "true", NODE_ENV: "development" },
    logFile,
  })
  if ((await endedWithUs(child)) !== 0)
    throw new Problem(`The migrations failed (whole log: ${logFile}):\n${logTail(logFile)}`)
}

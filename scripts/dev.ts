/**
 * `npm run dev`: a demo shop with an admin, on a machine that has nothing but Node.
 * `npm run dev:watch`: the same on the sources, started again at each change.
 *
 * Environment: PORT, HOST, ADMIN_EMAIL, ADMIN_PASSWORD, DATABASE_URL.
 */
import { ensureAdmin } from "./dev/admin"
import { DevDatabase, openDatabase } from "./dev/database"
import { prepareDatabase } from "./dev/prepare"
import { runBuilt, runSources } from "./dev/run-store"
import { readSettings } from "./dev/settings"
import { printProblem } from "./problem"
import { step } from "./progress"
import { Store, buildStore } from "./store"

let database: DevDatabase | undefined
let store: Store | undefined
let isStopping = false

/** Medusa first: it closes its connections, and PostgreSQL has nothing left to wait for. */
const stop = async (exitCode: number) => {
  if (isStopping) return
  isStopping = true
  await store?.stop()
  await database?.stop()
  process.exit(exitCode)
}

const onSignal = () => {
  if (!isStopping) console.log("\nStopping …")
  void stop(0)
}
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, onSignal)

const dev = async () => {
  const start = Date.now()
  const settings = await readSettings(process.env, process.argv.slice(2))
  database = await openDatabase(settings)

  const [kind] = await Promise.all([
    prepareDatabase(database.url, settings),
    settings.isWatching ? undefined : step("Build", () => buildStore()),
  ])

  const { url } = database
  store = await step("Store", () => (settings.isWatching ? runSources : runBuilt)(settings, url))
  if (kind !== "foreign") await ensureAdmin(store.url, url, settings)

  console.log(`\n  Ready after ${((Date.now() - start) / 1000).toFixed(0)} s: ${store.url}/app`)
  console.log(
    kind === "foreign"
      ? "  Log in with a user of your own, or make one: npx medusa user -e <email> -p <password>"
      : `  Login: ${settings.email} / ${settings.password}`,
  )
  console.log("  Ctrl-C stops everything.\n")

  await store.ended
  if (isStopping) return
  console.error("The store has ended by itself; its log is .run/store.log.")
  await stop(1)
}

dev().catch(async (error) => {
  if (isStopping) return
  printProblem(error)
  await stop(1)
})

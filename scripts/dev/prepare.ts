import path from "node:path"
import { folders } from "../paths"
import { step } from "../progress"
import { seedDemo } from "../seed"
import { DatabaseState, databaseState, dropUnfinished, markFinished, markMigrated, markStarted } from "../seed/mark"
import { migrate } from "../store"
import { schemaHash } from "../store/template"
import { Settings } from "./settings"

const runMigrations = (databaseUrl: string) =>
  step("Migrations", () => migrate({ databaseUrl, logFile: path.join(folders.run, "migrate.log") }))

/**
 * Makes a database ready for the store: migrations always, demo data only where nothing of somebody else's can be.
 *
 * @returns what the database was found to be
 */
export const prepareDatabase = async (
  databaseUrl: string,
  { email, password }: Settings,
): Promise<DatabaseState["kind"]> => {
  const state = await databaseState(databaseUrl)
  const hash = schemaHash()

  switch (state.kind) {
    case "foreign":
      console.log(
        `  This database holds ${state.tables} tables that are not our demo's: it gets migrations, but no demo data and no admin.`,
      )
      await runMigrations(databaseUrl)
      break

    case "demo":
      if (state.schemaHash === hash) break
      await runMigrations(databaseUrl)
      await markMigrated(databaseUrl, hash)
      break

    case "unfinished":
      console.log("  The demo data is incomplete, its making was interrupted: it is made again.")
      await dropUnfinished(databaseUrl)
    // falls through
    case "empty":
      await markStarted(databaseUrl)
      await runMigrations(databaseUrl)
      await step("Demo shop", () => seedDemo({ databaseUrl, admin: { email, password } }))
      await markFinished(databaseUrl, hash)
  }
  return state.kind
}

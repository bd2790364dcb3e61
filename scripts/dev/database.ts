import path from "node:path"
import { folders } from "../paths"
import { createDatabase, startPostgres } from "../postgres"
import { step } from "../progress"
import { checkDatabaseUrl } from "./own-server"
import { Settings } from "./settings"

export type DevDatabase = { url: string; stop(): Promise<void> }

const database = "customer_groups_demo"

/** The embedded PostgreSQL, in a folder that is kept from start to start, or the server of DATABASE_URL. */
export const openDatabase = async ({ databaseUrl }: Settings): Promise<DevDatabase> => {
  if (databaseUrl) {
    await checkDatabaseUrl(databaseUrl)
    return { url: databaseUrl, stop: async () => undefined }
  }
  const postgres = await step("PostgreSQL", () => startPostgres({ dataDir: path.join(folders.data, "postgres") }))
  if (postgres.wasRunning) console.log("    It was running already: the last start was killed, or another one uses it.")

  await createDatabase(postgres, database)
  return { url: postgres.url(database), stop: () => postgres.stop() }
}

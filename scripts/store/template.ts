import path from "node:path"
import { contentHash } from "../content-hash"
import { folders } from "../paths"
import { Server, createDatabase, databaseExists, dropDatabase, listDatabases, renameDatabase } from "../postgres"
import { migrate } from "./migrate"

const prefix = "customer_groups_migrated_"

/** Whatever changes the schema: our migrations and the SQL that they call, links, migration scripts, Medusa's version. */
export const schemaHash = () =>
  contentHash([
    "src/modules/customer-groups/migrations",
    "src/modules/customer-groups/log",
    "src/modules/customer-groups/marks",
    "src/modules/customer-groups/models",
    "src/modules/customer-groups/statistics/tables.ts",
    "src/links",
    "src/migration-scripts",
    "package-lock.json",
  ])

/**
 * A database that is migrated and empty, to be copied with `cloneDatabase`: 0.2 s instead of 8 s of migrations. Made
 * when the schema has changed, reused otherwise.
 *
 * @returns its name
 */
export const migratedTemplate = async (server: Server): Promise<string> => {
  const name = prefix + schemaHash()
  if (await databaseExists(server, name)) return name

  const outdated = await listDatabases(server, prefix)
  for (const database of outdated) await dropDatabase(server, database)

  // Half a migration must not count.
  const half = `customer_groups_migrating_${process.pid}`
  await dropDatabase(server, half)
  await createDatabase(server, half)
  await migrate({ databaseUrl: server.url(half), logFile: path.join(folders.run, "migrate-template.log") })
  await renameDatabase(server, half, name)
  return name
}

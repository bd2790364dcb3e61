import { createHash } from "node:crypto"
import { contentHash } from "../content-hash"
import { Server, cloneDatabase, databaseExists, dropDatabase, listDatabases, renameDatabase } from "../postgres"
import { step } from "../progress"
import { migratedTemplate, schemaHash } from "../store/template"
import type { Amounts } from "./fill"
import { demoAmounts, seed } from "./index"
import { markFinished, markStarted } from "./mark"

/** The login of seeded templates. */
export const templateAdmin = { email: "admin@example.com", password: "supersecret" }

const prefix = "customer_groups_seeded_"

const templateName = (amounts: Amounts) => {
  const hash = createHash("sha256")
    .update(JSON.stringify(amounts))
    .update(schemaHash())
    .update(contentHash(["scripts/seed"]))
  return `${prefix}${hash.digest("hex").slice(0, 16)}`
}

/** Makes a database with a shop of these amounts. It has the name only when it is complete: half a seed must not count. */
export const makeSeeded = async (server: Server, name: string, amounts: Amounts) => {
  const migrated = await step("Migrations", () => migratedTemplate(server))
  const half = `customer_groups_seeding_${process.pid}`
  await cloneDatabase(server, migrated, half)
  const databaseUrl = server.url(half)
  await markStarted(databaseUrl)
  await step("Seed", () => seed({ databaseUrl, admin: templateAdmin, ...amounts }))
  await markFinished(databaseUrl, schemaHash(), amounts)
  await renameDatabase(server, half, name)
}

/**
 * The demo shop as a database to be copied, made once for each schema and seed.
 *
 * @returns its name
 */
export const seededTemplate = async (server: Server): Promise<string> => {
  const name = templateName(demoAmounts)
  if (await databaseExists(server, name)) return name

  for (const outdated of await listDatabases(server, prefix)) await dropDatabase(server, outdated)

  await makeSeeded(server, name, demoAmounts)
  return name
}

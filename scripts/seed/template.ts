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

/**
 * A seeded database to be copied, made once for each schema, seed and amounts.
 *
 * @param keepOthers templates of other amounts stay: the benchmark's take long to make
 * @returns its name
 */
export const seededTemplate = async (
  server: Server,
  amounts: Amounts = demoAmounts,
  { keepOthers = false, beforeMaking = () => {} } = {},
): Promise<string> => {
  const name = templateName(amounts)
  if (await databaseExists(server, name)) return name

  beforeMaking()
  if (!keepOthers) for (const outdated of await listDatabases(server, prefix)) await dropDatabase(server, outdated)

  const migrated = await step("Migrations", () => migratedTemplate(server))
  // Half a seed must not count.
  const half = `customer_groups_seeding_${process.pid}`
  await cloneDatabase(server, migrated, half)
  const databaseUrl = server.url(half)
  await markStarted(databaseUrl)
  await step("Seed", () => seed({ databaseUrl, admin: templateAdmin, ...amounts }))
  await markFinished(databaseUrl, schemaHash(), amounts)
  await renameDatabase(server, half, name)
  return name
}

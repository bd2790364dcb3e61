import type { Client } from "pg"
import { FACT_TABLES } from "../../src/modules/customer-groups/statistics/tables"
import { contentHash } from "../content-hash"
import { withClient } from "../postgres"

const ours = "src/modules/customer-groups"

/** What decides which facts a rebuild makes, and in which tables. */
const factsHash = () =>
  contentHash([
    `${ours}/statistics/facts.ts`,
    `${ours}/statistics/tables.ts`,
    `${ours}/repositories/statistics-rebuild.ts`,
  ])

const STATE = "customer_statistics_state"
const TABLES = [...FACT_TABLES.map(({ name }) => name), STATE]

/** A schema of its own: taking the plugin out and putting it in again does not touch what is in it. */
const ASIDE = "customer_groups_kept"

/** Notes that the facts which stand were made by the code as it is now. */
export const markFacts = (databaseUrl: string) =>
  withClient(databaseUrl, (client) => client.query(`comment on table ${STATE} is '${factsHash()}'`))

const exists = async (client: Client, relation: string) => {
  const { rows } = await client.query("select to_regclass($1) is not null as is_there", [relation])
  return rows[0].is_there as boolean
}

/**
 * Puts the facts of orders aside before the plugin is taken out: those of five million take minutes to make. In the
 * caller's transaction. What a run left aside that was killed stays there.
 */
export const putFactsAside = async (client: Client) => {
  if ((await exists(client, `${ASIDE}.${STATE}`)) || !(await exists(client, `public.${STATE}`))) return
  const { rows } = await client.query(
    `select status = 'ready' and finished_at is not null as is_complete from ${STATE}`,
  )
  if (!rows[0]?.is_complete) return
  await client.query(`create schema ${ASIDE}`)
  for (const table of TABLES) await client.query(`alter table public.${table} set schema ${ASIDE}`)
}

/** Brings them back into the plugin that was put in, if they are what it would make itself. */
export const bringFactsBack = (databaseUrl: string) =>
  withClient(databaseUrl, async (client) => {
    if (!(await exists(client, `${ASIDE}.${STATE}`))) return
    const { rows } = await client.query("select obj_description(to_regclass($1), 'pg_class') as hash", [
      `${ASIDE}.${STATE}`,
    ])
    await client.query("begin")
    if (rows[0].hash === factsHash())
      for (const table of TABLES) {
        await client.query(`drop table public.${table}`)
        await client.query(`alter table ${ASIDE}.${table} set schema public`)
      }
    await client.query(`drop schema ${ASIDE} cascade`)
    await client.query("commit")
  })

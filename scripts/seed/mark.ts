import { Client } from "pg"
import { withClient } from "../postgres"

/** The table by which a database says that all that is in it was made by this generator. */
export const markTable = "customer_groups_seed"

/**
 * What a database is to us. Only `empty` and `unfinished` are ever seeded, only `demo` and those two get an admin; a
 * `foreign` one may be a real shop.
 */
export type DatabaseState =
  | { kind: "empty" }
  | { kind: "unfinished" }
  | { kind: "demo"; schemaHash: string }
  | { kind: "foreign"; tables: number }

const userTables = async (client: Client): Promise<string[]> => {
  const { rows } = await client.query(`
    select tablename from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') and not starts_with(schemaname, 'pg_')`)
  return rows.map(({ tablename }) => tablename)
}

/** Reads the mark. A database without any table is empty; one with tables and without a mark is somebody else's. */
export const databaseState = (databaseUrl: string): Promise<DatabaseState> =>
  withClient(databaseUrl, async (client) => {
    const tables = await userTables(client)
    if (tables.length === 0) return { kind: "empty" }
    if (!tables.includes(markTable)) return { kind: "foreign", tables: tables.length }

    const { rows } = await client.query(`select finished_at, schema_hash from ${markTable}`)
    if (!rows[0]?.finished_at) return { kind: "unfinished" }
    return { kind: "demo", schemaHash: rows[0].schema_hash }
  })

/**
 * Marks an empty database as ours, before anything else is written: whatever is there when the mark says `unfinished`
 * was made after it, and may be thrown away.
 */
export const markStarted = (databaseUrl: string) =>
  withClient(databaseUrl, (client) =>
    client.query(`
      begin;
      create table ${markTable} (
        only_row boolean primary key default true check (only_row),
        started_at timestamptz not null default now(),
        finished_at timestamptz,
        schema_hash text,
        options jsonb
      );
      insert into ${markTable} default values;
      commit`),
  )

/** Says that the data is complete. */
export const markFinished = (databaseUrl: string, schemaHash: string, options: object = {}) =>
  withClient(databaseUrl, (client) =>
    client.query(`update ${markTable} set finished_at = now(), schema_hash = $1, options = $2`, [schemaHash, options]),
  )

/** Notes that the schema of a finished demo was brought up to date. */
export const markMigrated = (databaseUrl: string, schemaHash: string) =>
  withClient(databaseUrl, (client) => client.query(`update ${markTable} set schema_hash = $1`, [schemaHash]))

/**
 * Throws away a seed that was killed half-way.
 *
 * @throws when the database is not marked as unfinished: the statement itself looks again
 */
export const dropUnfinished = (databaseUrl: string) =>
  withClient(databaseUrl, async (client) => {
    await client.query("begin")
    const { rowCount } = await client.query(`select from ${markTable} where finished_at is null for update`)
    if (rowCount !== 1) throw new Error("Only a database with an unfinished seed of ours may be emptied.")
    await client.query("drop schema public cascade")
    await client.query("create schema public")
    await client.query("commit")
  })

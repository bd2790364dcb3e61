import { type Client, escapeIdentifier } from "pg"
import { resetTables } from "./store-reset"

/** Bytes. To truncate a table takes PostgreSQL as long as to delete the rows of one of this size. */
const LARGE = 200_000

/** Tables, and those whose rows cannot be without theirs. */
const withDependants = async (client: Client, tables: readonly string[]): Promise<string[]> => {
  const { rows } = await client.query(
    `with recursive filled (id) as (
       select unnest($1::text[])::regclass::oid
       union select conrelid from pg_constraint join filled on confrelid = filled.id where contype = 'f'
     )
     select id::regclass::text as name from filled`,
    [tables],
  )
  return rows.map(({ name }) => name as string)
}

/** Counters of tables, to start from the beginning. */
const countersOf = async (client: Client, tables: readonly string[]): Promise<string[]> => {
  const { rows } = await client.query(
    `select objid::regclass::text as name from pg_depend join pg_class counter on counter.oid = objid and relkind = 'S'
     where refobjid = any($1::text[]::regclass[]) and deptype in ('a', 'i')`,
    [tables],
  )
  return rows.map(({ name }) => name as string)
}

/**
 * Learns what there is to empty when tests have filled these tables.
 *
 * @returns empties them: a few milliseconds, where `truncate` makes new files for all tables and their indexes, 70 in all
 */
export const resetOf = async (client: Client, tables: readonly string[]): Promise<() => Promise<void>> => {
  const all = await withDependants(client, tables)
  const counters = await countersOf(client, all)
  return async () => {
    const { rows } = await client.query(
      "select name from unnest($1::text[]) name where pg_relation_size(name::regclass) > $2",
      [all, LARGE],
    )
    if (rows.length) await client.query(`truncate ${rows.map(({ name }) => escapeIdentifier(name)).join(", ")} cascade`)
    await resetTables(client, all)
    await client.query("select setval(name::regclass, 1, false) from unnest($1::text[]) name", [counters])
  }
}

import { type Client, escapeIdentifier } from "pg"
import { retryDeadlocks } from "../../src/modules/customer-groups/sql/retry"

/** Those tables for which a condition holds, which names the table it is asked of. */
export const tablesWhere = async (client: Client, tables: string[], condition: (table: string) => string) => {
  if (tables.length === 0) return []
  const { rows } = await client.query(
    tables
      .map((table) => `select ${client.escapeLiteral(table)} as name where ${condition(escapeIdentifier(table))}`)
      .join(" union all "),
  )
  return rows.map((row) => row.name as string)
}

/** The tables that hold nothing after the boot: what is in them later was put there by a test. */
export const emptyTables = async (client: Client): Promise<string[]> => {
  const { rows } = await client.query("select tablename from pg_tables where schemaname = 'public'")
  return tablesWhere(
    client,
    rows.map((row) => row.tablename),
    (table) => `not exists (select from ${table})`,
  )
}

/**
 * Empties those tables that a test has filled: a few milliseconds, where a copy of the database costs 200. The store's
 * workers go on meanwhile, and may have PostgreSQL end this in favour of them.
 */
export const resetTables = async (client: Client, tables: string[]) => {
  const filled = await tablesWhere(client, tables, (table) => `exists (select from ${table})`)
  if (filled.length === 0) return
  // Without triggers: neither foreign keys nor the log of memberships shall see it.
  const empty = [
    "begin",
    "set local session_replication_role = replica",
    ...filled.map((table) => `delete from ${escapeIdentifier(table)}`),
    "commit",
  ].join(";")
  await retryDeadlocks(() =>
    client.query(empty).catch(async (error) => {
      await client.query("rollback")
      throw error
    }),
  )
}

import type { Context } from "@medusajs/framework/types"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Sql } from "./sql"

/** What MikroORM's entity manager offers beside its own interface: the transaction it is in, or the pool. */
interface KnexManager {
  getTransactionContext(): Knex | undefined
  getKnex(): Knex
}

const connection = (context: Context): Knex => {
  const manager = (context.transactionManager ?? context.manager) as KnexManager
  return manager.getTransactionContext() ?? manager.getKnex()
}

/** Runs a statement in the context's transaction (or on the pool) and returns its rows. */
export async function rowsOf<Row>(context: Context, statement: Sql): Promise<Row[]> {
  const { rows } = await connection(context).raw(statement.text, [...statement.values] as Knex.RawBinding[])
  return rows
}

/** Runs a statement that answers exactly one row. */
export async function rowOf<Row>(context: Context, statement: Sql): Promise<Row> {
  const [row] = await rowsOf<Row>(context, statement)
  return row as Row
}

/** Runs a statement and returns how many rows it wrote. */
export async function countOf(context: Context, statement: Sql): Promise<number> {
  const { rowCount } = await connection(context).raw(statement.text, [...statement.values] as Knex.RawBinding[])
  return rowCount ?? 0
}

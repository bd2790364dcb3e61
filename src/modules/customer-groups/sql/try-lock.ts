import type { Context } from "@medusajs/framework/types"
import { rowOf } from "./run"
import { sql, type Sql } from "./sql"

/** Takes a lock of PostgreSQL's until the end of the transaction, unless somebody else has it. */
export const tryLock = async (key: Sql, context: Context): Promise<boolean> => {
  const { is_mine } = await rowOf<{ is_mine: boolean }>(
    context,
    sql`select pg_try_advisory_xact_lock(${key}) as is_mine`,
  )
  return is_mine
}

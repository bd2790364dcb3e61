import type { Context } from "@medusajs/framework/types"
import { rowsOf } from "./run"
import { sql, type Sql } from "./sql"

/** Makes a temporary table anew, since a transaction may need it several times, and analyses it: plans fit what there is. */
export const fillTemporary = async (table: Sql, select: Sql, context: Context): Promise<void> => {
  await rowsOf(context, sql`drop table if exists pg_temp.${table}`)
  await rowsOf(context, sql`create temporary table ${table} on commit drop as ${select}`)
  await rowsOf(context, sql`analyze ${table}`)
}

import type { Context } from "@medusajs/framework/types"
import { rowOf, rowsOf } from "./run"
import { listOf, name, sql, type Sql } from "./sql"

/**
 * Runs work of the caller's transaction under other settings of PostgreSQL, and puts them back afterwards. (After an
 * error they end with the transaction.)
 */
export async function withSettings<Result>(
  context: Context,
  settings: Readonly<Record<string, string>>,
  work: () => Promise<Result>,
): Promise<Result> {
  const names = Object.keys(settings)
  const before = await rowOf<Record<string, string>>(
    context,
    sql`select ${listOf(names.map((each) => sql`current_setting(${each}) as ${name(each)}`))}`,
  )
  const set = (values: Readonly<Record<string, string>>) => rowsOf(context, settingAll(values))
  await set(settings)
  const result = await work()
  await set(before)
  return result
}

const settingAll = (values: Readonly<Record<string, string>>): Sql =>
  sql`select ${listOf(Object.entries(values).map(([each, value]) => sql`set_config(${each}, ${value}, true)`))}`

import type { Context } from "@medusajs/framework/types"
import { rowOf, rowsOf } from "../sql/run"
import { sql } from "../sql/sql"

/**
 * Runs statements whose sets are all looked up by index already, so that only hash and merge joins are left: of sets
 * that it has not counted PostgreSQL may believe that they are small, and compare each row with each (a thousand
 * customers took minutes instead of a second). The settings are as before afterwards.
 */
export async function withoutNestedLoops<Result>(context: Context, work: () => Promise<Result>): Promise<Result> {
  const before = await rowOf<{ nestloop: string; jit: string }>(
    context,
    sql`select current_setting('enable_nestloop') as nestloop, current_setting('jit') as jit`,
  )
  const set = (nestloop: string, jit: string) =>
    rowsOf(context, sql`select set_config('enable_nestloop', ${nestloop}, true), set_config('jit', ${jit}, true)`)
  await set("off", "off")
  const result = await work()
  await set(before.nestloop, before.jit)
  return result
}

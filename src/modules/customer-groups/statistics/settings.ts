import type { Context } from "@medusajs/framework/types"
import { rowsOf } from "../sql/run"
import { withSettings } from "../sql/settings"
import { sql } from "../sql/sql"

/**
 * Runs statements whose sets are all looked up by index already, so that only hash and merge joins are left: of sets
 * that it has not counted PostgreSQL may believe that they are small, and compare each row with each (a thousand
 * customers took minutes instead of a second). The settings are as before afterwards.
 */
export const withoutNestedLoops = <Result>(context: Context, work: () => Promise<Result>): Promise<Result> =>
  withSettings(context, { enable_nestloop: "off", jit: "off" }, work)

/**
 * For statements that work through Medusa's tables range by range, until the end of the transaction. On two cores
 * parallel workers cost two to three times the CPU.
 */
export async function forBatches(context: Context, further: Record<string, string>): Promise<void> {
  const settings: Record<string, string> = {
    jit: "off",
    max_parallel_workers_per_gather: "0",
    max_parallel_maintenance_workers: "0",
    random_page_cost: "1.1",
    ...further,
  }
  for (const [name, value] of Object.entries(settings))
    await rowsOf(context, sql`select set_config(${name}, ${value}, true)`)
}

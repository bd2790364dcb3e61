import type { Context } from "@medusajs/framework/types"
import { rowsOf } from "./run"
import { sql } from "./sql"

const trust = (isTrusted: boolean, context: Context) =>
  rowsOf(context, sql`select set_config('customer_groups.deduplicated', ${isTrusted ? "on" : ""}, true)`)

/**
 * Writes memberships on the fast path of the log: `work` has left out members and deleted customers itself, and deletes
 * every row of a pair.
 */
export async function asTrustedWriter<Result>(context: Context, work: () => Promise<Result>): Promise<Result> {
  await trust(true, context)
  const result = await work()
  await trust(false, context)
  return result
}

/**
 * Writes memberships without marking who moves for the groups that look at theirs: the caller evaluates these groups for
 * the same customers.
 */
export async function withDependents<Result>(context: Context, work: () => Promise<Result>): Promise<Result> {
  const say = (value: string) => rowsOf(context, sql`select set_config('customer_groups.dependents', ${value}, true)`)
  await say("evaluated")
  const result = await work()
  await say("")
  return result
}

/**
 * Before a large insert: PostgreSQL checks foreign keys by plans that a connection keeps. One made when the shop had a
 * page of customers reads all of them for each row.
 */
export async function forgetPlans(context: Context): Promise<void> {
  await rowsOf(context, sql`discard plans`)
}

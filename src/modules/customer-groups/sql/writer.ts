import type { Context } from "@medusajs/framework/types"
import { rowsOf } from "./run"
import { sql } from "./sql"

/** Does work while the triggers see a setting of the transaction. After an error it ends with the transaction. */
const whileSaying = async <Result>(
  setting: string,
  value: string,
  context: Context,
  work: () => Promise<Result>,
): Promise<Result> => {
  const say = (said: string) => rowsOf(context, sql`select set_config(${setting}, ${said}, true)`)
  await say(value)
  const result = await work()
  await say("")
  return result
}

/**
 * Writes memberships on the fast path of the log: `work` has left out members and deleted customers itself, and deletes
 * every row of a pair.
 */
export const asTrustedWriter = <Result>(context: Context, work: () => Promise<Result>): Promise<Result> =>
  whileSaying("customer_groups.deduplicated", "on", context, work)

/**
 * Writes memberships without marking who moves for the groups that look at theirs: the caller evaluates these groups for
 * the same customers.
 */
export const asDependentsEvaluator = <Result>(context: Context, work: () => Promise<Result>): Promise<Result> =>
  whileSaying("customer_groups.dependents", "evaluated", context, work)

/**
 * Before a large insert: PostgreSQL checks foreign keys by plans that a connection keeps. One made when the shop had a
 * page of customers reads all of them for each row.
 */
export async function forgetPlans(context: Context): Promise<void> {
  await rowsOf(context, sql`discard plans`)
}

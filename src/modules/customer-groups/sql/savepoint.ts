import type { Context } from "@medusajs/framework/types"
import { rowsOf } from "./run"
import { sql } from "./sql"

/** Does work within the caller's transaction, which stands as it was before when the work fails. */
export async function inSavepoint<Result>(context: Context, work: () => Promise<Result>): Promise<Result> {
  await rowsOf(context, sql`savepoint before_work`)
  try {
    const result = await work()
    await rowsOf(context, sql`release savepoint before_work`)
    return result
  } catch (error) {
    await rowsOf(context, sql`rollback to savepoint before_work`)
    throw error
  }
}

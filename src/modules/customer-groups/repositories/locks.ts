import type { Context } from "@medusajs/framework/types"
import { rowsOf } from "../sql/run"
import { sql, type Sql } from "../sql/sql"
import { tryLock } from "../sql/try-lock"

const groupLock = (groupId: Sql): Sql => sql`hashtextextended('customer_groups:' || ${groupId}, 0)`
const evaluationLock = (groupId: Sql): Sql => sql`hashtextextended('customer_groups:evaluation:' || ${groupId}, 0)`

/** Those of some groups (`id`) whose lock is not to be had. */
const busyOf = async (groupIds: readonly string[], isTaken: Sql, context: Context): Promise<string[]> => {
  const busy = await rowsOf<{ id: string }>(
    context,
    sql`select id from unnest(${groupIds}::text[]) given (id) where not ${isTaken}`,
  )
  return busy.map(({ id }) => id)
}

/**
 * Who may do what to a group at a time; PostgreSQL's locks, which end with the transaction.
 *
 * The group's own lock is for writing memberships; every writer takes it. The lock of its evaluation is held from before
 * customers are read until the difference stands: alone for a whole evaluation, shared by those of single customers. So
 * no whole evaluation writes what it read before a customer changed who has been evaluated since.
 */
export class LocksRepository {
  /** Takes groups unless somebody else is writing to them. Answers those that somebody is. */
  async tryLockGroups(groupIds: readonly string[], context: Context): Promise<string[]> {
    return busyOf(groupIds, sql`pg_try_advisory_xact_lock(${groupLock(sql`id`)})`, context)
  }

  /** Waits for other evaluations of a group, and keeps others waiting. */
  async lockEvaluation(groupId: string, context: Context): Promise<void> {
    await rowsOf(context, sql`select pg_advisory_xact_lock(${evaluationLock(sql`${groupId}::text`)})`)
  }

  /** Takes the evaluation of a group unless there are others of it. */
  async tryLockEvaluation(groupId: string, context: Context): Promise<boolean> {
    return tryLock(evaluationLock(sql`${groupId}::text`), context)
  }

  /** Shares the evaluation of groups. Answers those that are being evaluated whole. */
  async shareEvaluations(groupIds: readonly string[], context: Context): Promise<string[]> {
    return busyOf(groupIds, sql`pg_try_advisory_xact_lock_shared(${evaluationLock(sql`id`)})`, context)
  }
}

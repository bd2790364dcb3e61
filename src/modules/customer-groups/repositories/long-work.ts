import type { Context } from "@medusajs/framework/types"
import type { LongWork, NewGroupOperation } from "../../../types"
import { workCancelled } from "../errors"
import { countOf, rowsOf } from "../sql/run"
import { isSilent, isWorthRetrying } from "../sql/silence"
import { sql } from "../sql/sql"
import { tryLock } from "../sql/try-lock"

const workLock = (operationId: string) => sql`hashtextextended('customer_groups:work:' || ${operationId}::text, 0)`

/** Long work on groups: watched, cancelled and taken up again by whoever finds it abandoned. */
export class LongWorkRepository {
  /** Keeps with a running operation what is to be done. */
  async keep(operationId: string, work: LongWork, context: Context): Promise<void> {
    await countOf(
      context,
      sql`update customer_group_operation set work = ${JSON.stringify(work)}::jsonb, attempts = 1 where id = ${operationId}`,
    )
  }

  /** Takes the work for this transaction; false while another one is at it. */
  tryLock(operationId: string, context: Context): Promise<boolean> {
    return tryLock(workLock(operationId), context)
  }

  /**
   * Says how far the work is, and that somebody is at it. In a transaction of its own, so that others see it.
   * @returns false if it is not to go on: it was cancelled
   */
  async note(
    operationId: string,
    { done, total }: { done: number; total: number },
    context: Context,
  ): Promise<boolean> {
    const noted = await countOf(
      context,
      sql`update customer_group_operation
        set progress_done = ${done}, progress_total = ${total}, updated_at = clock_timestamp()
        where id = ${operationId} and status = 'running'`,
    )
    return noted > 0
  }

  /**
   * Writes down what has become of long work, within the transaction that did it.
   * @throws NOT_ALLOWED somebody has cancelled it meanwhile
   */
  async finish(operation: NewGroupOperation, context: Context): Promise<void> {
    const finished = await countOf(
      context,
      sql`update customer_group_operation set status = ${operation.status}, joined = ${operation.joined ?? 0},
          "left" = ${operation.left ?? 0}, details = ${JSON.stringify(operation.details ?? null)}::jsonb,
          part_of_id = ${operation.part_of_id ?? null}, reversal = ${operation.reversal ? JSON.stringify(operation.reversal) : null}::jsonb, work = null,
          updated_at = clock_timestamp(), finished_at = clock_timestamp()
        where id = ${operation.id} and status = 'running'`,
    )
    if (!finished) throw workCancelled()
  }

  /** Writes down why work failed; false if it is not running any more. */
  async fail(operationId: string, error: string, context: Context): Promise<boolean> {
    const failed = await countOf(
      context,
      sql`update customer_group_operation set status = 'failed', error = ${error}, work = null,
          finished_at = clock_timestamp(), updated_at = now()
        where id = ${operationId} and status = 'running'`,
    )
    return failed > 0
  }

  /** Marks running work as cancelled: it cannot end well any more. False if it is not running, or no such work. */
  async markCancelled(operationId: string, context: Context): Promise<boolean> {
    const cancelled = await countOf(
      context,
      sql`update customer_group_operation set status = 'cancelled', work = null, finished_at = clock_timestamp(),
          updated_at = now()
        where id = ${operationId} and status = 'running' and work is not null and deleted_at is null`,
    )
    return cancelled > 0
  }

  /**
   * Ends the statement at which the work is right now, wherever it runs. Between two statements there is none to end.
   * @returns whether anybody is at the work
   */
  async interrupt(operationId: string, context: Context): Promise<boolean> {
    const workers = await rowsOf(
      context,
      sql`select case when activity.state = 'active' then pg_cancel_backend(activity.pid) end as is_ended
        from (select ${workLock(operationId)} as key) work
        join pg_locks lock on lock.locktype = 'advisory' and lock.objsubid = 1 and lock.granted
          and lock.classid::bigint = (work.key >> 32) & 4294967295 and lock.objid::bigint = work.key & 4294967295
        join pg_stat_activity activity on activity.pid = lock.pid
        where lock.database = (select oid from pg_database where datname = current_database())`,
    )
    return workers.length > 0
  }

  /** Takes work whose process has died; undefined if there is none. */
  async takeAbandoned(context: Context): Promise<{ id: string; work: LongWork } | undefined> {
    const [taken] = await rowsOf<{ id: string; work: LongWork }>(
      context,
      sql`update customer_group_operation
        set attempts = attempts + 1, progress_done = null, progress_total = null, updated_at = clock_timestamp()
        where id = (
          select id from customer_group_operation where ${isSilent} and ${isWorthRetrying}
          order by updated_at limit 1 for update skip locked)
        returning id, work`,
    )
    return taken
  }
}

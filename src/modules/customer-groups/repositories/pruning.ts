import type { Context } from "@medusajs/framework/types"
import { countOf, rowOf } from "../sql/run"
import { sql } from "../sql/sql"
import { tryLock } from "../sql/try-lock"

/** Rows of the log that are looked at in one go. */
const BATCH = 50_000

/** Rows are removed so long after nobody is answered them any more: who began to read or undo before has ended. */
const GRACE = sql`interval '10 minutes'`

/** The bound rises in such steps, so that each has its grace however many processes there are. */
const STEP = sql`interval '50 minutes'`

/** Old rows of the logs of memberships and exclusions. Counts and the figures of each hour do without them. */
export class PruningRepository {
  /** Whether this transaction alone prunes; false while another process is at it. */
  tryLock(context: Context): Promise<boolean> {
    return tryLock(sql`hashtextextended('customer_groups:prune', 0)`, context)
  }

  /** From now on nothing is known of what lies so many days back. Never goes back itself. */
  async raise(keptDays: number, context: Context): Promise<void> {
    await countOf(
      context,
      sql`insert into customer_group_pruning as pruning (pruned_until, raised_at)
        values (now() - make_interval(days => ${keptDays}), now())
        on conflict (is_only) do update set pruned_until = excluded.pruned_until, raised_at = excluded.raised_at
        where pruning.pruned_until < excluded.pruned_until - ${STEP}`,
    )
  }

  /**
   * Removes the oldest rows from before the bound, as far as they are in the counts and told to others. The log is read
   * by its ids, which rise with time (but for statements that ran side by side): an index on time alone would make each
   * row dearer to write.
   *
   * @returns how many rows were removed
   */
  async removeOldest(context: Context): Promise<number> {
    const { removed } = await rowOf<{ removed: number }>(
      context,
      sql`with bound as materialized (
          select pruned_until from customer_group_pruning where raised_at < now() - ${GRACE}
        ),
        change as (
          delete from customer_group_membership_change where id = any(array(
            select oldest.id from bound cross join (
              select id, outbox_id, created_at from customer_group_membership_change order by id limit ${BATCH}
            ) oldest
            where oldest.created_at < bound.pruned_until
              and oldest.outbox_id not in (select id from customer_group_outbox)
              and oldest.outbox_id not in (select outbox_id from customer_group_untold_change)))
          returning 1
        ),
        exclusion as (
          delete from customer_group_exclusion_change where ctid = any(array(
            select exclusion.ctid from bound
            join customer_group_operation operation on operation.created_at < bound.pruned_until
            join customer_group_exclusion_change exclusion on exclusion.operation_id = operation.id
            limit ${BATCH}))
          returning 1
        )
        select ((select count(*) from change) + (select count(*) from exclusion))::int as removed`,
    )
    return removed
  }
}

import type { Context } from "@medusajs/framework/types"
import type { CustomerMove } from "../telling/messages"
import type { UntoldChange } from "../telling/plan"
import { rowOf, rowsOf } from "../sql/run"
import { sql } from "../sql/sql"
import { tryLock } from "../sql/try-lock"

/** Changes to the members of groups that others have not been told of. Folding puts them here, from the outbox. */
export class UntoldChangesRepository {
  /** Whether this transaction alone tells; false while another process is at it. */
  tryLock(context: Context): Promise<boolean> {
    return tryLock(sql`hashtextextended('customer_groups:tell', 0)`, context)
  }

  /** Whether anything is to be told. */
  async isAnythingLeft(context: Context): Promise<boolean> {
    const { is_left } = await rowOf<{ is_left: boolean }>(
      context,
      sql`select exists (select from customer_group_untold_change) as is_left`,
    )
    return is_left
  }

  /**
   * The oldest changes, of each group those before the first one whose operation is still going on. Operations that have
   * succeeded are marked as told from here on: should one of them be taken back later, that has to be told too. The mark
   * must be committed before anything of them is told.
   */
  announce(limit: number, context: Context): Promise<UntoldChange[]> {
    return rowsOf<UntoldChange>(
      context,
      sql`with waiting as (
          select untold.group_id, min(untold.outbox_id) as from_id
          from customer_group_operation operation
          join customer_group_untold_change untold
            on untold.group_id = operation.group_id and untold.operation_id = operation.id
          where operation.status in ('running', 'held') and operation.deleted_at is null
          group by untold.group_id
        ),
        batch as (
          select untold.* from customer_group_untold_change untold
          left join waiting on waiting.group_id = untold.group_id
          where waiting.from_id is null or untold.outbox_id < waiting.from_id
          order by untold.outbox_id limit ${limit}
        ),
        announced as (
          update customer_group_operation set told_at = clock_timestamp()
          where id = any(array(
            select id from customer_group_operation
            where id in (select operation_id from batch) and status = 'succeeded' and told_at is null
            for update skip locked))
          returning id
        )
        select batch.outbox_id::text as outbox_id, batch.group_id, batch.operation_id, batch.joined, batch."left",
          operation.status, operation.type, operation.reason, operation.joined + operation."left" as moved,
          (operation.details->>'tell_customers')::boolean as tell_customers,
          operation.told_at is not null or announced.id is not null as is_announced
        from batch
        left join customer_group_operation operation on operation.id = batch.operation_id
        left join announced on announced.id = batch.operation_id
        order by batch.outbox_id`,
    )
  }

  /** The customers who joined and left by changes that are still to be told, in the order in which they moved. */
  async listMoves(outboxIds: string[], context: Context): Promise<CustomerMove[]> {
    if (!outboxIds.length) return []
    // `offset 0`: the log is looked up by the index on group and time for each change, whatever statistics say.
    return rowsOf<CustomerMove>(
      context,
      sql`select moved.id::text as id, untold.outbox_id::text as outbox_id, moved.customer_id, moved.change
        from customer_group_untold_change untold
        cross join lateral (
          select id, customer_id, change from customer_group_membership_change change
          where change.group_id = untold.group_id and change.created_at = untold.created_at
            and change.outbox_id = untold.outbox_id and change.change in ('joined', 'left')
          offset 0
        ) moved
        where untold.outbox_id = any(${outboxIds}::bigint[])
        order by untold.outbox_id, moved.id`,
    )
  }

  /** Takes changes from the list by deletion, and answers the ids of those that were on it. */
  async take(outboxIds: string[], context: Context): Promise<string[]> {
    const taken = await rowsOf<{ id: string }>(
      context,
      sql`delete from customer_group_untold_change where outbox_id = any(${outboxIds}::bigint[])
        returning outbox_id::text as id`,
    )
    return taken.map(({ id }) => id)
  }

  /** How many changes are to be told, and since when the oldest of them waits. */
  async retrieveLag(context: Context): Promise<{ rows: number; oldest_at: string | null }> {
    return rowOf(
      context,
      sql`select count(*)::int as rows, min(created_at) as oldest_at from customer_group_untold_change`,
    )
  }
}

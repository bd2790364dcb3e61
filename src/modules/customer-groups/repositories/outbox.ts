import type { Context } from "@medusajs/framework/types"
import { rowOf } from "../sql/run"
import { sql } from "../sql/sql"
import { tryLock } from "../sql/try-lock"

const BATCH = 5_000

/** What the triggers wrote down and nobody has taken further yet. */
export class OutboxRepository {
  /** Whether anything is to be folded. */
  async isAnythingLeft(context: Context): Promise<boolean> {
    const { is_left } = await rowOf<{ is_left: boolean }>(
      context,
      sql`select exists (select from customer_group_outbox) as is_left`,
    )
    return is_left
  }

  /**
   * Folds the oldest rows into the counts of their groups and into the hours of their history, and puts them on the list
   * of what others are to be told. They are taken by deletion, in this transaction: a cursor over ids would lose those
   * that commit late.
   *
   * @returns how many rows were folded; 0 also while another process is at it
   */
  async fold(context: Context): Promise<number> {
    if (!(await tryLock(sql`hashtextextended('customer_groups:relay', 0)`, context))) return 0
    const { folded } = await rowOf<{ folded: number }>(
      context,
      sql`with taken as (
          delete from customer_group_outbox
          where id in (select id from customer_group_outbox order by id limit ${BATCH})
          returning *
        ),
        counted as (
          update customer_group_state state
          set manual_count = manual_count + moved.manual, criteria_count = criteria_count + moved.criteria, updated_at = now()
          from (
            select group_id,
              sum(joined_manual - left_manual + turned_manual - turned_criteria)::int as manual,
              sum(joined_criteria - left_criteria + turned_criteria - turned_manual)::int as criteria
            from taken group by group_id
          ) moved where moved.group_id = state.id
        ),
        remembered as (
          insert into customer_group_hourly_change as hourly
            (group_id, hour, joined, "left", outside_joined, outside_left, outside_at)
          select group_id, date_trunc('hour', taken.created_at, 'UTC'),
            sum(joined_manual + joined_criteria), sum(left_manual + left_criteria),
            coalesce(sum(joined_manual + joined_criteria) filter (where operation_id is null), 0),
            coalesce(sum(left_manual + left_criteria) filter (where operation_id is null), 0),
            max(taken.created_at) filter (where operation_id is null)
          from taken join customer_group_state state on state.id = taken.group_id
          group by 1, 2
          on conflict (group_id, hour) do update set
            joined = hourly.joined + excluded.joined, "left" = hourly."left" + excluded."left",
            outside_joined = hourly.outside_joined + excluded.outside_joined,
            outside_left = hourly.outside_left + excluded.outside_left,
            outside_at = greatest(hourly.outside_at, excluded.outside_at)
        ),
        handed_on as (
          insert into customer_group_untold_change (outbox_id, group_id, operation_id, joined, "left", created_at)
          select id, group_id, operation_id, joined_manual + joined_criteria, left_manual + left_criteria, created_at
          from taken where joined_manual + joined_criteria + left_manual + left_criteria > 0
        )
        select count(*)::int as folded from taken`,
    )
    return folded
  }

  /** How many rows are to be folded, and since when the oldest of them waits. */
  async retrieveLag(context: Context): Promise<{ rows: number; oldest_at: string | null }> {
    return rowOf(context, sql`select count(*)::int as rows, min(created_at) as oldest_at from customer_group_outbox`)
  }
}

import type { Context } from "@medusajs/framework/types"
import type { CountDifference } from "../../../types"
import { memberCountOf, memberCounts, trueCounts, unfolded } from "../sql/counts"
import { rowOf, rowsOf } from "../sql/run"
import { sql } from "../sql/sql"

/** The counts that are kept, held against the memberships that stand. */
export class CountsRepository {
  /** The exact number of members of a group, from the log. */
  async countMembers(groupId: string, context: Context): Promise<number> {
    const [counts] = await rowsOf<{ count: number }>(context, memberCountOf(groupId))
    return counts?.count ?? 0
  }

  /** Groups whose count is not the truth: after a `truncate`, or a load that went past the triggers. */
  listDifferences(context: Context): Promise<CountDifference[]> {
    return rowsOf<CountDifference>(
      context,
      sql`select g.id as group_id, g.name,
          coalesce(counts.manual, 0) as counted_manual, coalesce(truth.manual, 0) as true_manual,
          coalesce(counts.criteria, 0) as counted_criteria, coalesce(truth.criteria, 0) as true_criteria
        from customer_group g
        left join (${memberCounts}) counts on counts.group_id = g.id
        left join (${trueCounts}) truth on truth.group_id = g.id
        where counts.group_id is null
          or (counts.manual, counts.criteria) is distinct from (coalesce(truth.manual, 0), coalesce(truth.criteria, 0))
        order by g.id`,
    )
  }

  /** Sets a group's counts to the truth; its log is complete from this moment on. */
  async mend(groupId: string, context: Context): Promise<void> {
    await rowOf(context, sql`select pg_advisory_xact_lock(hashtextextended('customer_groups:relay', 0))`)
    await rowOf(context, sql`select customer_groups_lock(array[${groupId}::text])`)
    await rowsOf(
      context,
      sql`insert into customer_group_state (id, manual_count, criteria_count, baseline_at)
        select g.id,
          (coalesce(truth.manual, 0) - coalesce(unfolded.manual, 0))::int,
          (coalesce(truth.criteria, 0) - coalesce(unfolded.criteria, 0))::int, clock_timestamp()
        from customer_group g
        left join (${trueCounts}) truth on truth.group_id = g.id
        left join (${unfolded}) unfolded on unfolded.group_id = g.id
        where g.id = ${groupId}
        on conflict (id) do update set manual_count = excluded.manual_count, criteria_count = excluded.criteria_count,
          baseline_at = excluded.baseline_at, updated_at = now()`,
    )
  }
}

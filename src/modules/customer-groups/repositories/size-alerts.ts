import type { Context } from "@medusajs/framework/types"
import { memberCounts } from "../sql/counts"
import { rowsOf } from "../sql/run"
import { sql } from "../sql/sql"

/** A group that has grown or shrunk by much. */
export interface SizeChange {
  group_id: string
  /** Members a day ago, and now. */
  from: number
  to: number
}

/** So many people are no news, whatever their share; and of smaller groups any handful is a large share. */
const FEWEST = 100

/** In hours of UTC that have begun in it: what is told in it is not told again by the same hours. */
const WITHIN = sql`interval '24 hours'`

/** Groups whose size has changed by much within a day, by the figures of each hour. */
export class SizeAlertsRepository {
  /**
   * Takes the groups that have grown or shrunk by more than a share of what they were a day ago, and nobody was told so
   * within a day. Only those are looked at whose counts somebody has touched since.
   *
   * @param share of the members from before: 0.5 is half of them
   */
  take(share: number, context: Context): Promise<SizeChange[]> {
    return rowsOf<SizeChange>(
      context,
      sql`with touched as (
          select g.id, counts.manual + counts.criteria as "to", counts.joined - counts."left" as unfolded
          from (${memberCounts}) counts
          join customer_group_state state on state.id = counts.group_id
          join customer_group g on g.id = counts.group_id and g.deleted_at is null
          where state.updated_at > now() - ${WITHIN} or counts.joined + counts."left" > 0
        ),
        compared as (
          select touched.id as group_id, "to", "to" - unfolded - coalesce(hourly.grown, 0)::int as "from"
          from touched cross join lateral (
            select sum(joined - "left") as grown from customer_group_hourly_change
            where group_id = touched.id and hour > now() - ${WITHIN}
          ) hourly
        ),
        told as (
          insert into customer_group_size_alert as alert (group_id, direction, told_at)
          select group_id, case when "to" > "from" then 'grown' else 'shrunk' end, now() from compared
          where "from" >= ${FEWEST} and abs("to" - "from") >= ${FEWEST}
            and abs("to" - "from") > ${share}::float8 * "from"
          on conflict (group_id, direction) do update set told_at = excluded.told_at
          where alert.told_at <= now() - ${WITHIN}
          returning group_id
        )
        select compared.group_id, "from", "to" from compared join told on told.group_id = compared.group_id
        order by compared.group_id`,
    )
  }
}

import type { Clock } from "../criteria/dates"
import { sql, type Sql } from "./sql"

/**
 * Ids of a group's members; of one added twice, two rows. Who is not deleted is told by the index of those who are: far
 * fewer than there are members.
 */
export const memberIds = (groupId: string): Sql => sql`
  select m.customer_id from customer_group_customer m
  where m.customer_group_id = ${groupId} and ${isLiving(sql`m.customer_id`)}`

export const isLiving = (customerId: Sql): Sql =>
  sql`not exists (select 1 from customer gone where gone.id = ${customerId} and gone.deleted_at is not null)`

/**
 * Who joined and left a group, `(day, joined, left)`, several rows a day. From the figures of each hour, which stay when the
 * log is pruned, and what is not folded into them yet. Hours are those of UTC: where midnight cuts one (India is half an hour
 * off), the log says who moved after it.
 *
 * @param since a moment; what happened in the hour before it may be among the rows
 */
export const movesByDay = (groupId: string, since: Sql, clock: Clock): Sql => {
  const firstDay = clock.dayOf(sql`hour`)
  const lastDay = clock.dayOf(sql`(hour + interval '1 hour' - interval '1 microsecond')`)
  const after = (change: "joined" | "left") => sql`count(*) filter (where change = ${change})::int`
  return sql`
    with hourly as materialized (
      select hour, joined, "left", ${firstDay} as day, ${lastDay} as last_day
      from customer_group_hourly_change where group_id = ${groupId} and hour > ${since} - interval '1 hour'
    ),
    cut as materialized (
      select hourly.*, later.joined as later_joined, later."left" as later_left
      from hourly cross join lateral (
        select ${after("joined")} as joined, ${after("left")} as "left" from customer_group_membership_change change
        where group_id = ${groupId} and created_at < hour + interval '1 hour' and created_at >= ${clock.startOf(sql`last_day`)}
          and not exists (select 1 from customer_group_outbox unfolded where unfolded.id = change.outbox_id)
      ) later
      where day <> last_day
    )
    select day, joined, "left" from hourly where day = last_day
    union all select day, joined - later_joined, "left" - later_left from cut
    union all select last_day, later_joined, later_left from cut
    union all
    select ${clock.dayOf(sql`created_at`)}, joined_manual + joined_criteria, left_manual + left_criteria
    from customer_group_outbox where group_id = ${groupId} and created_at >= ${since}`
}

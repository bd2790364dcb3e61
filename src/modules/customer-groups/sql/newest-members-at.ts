import { memberCountOf } from "./counts"
import { sql, type Sql } from "./sql"

/** How many joins are looked at before it is cheaper to work out all members. */
export const MOST_JOINS = 20_000

const log = sql`customer_group_membership_change`

/** Every row is looked up by its customer: on outdated statistics PostgreSQL would read the group for each. */
const ofSamePair = (groupId: string, at: string): Sql => sql`
  other.customer_id = joined.customer_id and other.group_id || '' = ${groupId} and other.created_at <= ${at}::timestamptz`

/**
 * Those of the newest joins before a moment after which nobody had moved again by then:
 * `(customer_id, joined_at, is_manual, created_at)`, the newest entry of the log first.
 *
 * @param since the moment, as text, of the oldest entry
 */
export const newestJoins = (groupId: string, at: string, since?: string): Sql => sql`
  select joined.customer_id, joined.member_since as joined_at, joined.created_at,
    (select other.source from ${log} other where ${ofSamePair(groupId, at)}
      order by other.created_at desc, other.id desc limit 1) = 'manual' as is_manual
  from (
    select id, customer_id, member_since, created_at from ${log}
    where group_id = ${groupId} and change = 'joined' and created_at <= ${at}::timestamptz
      and created_at >= ${since ?? "-infinity"}::timestamptz
    order by created_at desc, id desc limit ${MOST_JOINS}
  ) joined
  where coalesce((
    select false from ${log} other where ${ofSamePair(groupId, at)} and other.created_at >= joined.created_at
      and other.id > joined.id and other.change <> 'source_changed' limit 1
  ), true)`

/** How many entries `newestJoins` looks at: all there are since then, if fewer than `MOST_JOINS`. */
export const countOfJoins = (groupId: string, at: string, since: string): Sql => sql`
  select count(*)::int from (
    select 1 from ${log} where group_id = ${groupId} and change = 'joined'
      and created_at <= ${at}::timestamptz and created_at >= ${since}::timestamptz limit ${MOST_JOINS}
  ) joined`

/**
 * How many members a group had at a moment since the log began: `(count)`. From the figures of each hour, and of that hour
 * from the log, so that it costs the same however long ago that was.
 */
export const memberCountAt = (groupId: string, at: string): Sql => {
  const nextHour = sql`date_trunc('hour', ${at}::timestamptz, 'UTC') + interval '1 hour'`
  return sql`
    select ((${memberCountOf(groupId)})
      - coalesce((select sum(joined - "left") from customer_group_hourly_change
          where group_id = ${groupId} and hour >= ${nextHour}), 0)
      - coalesce((select sum(joined_manual + joined_criteria - left_manual - left_criteria) from customer_group_outbox
          where group_id = ${groupId} and created_at >= ${nextHour}), 0)
      - coalesce((select sum(case change when 'joined' then 1 when 'left' then -1 else 0 end) from ${log}
          where group_id = ${groupId} and created_at > ${at}::timestamptz and created_at < ${nextHour}), 0)
    )::int as count`
}

import { keptSince } from "./kept-since"
import { isLiving } from "./insights"
import { membersOf } from "./members"
import { sql, type Sql } from "./sql"

/**
 * From when on the log tells everything of a group: since it began, or was pruned. To be asked of a row of
 * `customer_group_state`.
 */
export const logBegin = sql`greatest(baseline_at, ${keptSince})`

/** The same in whole milliseconds, as an answer writes it: rounded up, so that what it says can be asked for. */
export const knownSince = sql`date_trunc('milliseconds', ${logBegin} + interval '999 microseconds')`

/**
 * The members of a group as they were at a moment since the log began: `(customer_id, joined_at, is_manual)`. Backwards
 * from today's: nobody has written down who was in when the log began. Of whom has moved since, the first change says
 * what was before it; changes of a group have ids in the order in which they were made.
 *
 * @param at the moment, as text that PostgreSQL reads, to the microsecond
 */
export const membersAt = (groupId: string, at: string): Sql => sql`
  with moved as materialized (
    select distinct on (customer_id) customer_id, change, source, previous_source, member_since
    from customer_group_membership_change
    where group_id = ${groupId} and created_at > ${at}::timestamptz order by customer_id, id
  )
  select customer_id, joined_at, is_manual from (${membersOf(groupId)}) m
  where ${isLiving(sql`m.customer_id`)} and not exists (select 1 from moved where moved.customer_id = m.customer_id)
  union all
  select customer_id, member_since, case change when 'left' then source else previous_source end = 'manual'
  from moved where change <> 'joined'`

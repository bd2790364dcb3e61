import { isLiving } from "./insights"
import { sql, type Sql } from "./sql"

/** How many of today's members, and how many who have left since, are looked at before one pass over all is cheaper. */
const MOST_LOOKED_AT = 10_000

const log = sql`customer_group_membership_change`

const todays = (groupId: string, at: string): Sql => sql`
  select customer_id, created_at, id from customer_group_customer
  where customer_group_id = ${groupId} and created_at <= ${at}::timestamptz
  order by created_at desc, customer_id desc limit ${MOST_LOOKED_AT}`

/** Every row is looked up by its customer: on outdated statistics PostgreSQL would read the group for each. */
const firstChangeSince = (groupId: string, at: string, customerId: Sql): Sql => sql`
  select change, source, previous_source, member_since from ${log} moved
  where moved.customer_id = ${customerId} and moved.group_id || '' = ${groupId} and moved.created_at > ${at}::timestamptz
  order by moved.created_at, moved.id limit 1`

/**
 * The members of a group at a moment who had joined last, from today's members backwards:
 * `(customer_id, joined_at, is_manual, is_known)`, in no order. `is_known` says whether this many are all there are up to
 * that place; if not, all members have to be worked out. Today's are read from the index by time of joining. Who has left
 * since is found in the log, in those hours only whose figures say that somebody left.
 *
 * @param count how many of them at least
 */
export const newestBackwards = (groupId: string, at: string, count: number): Sql => sql`
  with hours as materialized (
    select hour from customer_group_hourly_change
    where group_id = ${groupId} and "left" > 0 and hour >= date_trunc('hour', ${at}::timestamptz, 'UTC')
    union
    select date_trunc('hour', created_at, 'UTC') from customer_group_outbox
    where group_id = ${groupId} and left_manual + left_criteria > 0 and created_at > ${at}::timestamptz
  ),
  departures as materialized (
    select departure.customer_id from hours cross join lateral (
      select customer_id from ${log}
      where group_id = ${groupId} and change = 'left' and created_at > ${at}::timestamptz
        and created_at >= hours.hour and created_at < hours.hour + interval '1 hour'
    ) departure limit ${MOST_LOOKED_AT}
  ),
  gone as materialized (
    select departed.customer_id, first.member_since as joined_at,
      case first.change when 'left' then first.source else first.previous_source end = 'manual' as is_manual
    from (select distinct customer_id from departures) departed
    cross join lateral (${firstChangeSince(groupId, at, sql`departed.customer_id`)}) first
    where first.change <> 'joined'
  ),
  stayed as materialized (
    select member.customer_id, coalesce(first.member_since, member.created_at) as joined_at,
      case when first.change is not null then first.previous_source = 'manual' else (
        select bool_or(twin.created_by is distinct from 'criteria') from customer_group_customer twin
        where twin.customer_id = member.customer_id and twin.customer_group_id || '' = ${groupId}
      ) end as is_manual
    from (${todays(groupId, at)}) member
    left join lateral (${firstChangeSince(groupId, at, sql`member.customer_id`)}) first on true
    where ${isLiving(sql`member.customer_id`)} and coalesce(first.change, 'source_changed') = 'source_changed'
      and coalesce((
        select false from customer_group_customer older
        where older.customer_id = member.customer_id and older.customer_group_id || '' = ${groupId}
          and (older.created_at, older.id) < (member.created_at, member.id) limit 1
      ), true)
      and not exists (select 1 from gone where gone.customer_id = member.customer_id)
    order by member.created_at desc, member.customer_id desc limit ${count}
  )
  select members.*, (select count(*) from departures) < ${MOST_LOOKED_AT} and case
      when (select count(*) from stayed) >= ${count} then true
      else (select count(*) from (${todays(groupId, at)}) looked_at) < ${MOST_LOOKED_AT}
    end as is_known
  from (select * from stayed union all select * from gone) members`

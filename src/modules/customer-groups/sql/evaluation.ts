import type { EvaluatedGroup, EvaluationInput } from "../evaluation/types"
import { newMembershipIds } from "./membership-ids"
import { listOf, name, nothing, sql, type Sql } from "./sql"

/**
 * Temporary tables of an evaluation. They are analysed when they are filled: so plans fit what there is, also in a group
 * that was filled a second ago.
 */
export const MATCHING = sql`customer_groups_matching`
export const MEMBER_ROW = sql`customer_groups_member_row`
export const DIFFERENCE = sql`customer_groups_difference`

/**
 * Two busy cores: parallel plans and compiled code cost more than they gain (measured). A hash table over what fits into
 * the caches of the processor is slower than rows that an index brings in order: twice as slow for money in a window.
 */
export const EVALUATION_SETTINGS = sql`
  select set_config('jit', 'off', true), set_config('work_mem', '64MB', true),
    set_config('hash_mem_multiplier', '1', true), set_config('max_parallel_workers_per_gather', '0', true)`

/** Whether a row of exclusions, by its alias, is in force. */
export const exclusionInForce = (alias: Sql, now: Sql = sql`now()`): Sql =>
  sql`${alias}.deleted_at is null and (${alias}.until is null or ${alias}.until > ${now})`

/**
 * Exclusions of a group that are in force.
 *
 * @param customerIds only of these: a group's thousands are not read for a few customers
 */
const excludedFrom = (groupId: string, now: Sql, customerIds?: readonly string[]): Sql => sql`
  select customer_id from customer_group_exclusion exclusion
  where group_id = ${groupId} and ${exclusionInForce(sql`exclusion`, now)}
    ${customerIds ? sql`and customer_id = any(${customerIds}::text[])` : nothing}`

/** All rows of a group's members, as Medusa's table has them: `(id, customer_id, by_hand, created_at)`. */
export const rowsOfGroup = (groupId: string): Sql => sql`
  select id, customer_id, created_by is distinct from 'criteria' as by_hand, created_at
  from customer_group_customer where customer_group_id = ${groupId}`

/** Those of a few customers; looked up by customer, whatever PostgreSQL believes of the group's size. */
export const rowsOfPairs = (groupId: string, customerIds: readonly string[]): Sql => sql`
  select id, customer_id, created_by is distinct from 'criteria' as by_hand, created_at
  from customer_group_customer where customer_id = any(${customerIds}::text[]) and customer_group_id || '' = ${groupId}`

/** One row a member: `(customer_id, by_hand, joined_at)`, of rows like those of `rowsOfGroup`. */
const membersOf = (rows: Sql): Sql => sql`
  select customer_id, bool_or(by_hand) as by_hand, min(created_at) as joined_at from ${rows} group by customer_id`

/**
 * Whether a member by criteria who is not excluded has to leave: they no longer match, and their stay is over.
 *
 * @param stay `days` since joining that must have passed, null for none; `isLeaving` whether the criteria for leaving hold
 */
export const mustLeave = (
  isMatching: Sql,
  { joinedAt, days, isLeaving }: { joinedAt: Sql; days: Sql; isLeaving: Sql },
  now: Sql,
): Sql => sql`not ${isMatching} and ${isLeaving}
  and (${days} is null or ${joinedAt} <= ${now} - make_interval(days => ${days}))`

/** The relations that a difference is worked out from: temporary tables, or CTEs of the same statement. */
export interface Compared {
  /** Who matches: `(customer_id)`. */
  matching: Sql
  /** Rows like those of `rowsOfGroup`. */
  rows: Sql
}

/** Who joins and who leaves a group: `(customer_id, is_join)`. */
export const differenceOf = (
  { groupId, customerIds, stay = {}, now }: Pick<EvaluationInput, "groupId" | "customerIds" | "stay" | "now">,
  { matching, rows }: Compared,
): Sql => {
  const moment = sql`${now}::timestamptz`
  const isExcluded = sql`in (${excludedFrom(groupId, moment, customerIds)})`
  const isMatching = sql`exists (select 1 from ${matching} matching where matching.customer_id = member.customer_id)`
  const stayOf = {
    joinedAt: sql`joined_at`,
    days: sql`${stay.days ?? null}::int`,
    isLeaving: stay.leaving ? sql`member.customer_id in (${stay.leaving})` : sql`true`,
  }
  return sql`
    select customer_id, true as is_join from ${matching} matching
    where not exists (select 1 from ${rows} member where member.customer_id = matching.customer_id)
      and not (customer_id ${isExcluded})
    union all
    select customer_id, false from (${membersOf(rows)}) member
    where not by_hand and (${mustLeave(isMatching, stayOf, moment)} or member.customer_id ${isExcluded})
      and (select deleted_at is null from customer where id = member.customer_id)`
}

/** How many match, join and leave: one row, of `differenceOf` as a relation. */
export const numbersOf = (matching: Sql, difference: Sql): Sql => sql`
  select (select count(*) from ${matching})::int as matching, count(*) filter (where is_join)::int as joins,
    count(*) filter (where not is_join)::int as leaves from ${difference}`

/** Who moves, as selects of customer ids (`customer_id`), and the rows of the group's members among them. */
export interface Moves {
  joins: Sql
  leaves: Sql
  /** A relation like `rowsOfGroup`. */
  rows: Sql
  /** Who may be among them, where these are a few. */
  customerIds?: readonly string[]
}

/**
 * Lets in who joins. The caller holds the group's lock: who has become a member, was excluded or deleted since the
 * difference was worked out stays as they are.
 */
export const insertJoining = (groupId: string, { joins, rows, customerIds }: Moves, now: Sql): Sql => sql`
  insert into customer_group_customer (id, customer_group_id, customer_id, created_by)
  select ${newMembershipIds(sql`joining.customer_id`)}, ${groupId}, joining.customer_id, 'criteria'
  from (${joins}) joining
  join customer on customer.id = joining.customer_id and customer.deleted_at is null
  where not exists (select 1 from ${rows} member where member.customer_id = joining.customer_id)
    and joining.customer_id not in (${excludedFrom(groupId, now, customerIds)})`

/**
 * Takes out every row of those who leave, but of nobody who has been picked by hand meanwhile. By their ids: a join
 * would be planned on what PostgreSQL believes of the group.
 */
export const deleteLeaving = ({ leaves, rows }: Moves): Sql => sql`
  with removed as (
    delete from customer_group_customer where id = any(array(
      select id from ${rows} member
      where customer_id in (${leaves})
        and not exists (select 1 from ${rows} twin where twin.customer_id = member.customer_id and twin.by_hand)
    )) returning customer_id
  ) select count(distinct customer_id)::int as "left" from removed`

/** Leaves one row of each member that Medusa's API has made several of: one by hand, else the oldest. Nobody moves. */
export const deleteTwins = ({ rows }: Pick<Moves, "rows">): Sql => sql`
  delete from customer_group_customer where id = any(array(
    select id from (
      select id, row_number() over (partition by customer_id order by by_hand desc, created_at, id) as place
      from ${rows} member
      where customer_id in (select customer_id from ${rows} twin group by customer_id having count(*) > 1)
    ) ranked where place > 1
  ))`

/**
 * Who of a few customers joins and leaves which group: `(group_id, customer_id, is_join)`.
 *
 * @param evaluated one row a living customer, with columns as `groups` name them
 */
export const differencesAmong = (
  groups: readonly EvaluatedGroup[],
  evaluated: Sql,
  customerIds: readonly string[],
  now: Sql,
): Sql => {
  const groupIds = sql`${groups.map(({ groupId }) => groupId)}::text[]`
  const rows = groups.map(({ groupId, matching, leaving, stayDays }) => {
    const isLeaving = leaving ? sql`evaluated.${name(leaving)}` : sql`true`
    return sql`(${groupId}::text, evaluated.${name(matching)}, ${isLeaving}, ${stayDays ?? null}::int)`
  })
  const stay = { joinedAt: sql`joined_at`, days: sql`days`, isLeaving: sql`is_leaving` }
  return sql`
    with evaluated as materialized (${evaluated}),
    member as materialized (
      select customer_group_id, customer_id, bool_or(created_by is distinct from 'criteria') as by_hand,
        min(created_at) as joined_at
      from customer_group_customer
      where customer_id = any(${customerIds}::text[]) and customer_group_id = any(${groupIds}) group by 1, 2
    ),
    excluded as materialized (
      select group_id, customer_id from customer_group_exclusion exclusion
      where customer_id = any(${customerIds}::text[]) and group_id = any(${groupIds})
        and ${exclusionInForce(sql`exclusion`, now)}
    ),
    pair as (
      select outcome.group_id, evaluated.id as customer_id, is_matching, is_leaving, days, by_hand, joined_at,
        excluded.customer_id is not null as is_excluded
      from evaluated
      cross join lateral (values ${listOf(rows)}) outcome (group_id, is_matching, is_leaving, days)
      left join member on member.customer_group_id = outcome.group_id and member.customer_id = evaluated.id
      left join excluded on excluded.group_id = outcome.group_id and excluded.customer_id = evaluated.id
    )
    select group_id, customer_id, by_hand is null as is_join from pair
    where case when by_hand is null then is_matching and not is_excluded
      else not by_hand and (is_excluded or (${mustLeave(sql`is_matching`, stay, now)})) end`
}

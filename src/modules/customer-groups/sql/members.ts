import type { AdminMemberFilter } from "../../../types"
import { customerMatches } from "./customers"
import { withinDates } from "./filters"
import { allOf, nothing, sql, type Sql } from "./sql"

/**
 * The members of a group, each once whatever rows Medusa's table has of the pair:
 * `(customer_id, joined_at, is_manual)`. Deleted customers are still among them.
 */
export const membersOf = (groupId: string): Sql => sql`
  select customer_id, min(created_at) as joined_at, bool_or(created_by is distinct from 'criteria') as is_manual
  from customer_group_customer where customer_group_id = ${groupId} group by customer_id`

/** What a filter asks of `member` (a row of `membersOf`). */
export const membershipWhere = (filter: AdminMemberFilter): Sql[] => [
  ...(filter.source === undefined ? [] : [sql`member.is_manual = ${filter.source === "manual"}`]),
  ...(filter.joined_at ? [withinDates(sql`member.joined_at`, filter.joined_at)] : []),
]

/** What a filter asks of the customer `c`. */
export const customerWhere = (filter: AdminMemberFilter): Sql[] => [
  ...(filter.q ? [customerMatches(filter.q)] : []),
  ...(filter.has_account === undefined ? [] : [sql`c.has_account = ${filter.has_account}`]),
  ...(filter.created_at ? [withinDates(sql`c.created_at`, filter.created_at)] : []),
]

/**
 * Living members of a group that match a filter, as `(customer columns, joined_at, is_manual)`. The customers are joined
 * before they are looked at (`offset 0` keeps PostgreSQL from searching the whole shop for the text instead).
 */
export const matchingMembers = (groupId: string, filter: AdminMemberFilter): Sql => sql`
  select * from (
    select c.*, member.joined_at, member.is_manual
    from (${membersOf(groupId)}) member join customer c on c.id = member.customer_id
    where c.deleted_at is null and ${allOf(membershipWhere(filter))}
    offset 0
  ) c where ${allOf(customerWhere(filter))}`

/**
 * The same filter as a condition on a row of Medusa's table, `membership`. A scalar query by the customer's id alone, so
 * that each row costs one look-up whatever PostgreSQL believes of the sizes: on outdated statistics a join would read
 * all living customers for each row.
 */
export const isMatchingMember = (groupId: string, filter: AdminMemberFilter): Sql => {
  const ofMembership = membershipWhere(filter)
  const member = sql`cross join lateral (
    select min(created_at) as joined_at, bool_or(created_by is distinct from 'criteria') as is_manual
    from customer_group_customer twin
    where twin.customer_id = c.id and twin.customer_group_id || '' = ${groupId}
  ) member`
  return sql`(
    select c.deleted_at is null and ${allOf([...customerWhere(filter), ...ofMembership])}
    from customer c ${ofMembership.length ? member : nothing} where c.id = membership.customer_id
  )`
}

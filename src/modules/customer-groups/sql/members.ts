import type { AdminMemberFilter } from "../../../types"
import { withinDates } from "./filters"
import { customerMatches } from "./customers"
import { allOf, sql, type Sql } from "./sql"

/**
 * The members of a group, each once whatever rows Medusa's table has of the pair:
 * `(customer_id, joined_at, is_manual)`. Deleted customers are still among them.
 */
export const membersOf = (groupId: string): Sql => sql`
  select customer_id, min(created_at) as joined_at, bool_or(created_by is distinct from 'criteria') as is_manual
  from customer_group_customer where customer_group_id = ${groupId} group by customer_id`

/** Conditions on `member` (a row of `membersOf`) and its customer `c`. */
export const membersWhere = (filter: AdminMemberFilter): Sql =>
  allOf([
    sql`c.deleted_at is null`,
    ...(filter.q ? [customerMatches(filter.q)] : []),
    ...(filter.source === undefined ? [] : [sql`member.is_manual = ${filter.source === "manual"}`]),
    ...(filter.has_account === undefined ? [] : [sql`c.has_account = ${filter.has_account}`]),
    ...(filter.joined_at ? [withinDates(sql`member.joined_at`, filter.joined_at)] : []),
    ...(filter.created_at ? [withinDates(sql`c.created_at`, filter.created_at)] : []),
  ])

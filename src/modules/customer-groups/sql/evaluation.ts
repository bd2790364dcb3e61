import { sql, type Sql } from "./sql"

/**
 * Temporary tables of an evaluation. They are analysed when they are filled: so plans fit what there is, also in a group
 * that was filled a second ago.
 */
export const MATCHING = sql`customer_groups_matching`
export const MEMBER_ROW = sql`customer_groups_member_row`
export const DIFFERENCE = sql`customer_groups_difference`

/** Two busy cores: parallel plans and compiled code cost more than they gain (measured). */
export const EVALUATION_SETTINGS = sql`
  select set_config('jit', 'off', true), set_config('work_mem', '64MB', true),
    set_config('max_parallel_workers_per_gather', '0', true)`

/** Exclusions of a group that are in force. */
export const excludedFrom = (groupId: string, now: Sql): Sql => sql`
  select customer_id from customer_group_exclusion
  where group_id = ${groupId} and deleted_at is null and (until is null or until > ${now})`

/** All rows of a group's members, as Medusa's table has them: `(id, customer_id, by_hand, created_at)`. */
export const rowsOfGroup = (groupId: string): Sql => sql`
  select id, customer_id, created_by is distinct from 'criteria' as by_hand, created_at
  from customer_group_customer where customer_group_id = ${groupId}`

/** One row a member: `(customer_id, by_hand, joined_at)`. */
export const members = sql`
  select customer_id, bool_or(by_hand) as by_hand, min(created_at) as joined_at from ${MEMBER_ROW} group by customer_id`

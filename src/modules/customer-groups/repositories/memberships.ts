import type { Context } from "@medusajs/framework/types"
import type { AdminCustomerGroupMembership } from "../../../types"
import type { AdminGroupCriteria } from "../../../types/http/criteria"
import { EVALUATION_SETTINGS, exclusionInForce } from "../sql/evaluation"
import { actorOf, joinActor } from "../sql/actors"
import { rowOf, rowsOf } from "../sql/run"
import { allOf, sql, type Sql } from "../sql/sql"

/** A group and how it is with one customer in it, before anything is explained. */
export interface Membership extends Omit<AdminCustomerGroupMembership, "why"> {
  /** Null in a manual group. */
  criteria: AdminGroupCriteria["criteria"] | null
}

/** Which groups: see `AdminCustomerGroupMembershipListParams`. */
export interface MembershipFilter {
  is_member?: boolean
  group_id?: string
  limit: number
  offset: number
}

const ADDER = { user: sql`adder`, key: sql`adder_key` }
const EXCLUDER = { user: sql`excluder`, key: sql`excluder_key` }

/** Medusa's table has the id alone. */
const addedBy = actorOf(
  sql`case when adder.id is not null then 'user' when adder_key.id is not null then 'api-key' end`,
  sql`page.added_by`,
  ADDER,
)

const excludedBy = actorOf(sql`exclusion.actor_type`, sql`exclusion.actor_id`, EXCLUDER)

/** One customer and groups. */
export class MembershipsRepository {
  /** Whether the customer is there and not deleted. */
  async hasCustomer(customerId: string, context: Context): Promise<boolean> {
    const { exists } = await rowOf<{ exists: boolean }>(
      context,
      sql`select exists (select 1 from customer where id = ${customerId} and deleted_at is null) as "exists"`,
    )
    return exists
  }

  /** A page of groups by name, with how it is with the customer in each; and how many there are. */
  async list(
    customerId: string,
    { is_member, group_id, limit, offset }: MembershipFilter,
    context: Context,
  ): Promise<{ memberships: Membership[]; count: number }> {
    const wanted = allOf([
      sql`g.deleted_at is null`,
      ...(group_id === undefined ? [] : [sql`g.id = ${group_id}`]),
      ...(is_member === undefined ? [] : [sql`(member.customer_group_id is not null) = ${is_member}`]),
      // Nobody misses anything for a group whose members are picked by hand.
      ...(is_member === false && group_id === undefined ? [sql`criteria.group_id is not null`] : []),
    ])
    const groups = sql`
      from customer_group g
      left join (
        select customer_group_id, min(created_at) as joined_at,
          bool_or(created_by is distinct from 'criteria') as is_manual,
          min(created_by) filter (where created_by is distinct from 'criteria') as added_by
        from customer_group_customer where customer_id = ${customerId} group by customer_group_id
      ) member on member.customer_group_id = g.id
      left join customer_group_criteria criteria on criteria.group_id = g.id and criteria.deleted_at is null
      where ${wanted}`
    const memberships = await rowsOf<Membership>(
      context,
      sql`select page.id, page.name, case when page.criteria is null then 'manual' else 'automatic' end as kind,
          page.is_member, case when page.is_member then case when is_manual then 'manual' else 'criteria' end end as source,
          page.joined_at,
          case when page.is_manual then ${addedBy} end as added_by,
          case when exclusion.id is not null then jsonb_build_object(
            'reason', exclusion.reason, 'until', exclusion.until, 'created_at', exclusion.created_at,
            'excluded_by', ${excludedBy}
          ) end as exclusion,
          page.criteria
        from (
          select g.id, g.name, criteria.criteria, member.customer_group_id is not null as is_member, member.is_manual,
            member.joined_at, member.added_by
          ${groups} order by lower(g.name), g.id limit ${limit} offset ${offset}
        ) page
        left join customer_group_exclusion exclusion on exclusion.group_id = page.id
          and exclusion.customer_id = ${customerId} and ${exclusionInForce(sql`exclusion`)}
        ${joinActor(sql`page.added_by`, ADDER)}
        ${joinActor(sql`exclusion.actor_id`, EXCLUDER)}
        order by lower(page.name), page.id`,
    )
    const { count } = await rowOf<{ count: number }>(context, sql`select count(*)::int as count ${groups}`)
    return { memberships, count }
  }

  /** Prepares the transaction for statements about one customer: to compile them would take longer than to run them. */
  async prepare(context: Context): Promise<void> {
    await rowsOf(context, EVALUATION_SETTINGS)
  }

  /** The row of a statement from `compileConditions` for one customer. */
  async retrieveConditions(statement: Sql, context: Context): Promise<Record<string, unknown>> {
    return rowOf(context, statement)
  }
}

import type { Context } from "@medusajs/framework/types"
import type { AdminPastGroupMember, AdminPastGroupMemberListParams } from "../../../types"
import type { Span } from "../history/dates"
import { detailsOfCustomer, customerName } from "../sql/customers"
import { listed, orderBy } from "../sql/filters"
import { customerWhere, membershipWhere } from "../sql/members"
import { knownSince, membersAt } from "../sql/members-at"
import { rowOf, rowsOf } from "../sql/run"
import { allOf, nothing, sql } from "../sql/sql"

/** A moment that is asked for, against what the log of a group knows. */
export interface AskedMoment {
  /** As PostgreSQL writes it, to the microsecond. */
  exact: string
  at: Date
  known_since: Date
  is_known: boolean
  is_future: boolean
}

/** Columns of the membership; those of the customer `c` may be missing, who may be purged. */
const byMembership = {
  joined_at: { by: sql`member.joined_at` },
  source: { by: sql`member.is_manual` },
}
const byCustomer = {
  name: { by: sql`lower(${customerName})`, isNullable: true },
  email: { by: sql`c.email`, isNullable: true },
  has_account: { by: sql`c.has_account`, isNullable: true },
  created_at: { by: sql`c.created_at`, isNullable: true },
}
const memberOrder = { ...byMembership, ...byCustomer }

type Params = Omit<AdminPastGroupMemberListParams, "at"> & { order: string; limit: number; offset: number }

/** Who was in groups. */
export class PastMembersRepository {
  /** The last moment of a span that is not to come, beside from when on the log of the group knows. */
  async retrieveMoment(groupId: string, { begin, end }: Span, context: Context): Promise<AskedMoment> {
    return rowOf(
      context,
      sql`select at::text as exact, at, known_since, at >= known_since as is_known, ${begin} > now as is_future
        from (select clock_timestamp() as now) clock
        left join lateral (select ${knownSince} as known_since from customer_group_state where id = ${groupId}) state on true
        cross join lateral (select least(${end} - interval '1 microsecond', now) as at) moment`,
    )
  }

  /** A page of the members of a group at a moment, and how many match in all. */
  async list(
    groupId: string,
    at: string,
    params: Params,
    context: Context,
  ): Promise<{ members: AdminPastGroupMember[]; count: number }> {
    const { order, limit, offset } = params
    const ofCustomer = customerWhere(params)
    const needsCustomer = ofCustomer.length > 0 || order.replace(/^-/, "") in byCustomer
    const named = params.id === undefined ? [] : [sql`member.customer_id = any(${listed(params.id)}::text[])`]
    const matching = sql`(${membersAt(groupId, at)}) member
      ${needsCustomer ? sql`left join customer c on c.id = member.customer_id` : nothing}
      where ${allOf([...named, ...membershipWhere(params), ...ofCustomer])}`
    const sorted = orderBy(memberOrder, order, sql`member.customer_id`)
    const found = await rowsOf<AdminPastGroupMember & { total: number }>(
      context,
      sql`select member.customer_id as id, ${detailsOfCustomer}, c.deleted_at, c.id is null as is_purged,
          case when member.is_manual then 'manual' else 'criteria' end as source, member.joined_at, member.total
        from (
          select member.*, count(*) over ()::int as total from ${matching} ${sorted} limit ${limit} offset ${offset}
        ) member left join customer c on c.id = member.customer_id ${sorted}`,
    )
    const members = found.map(({ total: _total, ...member }) => member)
    if (members.length || offset === 0) return { members, count: found[0]?.total ?? 0 }
    const { count } = await rowOf<{ count: number }>(context, sql`select count(*)::int as count from ${matching}`)
    return { members, count }
  }
}

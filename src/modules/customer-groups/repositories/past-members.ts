import type { Context } from "@medusajs/framework/types"
import type { AdminPastGroupMember, AdminPastGroupMemberListParams } from "../../../types"
import type { Span } from "../history/dates"
import { detailsOfCustomer, customerName } from "../sql/customers"
import { listed, orderBy } from "../sql/filters"
import { customerWhere, membershipWhere } from "../sql/members"
import { knownSince, logBegin, membersAt } from "../sql/members-at"
import { newestBackwards } from "../sql/members-backwards"
import { countOfJoins, memberCountAt, MOST_JOINS, newestJoins } from "../sql/newest-members-at"
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

/** Up to here a page of the newest is read from the end of the log; further on one pass over all changes is cheaper. */
const FAR_OFFSET = 2_000

const isNewest = ({ q, id, source, has_account, joined_at, created_at, order, limit, offset }: Params) =>
  order === "-joined_at" &&
  offset + limit <= FAR_OFFSET &&
  [q, id, source, has_account, joined_at, created_at].every((filter) => filter === undefined || filter === "")

/** What is shown of rows `(customer_id, joined_at, is_manual)`, and of the customer `c`. */
const shown = sql`member.customer_id as id, ${detailsOfCustomer}, c.deleted_at, c.id is null as is_purged,
  case when member.is_manual then 'manual' else 'criteria' end as source, member.joined_at`

/** Who was in groups. */
export class PastMembersRepository {
  /** The last moment of a span that is not to come, beside from when on the log of the group knows. */
  async retrieveMoment(groupId: string, { begin, end }: Span, context: Context): Promise<AskedMoment> {
    return rowOf(
      context,
      sql`select at::text as exact, at, known_since, at >= log_begin as is_known, ${begin} > now as is_future
        from (select clock_timestamp() as now) clock
        left join lateral (
          select ${logBegin} as log_begin, ${knownSince} as known_since from customer_group_state where id = ${groupId}
        ) state on true
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
    const newest = isNewest(params)
      ? ((await this.listNewestJoins(groupId, at, params, context)) ??
        (await this.listNewestBackwards(groupId, at, params, context)))
      : undefined
    if (!newest) return this.listAll(groupId, at, params, context)
    return { members: newest, ...(await rowOf<{ count: number }>(context, memberCountAt(groupId, at))) }
  }

  /**
   * The same for a page of those who had joined last, from the end of the log; nothing if that has not enough of them, and
   * all have to be worked out. An entry is never older than the membership it tells of (an undo brings back old ones), so
   * who joined after the last of the page is found among the entries since then.
   */
  private async listNewestJoins(
    groupId: string,
    at: string,
    { limit, offset }: Params,
    context: Context,
  ): Promise<AdminPastGroupMember[] | undefined> {
    const { found, since, is_known } = await rowOf<{ found: number; since: string; is_known: boolean }>(
      context,
      sql`select found, since::text as since,
          coalesce(since >= (select ${logBegin} from customer_group_state where id = ${groupId}), false) as is_known
        from (
          select count(*)::int as found, least(min(joined_at), min(created_at)) as since
          from (${newestJoins(groupId, at)} limit ${offset + limit}) newest
        ) page`,
    )
    // Who has come back by an undo may have joined before the log begins: others who did are not in it.
    if (found < offset + limit || !is_known) return undefined
    const { looked } = await rowOf<{ looked: number }>(
      context,
      sql`select (${countOfJoins(groupId, at, since)}) as looked`,
    )
    if (looked === MOST_JOINS) return undefined
    const sorted = orderBy(memberOrder, "-joined_at", sql`member.customer_id`)
    return rowsOf<AdminPastGroupMember>(
      context,
      sql`select ${shown} from (
          select * from (${newestJoins(groupId, at, since)}) member ${sorted} limit ${limit} offset ${offset}
        ) member left join customer c on c.id = member.customer_id ${sorted}`,
    )
  }

  /**
   * The same from today's members backwards: where very many joined at one moment, the log does not say who is first of them.
   * Nothing if too much has happened since.
   */
  private async listNewestBackwards(
    groupId: string,
    at: string,
    { limit, offset }: Params,
    context: Context,
  ): Promise<AdminPastGroupMember[] | undefined> {
    const sorted = orderBy(memberOrder, "-joined_at", sql`member.customer_id`)
    const found = await rowsOf<AdminPastGroupMember & { is_known: boolean }>(
      context,
      sql`select ${shown}, member.is_known from (
          select * from (${newestBackwards(groupId, at, offset + limit)}) member ${sorted} limit ${limit} offset ${offset}
        ) member left join customer c on c.id = member.customer_id ${sorted}`,
    )
    if (!found[0]?.is_known) return undefined
    return found.map(({ is_known: _isKnown, ...member }) => member)
  }

  private async listAll(
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
      sql`select ${shown}, member.total
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

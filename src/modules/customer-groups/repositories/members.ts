import type { Context } from "@medusajs/framework/types"
import type {
  AdminCustomerGroupMembership,
  AdminGroupCandidate,
  AdminGroupCandidateListParams,
  AdminGroupMember,
  AdminGroupMemberListParams,
} from "../../../types"
import { customerColumns, customerName, customersWhere } from "../sql/customers"
import { memberCounts } from "../sql/counts"
import { listed, orderBy } from "../sql/filters"
import { membersOf, membersWhere } from "../sql/members"
import { rowOf, rowsOf } from "../sql/run"
import { sql } from "../sql/sql"

/** Up to here a page in the default order is read row by row from an index; further on one pass over the group is cheaper. */
const FAR_OFFSET = 2_000

const DEFAULT_ORDER = "-joined_at"

const memberOrder = {
  joined_at: sql`member.joined_at`,
  name: sql`lower(${customerName})`,
  email: sql`lower(c.email)`,
  has_account: sql`c.has_account`,
  source: sql`member.is_manual`,
  created_at: sql`c.created_at`,
}

const candidateOrder = {
  name: sql`lower(${customerName})`,
  email: sql`c.email`,
  has_account: sql`c.has_account`,
  created_at: sql`c.created_at`,
}

export type MemberColumn = keyof typeof memberOrder
export type CandidateColumn = keyof typeof candidateOrder

type Paged<Params> = Params & { order: string; limit: number; offset: number }

const sourceOf = sql`case when member.is_manual then 'manual' else 'criteria' end as source`

const isFiltered = ({ q, id, source, has_account, joined_at, created_at }: AdminGroupMemberListParams) =>
  [q, id, source, has_account, joined_at, created_at].some((filter) => filter !== undefined && filter !== "")

/** Who is in groups, and who could be. */
export class MembersRepository {
  /** A page of a group's members, and how many match in all. */
  async list(
    groupId: string,
    params: Paged<AdminGroupMemberListParams>,
    context: Context,
  ): Promise<{ members: AdminGroupMember[]; count: number }> {
    if (isFiltered(params)) return this.listFiltered(groupId, params, context)
    const isNewestFirst = params.order === DEFAULT_ORDER && params.offset <= FAR_OFFSET
    const [members, count] = await Promise.all([
      isNewestFirst ? this.newest(groupId, params, context) : this.sorted(groupId, params, context),
      this.count(groupId, context),
    ])
    return { members, count }
  }

  /** The exact number of members of a group, from the log. */
  private async count(groupId: string, context: Context): Promise<number> {
    const [counts] = await rowsOf<{ count: number }>(
      context,
      sql`select manual + criteria as count from (${memberCounts}) counts where group_id = ${groupId}`,
    )
    return counts?.count ?? 0
  }

  /** Read from the index by time of joining until the page is full. Of several rows of a pair the oldest stands for it. */
  private newest(groupId: string, { limit, offset }: Paged<AdminGroupMemberListParams>, context: Context) {
    return rowsOf<AdminGroupMember>(
      context,
      sql`select ${customerColumns}, ${sourceOf}, member.joined_at
        from (
          select m.id, m.customer_id, m.created_at as joined_at,
            (m.created_by is distinct from 'criteria' or exists (
              select 1 from customer_group_customer twin where twin.customer_id = m.customer_id
                and twin.customer_group_id = m.customer_group_id and twin.created_by is distinct from 'criteria'
            )) as is_manual
          from customer_group_customer m
          where m.customer_group_id = ${groupId} and not exists (
            select 1 from customer_group_customer older where older.customer_id = m.customer_id
              and older.customer_group_id = m.customer_group_id and (older.created_at, older.id) < (m.created_at, m.id)
          )
        ) member
        join customer c on c.id = member.customer_id and c.deleted_at is null
        order by member.joined_at desc, c.id desc limit ${limit} offset ${offset}`,
    )
  }

  private sorted(groupId: string, { order, limit, offset }: Paged<AdminGroupMemberListParams>, context: Context) {
    return rowsOf<AdminGroupMember>(
      context,
      sql`select ${customerColumns}, ${sourceOf}, member.joined_at
        from (${membersOf(groupId)}) member
        join customer c on c.id = member.customer_id and c.deleted_at is null
        ${orderBy(memberOrder, order, sql`c.id`)} limit ${limit} offset ${offset}`,
    )
  }

  private async listFiltered(groupId: string, params: Paged<AdminGroupMemberListParams>, context: Context) {
    const matching = sql`
      from (${membersOf(groupId)}) member join customer c on c.id = member.customer_id
      where ${membersWhere(params)}
        and ${params.id === undefined ? sql`true` : sql`c.id = any(${listed(params.id)}::text[])`}`
    const [members, { count }] = await Promise.all([
      rowsOf<AdminGroupMember>(
        context,
        sql`select ${customerColumns}, ${sourceOf}, member.joined_at ${matching}
          ${orderBy(memberOrder, params.order, sql`c.id`)} limit ${params.limit} offset ${params.offset}`,
      ),
      rowOf<{ count: number }>(context, sql`select count(*)::int as count ${matching}`),
    ])
    return { members, count }
  }

  /** A page of the shop's customers, each with whether they are in the group; and how many match in all. */
  async listCandidates(
    groupId: string,
    params: Paged<AdminGroupCandidateListParams>,
    context: Context,
  ): Promise<{ customers: AdminGroupCandidate[]; count: number }> {
    const matching = customersWhere(params)
    const [customers, { count }] = await Promise.all([
      rowsOf<AdminGroupCandidate>(
        context,
        sql`select ${customerColumns}, exists (
              select 1 from customer_group_customer m where m.customer_id = c.id and m.customer_group_id = ${groupId}
            ) as is_member
          from customer c where ${matching}
          ${orderBy(candidateOrder, params.order, sql`c.id`)} limit ${params.limit} offset ${params.offset}`,
      ),
      rowOf<{ count: number }>(context, sql`select count(*)::int as count from customer c where ${matching}`),
    ])
    return { customers, count }
  }

  /** The living groups of one customer, by name; null if the customer does not exist or is deleted. */
  async listGroupsOf(
    customerId: string,
    { limit, offset }: { limit: number; offset: number },
    context: Context,
  ): Promise<{ group_memberships: AdminCustomerGroupMembership[]; count: number } | null> {
    const { exists } = await rowOf<{ exists: boolean }>(
      context,
      sql`select exists (select 1 from customer where id = ${customerId} and deleted_at is null) as "exists"`,
    )
    if (!exists) return null
    const memberships = sql`
      from (
        select customer_group_id, min(created_at) as joined_at,
          bool_or(created_by is distinct from 'criteria') as is_manual
        from customer_group_customer where customer_id = ${customerId} group by customer_group_id
      ) member join customer_group g on g.id = member.customer_group_id and g.deleted_at is null`
    const [group_memberships, { count }] = await Promise.all([
      rowsOf<AdminCustomerGroupMembership>(
        context,
        sql`select g.id, g.name, ${sourceOf}, member.joined_at ${memberships}
          order by lower(g.name), g.id limit ${limit} offset ${offset}`,
      ),
      rowOf<{ count: number }>(context, sql`select count(*)::int as count ${memberships}`),
    ])
    return { group_memberships, count }
  }
}

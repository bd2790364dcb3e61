import type { Context } from "@medusajs/framework/types"
import type {
  AdminGroupCandidate,
  AdminGroupCandidateListParams,
  AdminGroupMember,
  AdminGroupMemberListParams,
  ExportedMember,
} from "../../../types"
import { customerColumns, customerName, customersWhere } from "../sql/customers"
import { memberCountOf } from "../sql/counts"
import { listed, orderBy } from "../sql/filters"
import { matchingMembers, membersOf } from "../sql/members"
import { rowOf, rowsOf } from "../sql/run"
import { sql, type Sql } from "../sql/sql"

/** Up to here a page by time of joining is read row by row from an index; further on one pass over the group is cheaper. */
const FAR_OFFSET = 2_000

/** Columns of the customer `c`. */
const byCustomer = {
  name: { by: sql`lower(${customerName})`, isNullable: true },
  email: { by: sql`c.email`, isNullable: true },
  has_account: { by: sql`c.has_account` },
  created_at: { by: sql`c.created_at` },
}

/** Columns of the membership. */
const byMembership = {
  joined_at: { by: sql`joined_at` },
  source: { by: sql`is_manual` },
}

const memberOrder = { ...byMembership, ...byCustomer }

type Paged<Params> = Params & { order: string; limit: number; offset: number }

const sourceOf = sql`case when is_manual then 'manual' else 'criteria' end as source`

const isFiltered = ({ q, id, source, has_account, joined_at, created_at }: AdminGroupMemberListParams) =>
  [q, id, source, has_account, joined_at, created_at].some((filter) => filter !== undefined && filter !== "")

/** A member, and where they stand among those who joined before and after them. */
export interface PlacedMember extends ExportedMember {
  /** When they joined, to the microsecond, as PostgreSQL writes it. */
  place: string
}

/** Who is in groups, and who could be. */
export class MembersRepository {
  /** A page of a group's members, and how many match in all. */
  async list(
    groupId: string,
    params: Paged<AdminGroupMemberListParams>,
    context: Context,
  ): Promise<{ members: AdminGroupMember[]; count: number }> {
    if (isFiltered(params)) return this.listFiltered(groupId, params, context)
    const [members, count] = await Promise.all([this.listAll(groupId, params, context), this.count(groupId, context)])
    return { members, count }
  }

  /** The exact number of members of a group, from the log. */
  private async count(groupId: string, context: Context): Promise<number> {
    const [counts] = await rowsOf<{ count: number }>(context, memberCountOf(groupId))
    return counts?.count ?? 0
  }

  /** Finds the ids of the page first, by whatever is cheapest for the order, and then all that is shown of them. */
  private listAll(groupId: string, params: Paged<AdminGroupMemberListParams>, context: Context) {
    const { order, limit, offset } = params
    const page = sql`limit ${limit} offset ${offset}`
    const name = order.replace(/^-/, "")
    const chosen =
      name in byCustomer
        ? sql`${this.livingMembers(groupId)} ${orderBy(byCustomer, order, sql`c.id`)} ${page}`
        : name === "joined_at" && offset <= FAR_OFFSET
          ? sql`${this.byTimeOfJoining(groupId)} ${orderBy(byMembership, order, sql`id`)} ${page}`
          : sql`select c.id from (${membersOf(groupId)}) member
              join customer c on c.id = member.customer_id and c.deleted_at is null
              ${orderBy(byMembership, order, sql`c.id`)} ${page}`
    return rowsOf<AdminGroupMember>(
      context,
      sql`select ${customerColumns}, ${sourceOf}, member.joined_at
        from (${chosen}) page
        join customer c on c.id = page.id
        cross join lateral (
          select min(m.created_at) as joined_at, bool_or(m.created_by is distinct from 'criteria') as is_manual
          from customer_group_customer m where m.customer_id = c.id and m.customer_group_id || '' = ${groupId}
        ) member
        ${orderBy(memberOrder, order, sql`c.id`)}`,
    )
  }

  /** From the customers' side: PostgreSQL walks an index on the order if the group is large, or joins if it is small. */
  private livingMembers(groupId: string): Sql {
    return sql`select c.id from customer c where c.deleted_at is null and exists (
      select 1 from customer_group_customer m where m.customer_id = c.id and m.customer_group_id = ${groupId})`
  }

  /** From the index by time of joining, until the page is full. Of several rows of a pair the oldest stands for it. */
  private byTimeOfJoining(groupId: string): Sql {
    return sql`select m.customer_id as id, m.created_at as joined_at
      from customer_group_customer m join customer c on c.id = m.customer_id and c.deleted_at is null
      where m.customer_group_id = ${groupId} and not exists (
        select 1 from customer_group_customer older where older.customer_id = m.customer_id
          and older.customer_group_id || '' = m.customer_group_id and (older.created_at, older.id) < (m.created_at, m.id)
      )`
  }

  private async listFiltered(groupId: string, params: Paged<AdminGroupMemberListParams>, context: Context) {
    const matching = matchingMembers(groupId, params)
    const named = params.id === undefined ? sql`true` : sql`c.id = any(${listed(params.id)}::text[])`
    const found = await rowsOf<AdminGroupMember & { total: number }>(
      context,
      sql`select ${customerColumns}, ${sourceOf}, joined_at, count(*) over ()::int as total
        from (${matching}) c where ${named}
        ${orderBy(memberOrder, params.order, sql`c.id`)} limit ${params.limit} offset ${params.offset}`,
    )
    const members = found.map(({ total: _total, ...member }) => member)
    if (members.length || params.offset === 0) return { members, count: found[0]?.total ?? 0 }
    const { count } = await rowOf<{ count: number }>(
      context,
      sql`select count(*)::int as count from (${matching}) c where ${named}`,
    )
    return { members, count }
  }

  /**
   * The living members of a group in the order in which they joined, some at a time: whoever reads all of them begins each
   * time after the last one, however far that is.
   */
  async listNext(
    groupId: string,
    after: PlacedMember | undefined,
    limit: number,
    context: Context,
  ): Promise<PlacedMember[]> {
    const isNext = after
      ? sql`(m.created_at, m.customer_id) > (${after.place}::timestamptz, ${after.id}::text)`
      : sql`true`
    return rowsOf(
      context,
      sql`select c.id, c.email, c.first_name, c.last_name, c.company_name, c.phone, c.has_account, c.created_at,
          case when pair.is_manual then 'manual' else 'criteria' end as source,
          page.created_at as joined_at, page.created_at::text as place
        from (
          select m.customer_id, m.created_at from customer_group_customer m
          where m.customer_group_id = ${groupId} and ${isNext}
            and (select deleted_at is null from customer where id = m.customer_id)
            and not exists (
              select 1 from customer_group_customer older where older.customer_id = m.customer_id
                and older.customer_group_id || '' = m.customer_group_id
                and (older.created_at, older.id) < (m.created_at, m.id))
          order by m.created_at, m.customer_id limit ${limit}
        ) page
        join customer c on c.id = page.customer_id
        cross join lateral (
          select bool_or(twin.created_by is distinct from 'criteria') as is_manual from customer_group_customer twin
          where twin.customer_id = page.customer_id and twin.customer_group_id || '' = ${groupId}
        ) pair
        order by page.created_at, page.customer_id`,
    )
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
              select 1 from customer_group_customer m where m.customer_id = c.id and m.customer_group_id || '' = ${groupId}
            ) as is_member
          from customer c where ${matching}
          ${orderBy(byCustomer, params.order, sql`c.id`)} limit ${params.limit} offset ${params.offset}`,
      ),
      rowOf<{ count: number }>(context, sql`select count(*)::int as count from customer c where ${matching}`),
    ])
    return { customers, count }
  }
}

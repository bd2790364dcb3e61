import type { Context } from "@medusajs/framework/types"
import type { AdminGroupDetails, AdminGroupOverview, AdminGroupOverviewListParams } from "../../../types"
import { memberCounts } from "../sql/counts"
import { containsText, listed, orderBy, withinDates } from "../sql/filters"
import { rowOf, rowsOf } from "../sql/run"
import { allOf, sql } from "../sql/sql"
import { usageCounts } from "../sql/usage"

const GROWTH_DAYS = 30

/** Living groups with all that a list shows. Every figure comes from counts that are kept, none from the members. */
const overview = sql`
  select g.id, g.name, coalesce(counts.kind, 'manual') as kind,
    coalesce(counts.manual + counts.criteria, 0) as member_count,
    coalesce(growth.joined, 0)::int + coalesce(counts.joined, 0) as joined_30_days,
    coalesce(growth."left", 0)::int + coalesce(counts."left", 0) as left_30_days,
    coalesce(usage.usage_count, 0)::int as usage_count,
    g.created_at, g.updated_at
  from customer_group g
  left join (${memberCounts}) counts on counts.group_id = g.id
  left join (
    select group_id, sum(joined) as joined, sum("left") as "left" from customer_group_hourly_change
    where hour > now() - make_interval(days => ${GROWTH_DAYS}) group by group_id
  ) growth on growth.group_id = g.id
  left join (${usageCounts}) usage on usage.group_id = g.id
  where g.deleted_at is null`

const columns = {
  name: { by: sql`lower(name)` },
  kind: { by: sql`kind` },
  member_count: { by: sql`member_count` },
  growth_30_days: { by: sql`joined_30_days - left_30_days` },
  usage_count: { by: sql`usage_count` },
  created_at: { by: sql`created_at` },
  updated_at: { by: sql`updated_at` },
}

/** What `order` of the overview can name. */
export type OverviewColumn = keyof typeof columns

const matching = (params: AdminGroupOverviewListParams) =>
  allOf([
    ...(params.q ? [containsText(sql`name`, params.q)] : []),
    ...(params.id === undefined ? [] : [sql`id = any(${listed(params.id)}::text[])`]),
    ...(params.kind === undefined ? [] : [sql`kind = any(${listed(params.kind)}::text[])`]),
    ...(params.has_customers === undefined ? [] : [sql`(member_count > 0) = ${params.has_customers}`]),
    ...(params.is_used === undefined ? [] : [sql`(usage_count > 0) = ${params.is_used}`]),
    ...(params.created_at ? [withinDates(sql`created_at`, params.created_at)] : []),
    ...(params.updated_at ? [withinDates(sql`updated_at`, params.updated_at)] : []),
  ])

/** Groups as lists and pages show them. */
export class OverviewRepository {
  /** A page of groups, and how many there are in all. */
  async list(
    params: AdminGroupOverviewListParams & { order: string; limit: number; offset: number },
    context: Context,
  ): Promise<{ groups: AdminGroupOverview[]; count: number }> {
    const found = await rowsOf<AdminGroupOverview & { total: number }>(
      context,
      sql`select *, count(*) over ()::int as total from (${overview}) g where ${matching(params)}
        ${orderBy(columns, params.order, sql`id`)} limit ${params.limit} offset ${params.offset}`,
    )
    const groups = found.map(({ total: _total, ...group }) => group)
    if (groups.length || params.offset === 0) return { groups, count: found[0]?.total ?? 0 }
    const { count } = await rowOf<{ count: number }>(
      context,
      sql`select count(*)::int as count from (${overview}) g where ${matching(params)}`,
    )
    return { groups, count }
  }

  /** One group with its metadata and who made it; undefined if there is none, or it is deleted. */
  async retrieve(id: string, context: Context): Promise<AdminGroupDetails | undefined> {
    const [group] = await rowsOf<AdminGroupDetails>(
      context,
      sql`select o.*, g.metadata, g.created_by,
          coalesce(nullif(concat_ws(' ', u.first_name, u.last_name), ''), u.email) as created_by_name
        from (${overview} and g.id = ${id}) o
        join customer_group g on g.id = o.id
        left join "user" u on u.id = g.created_by and u.deleted_at is null`,
    )
    return group
  }

  /** How many living customers are in at least one of the groups, each counted once; and the groups that exist. */
  async reach(
    groupIds: string[],
    context: Context,
  ): Promise<{ customer_count: number; customer_groups: { id: string; name: string; member_count: number }[] }> {
    const groups = await rowsOf<{ id: string; name: string; member_count: number }>(
      context,
      sql`select g.id, g.name, coalesce(counts.manual + counts.criteria, 0) as member_count
        from customer_group g left join (${memberCounts}) counts on counts.group_id = g.id
        where g.id = any(${groupIds}::text[]) and g.deleted_at is null order by lower(g.name), g.id`,
    )
    if (groups.length <= 1) return { customer_count: groups[0]?.member_count ?? 0, customer_groups: groups }
    const { count } = await rowOf<{ count: number }>(
      context,
      sql`select count(*)::int as count from (
          select distinct customer_id from customer_group_customer
          where customer_group_id = any(${groups.map((group) => group.id)}::text[])
        ) member join customer c on c.id = member.customer_id and c.deleted_at is null`,
    )
    return { customer_count: count, customer_groups: groups }
  }
}

import type { Context } from "@medusajs/framework/types"
import type { AdminGroupDetails, AdminGroupFigures, AdminGroupOverviewListParams } from "../../../types"
import { memberCounts } from "../sql/counts"
import { containsText, listed, orderBy, withinDates } from "../sql/filters"
import { rowOf, rowsOf } from "../sql/run"
import { allOf, sql } from "../sql/sql"
import { usageCounts } from "../sql/usage"

const GROWTH_DAYS = 30

/**
 * How it is with the criteria of a group: the most urgent first. Facts that are being counted come before a failure,
 * which may be the one of having asked for them.
 *
 * @param waiting groups whose criteria read facts that are not there yet
 */
const criteriaStatus = (waiting: readonly string[]) => sql`case
  when criteria.group_id is null then 'none'
  when criteria.status = 'paused' then 'paused'
  when unfinished.is_held then 'held'
  when unfinished.is_running then 'running'
  when g.id = any(${waiting}::text[]) then 'statistics_building'
  when criteria.error is not null then 'failed'
  else 'active' end`

/** What is under way or waits for a person, by group; few rows, from an index of their own. */
const unfinishedOperations = sql`
  select group_id, bool_or(status = 'held') as is_held, bool_or(status = 'running') as is_running
  from customer_group_operation where status in ('running', 'held') and deleted_at is null and type = 'evaluate'
  group by group_id`

/**
 * Living groups with all that a list shows. Every figure comes from counts that are kept, none from the members.
 *
 * @param waiting see `criteriaStatus`
 */
const overview = (waiting: readonly string[]) => sql`
  select g.id, g.name, coalesce(counts.kind, 'manual') as kind,
    coalesce(counts.manual + counts.criteria, 0) as member_count,
    coalesce(growth.joined, 0)::int + coalesce(counts.joined, 0) as joined_30_days,
    coalesce(growth."left", 0)::int + coalesce(counts."left", 0) as left_30_days,
    coalesce(usage.usage_count, 0)::int as usage_count,
    ${criteriaStatus(waiting)} as criteria_status,
    g.created_at, g.updated_at
  from customer_group g
  left join (${memberCounts}) counts on counts.group_id = g.id
  left join (
    select group_id, sum(joined) as joined, sum("left") as "left" from customer_group_hourly_change
    where hour > now() - make_interval(days => ${GROWTH_DAYS}) group by group_id
  ) growth on growth.group_id = g.id
  left join (${usageCounts}) usage on usage.group_id = g.id
  left join customer_group_criteria criteria on criteria.group_id = g.id and criteria.deleted_at is null
  left join (${unfinishedOperations}) unfinished on unfinished.group_id = g.id
  where g.deleted_at is null`

const columns = {
  name: { by: sql`lower(name)` },
  kind: { by: sql`kind` },
  member_count: { by: sql`member_count` },
  growth_30_days: { by: sql`joined_30_days - left_30_days` },
  usage_count: { by: sql`usage_count` },
  criteria_status: { by: sql`criteria_status` },
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
    ...(params.criteria_status === undefined
      ? []
      : [sql`criteria_status = any(${listed(params.criteria_status)}::text[])`]),
    ...(params.has_customers === undefined ? [] : [sql`(member_count > 0) = ${params.has_customers}`]),
    ...(params.is_used === undefined ? [] : [sql`(usage_count > 0) = ${params.is_used}`]),
    ...(params.created_at ? [withinDates(sql`created_at`, params.created_at)] : []),
    ...(params.updated_at ? [withinDates(sql`updated_at`, params.updated_at)] : []),
  ])

/** Groups as lists and pages show them. */
export class OverviewRepository {
  /** A page of groups, and how many there are in all. `waiting`: groups whose criteria read facts not there yet. */
  async list(
    params: AdminGroupOverviewListParams & { order: string; limit: number; offset: number },
    waiting: readonly string[],
    context: Context,
  ): Promise<{ groups: AdminGroupFigures[]; count: number }> {
    const found = await rowsOf<AdminGroupFigures & { total: number }>(
      context,
      sql`select *, count(*) over ()::int as total from (${overview(waiting)}) g where ${matching(params)}
        ${orderBy(columns, params.order, sql`id`)} limit ${params.limit} offset ${params.offset}`,
    )
    const groups = found.map(({ total: _total, ...group }) => group)
    if (groups.length || params.offset === 0) return { groups, count: found[0]?.total ?? 0 }
    const { count } = await rowOf<{ count: number }>(
      context,
      sql`select count(*)::int as count from (${overview(waiting)}) g where ${matching(params)}`,
    )
    return { groups, count }
  }

  /** One group with its metadata and who made it; undefined if there is none, or it is deleted. */
  async retrieve(id: string, waiting: readonly string[], context: Context): Promise<AdminGroupDetails | undefined> {
    const [group] = await rowsOf<AdminGroupDetails>(
      context,
      sql`select o.*, g.metadata, g.created_by,
          coalesce(nullif(concat_ws(' ', u.first_name, u.last_name), ''), u.email) as created_by_name
        from (${overview(waiting)} and g.id = ${id}) o
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

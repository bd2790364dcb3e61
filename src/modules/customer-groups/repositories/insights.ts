import type { Context } from "@medusajs/framework/types"
import type { AdminGroupCountries, AdminGroupCurrency, AdminGroupOrders, AdminGroupOverlap } from "../../../types"
import { Clock, todayIn } from "../criteria/dates"
import type { Environment } from "../criteria"
import type { Period } from "../insights/period"
import type { KnownSize, Moved } from "../insights/size-by-day"
import { memberCounts } from "../sql/counts"
import { isLiving, memberIds, movesByDay } from "../sql/insights"
import { rowsOf } from "../sql/run"
import { sql, type Sql } from "../sql/sql"

const SHOWN_COUNTRIES = 10
const SHOWN_GROUPS = 5

/** A day as text: a `date` would come as a moment in the process's own time zone. */
const asText = (day: Sql): Sql => sql`to_char(${day}, 'YYYY-MM-DD')`

/** How many customers rows are of. Not `count(distinct …)`, which sorts them. */
const countOf = (rows: Sql): Sql =>
  sql`select count(*)::int from (select customer_id from ${rows} group by customer_id) customer`

/** Figures about the members of a group. Each reads its rows once; nothing is written. */
export class InsightsRepository {
  /** What is known of a group's size from the beginning of a day until now. */
  async retrieveSize(
    groupId: string,
    from: string,
    environment: Environment,
    context: Context,
  ): Promise<Omit<KnownSize, "member_count">> {
    const clock = new Clock(environment)
    const begin = clock.startOf(sql`${from}::date`)
    const [state] = await rowsOf<{ baseline_at: Date; baseline_day: string; since: string; is_within: boolean }>(
      context,
      sql`select baseline_at, ${asText(clock.dayOf(sql`baseline_at`))} as baseline_day,
          greatest(baseline_at, ${begin})::text as since, baseline_at > ${begin} as is_within
        from customer_group_state where id = ${groupId}`,
    )
    // Nobody has looked at the group yet: as if its log began now.
    if (!state)
      return { baseline_at: environment.now, baseline_day: todayIn(environment), moved: [], joined_before: [] }

    const { baseline_at, baseline_day, since, is_within } = state
    const moved = await rowsOf<Moved>(
      context,
      sql`select ${asText(sql`day`)} as day, sum(joined)::int as joined, sum("left")::int as "left"
        from (${movesByDay(groupId, sql`${since}::timestamptz`, clock)}) moved group by moved.day`,
    )
    const joined_before = is_within ? await this.listJoined(groupId, { begin, end: since }, clock, context) : []
    return { baseline_at, baseline_day, moved, joined_before }
  }

  /** Members of today by the day on which they joined, of those who did in a stretch of time. */
  private listJoined(groupId: string, { begin, end }: { begin: Sql; end: string }, clock: Clock, context: Context) {
    return rowsOf<{ day: string; joined: number }>(
      context,
      sql`select ${asText(clock.dayOf(sql`joined_at`))} as day, count(*)::int as joined
        from (
          select customer_id, min(created_at) as joined_at from customer_group_customer m
          where customer_group_id = ${groupId} and ${isLiving(sql`m.customer_id`)} group by customer_id
        ) member
        where joined_at >= ${begin} and joined_at < ${end}::timestamptz group by 1`,
    )
  }

  /** What members ordered in a period, by currency. */
  async retrieveOrders(
    groupId: string,
    period: Period,
    environment: Environment,
    context: Context,
  ): Promise<Omit<AdminGroupOrders, "status" | "member_count">> {
    const clock = new Clock(environment)
    const rows = await rowsOf<AdminGroupCurrency & { buyers: number }>(
      context,
      sql`with buyer as materialized (
          select fact.customer_id, fact.currency_code, count(*) as orders, sum(fact.total) as spent
          from customer_order_fact fact
          where fact.placed_at >= ${clock.startOf(sql`${period.from}::date`)}
            and fact.placed_at < ${clock.startOf(sql`${period.to}::date + 1`)}
            and fact.customer_id in (${memberIds(groupId)})
          group by fact.customer_id, fact.currency_code
        )
        select currency_code, sum(orders)::int as order_count, sum(spent)::float8 as revenue,
          count(*)::int as customer_count, (${countOf(sql`buyer`)}) as buyers
        from buyer group by currency_code order by order_count desc, currency_code`,
    )
    const currencies = rows.map(({ buyers: _buyers, ...currency }) => currency)
    return {
      order_count: currencies.reduce((sum, { order_count }) => sum + order_count, 0),
      customer_count: rows[0]?.buyers ?? 0,
      currencies,
    }
  }

  /** Countries of the members' addresses, the most members first. */
  async retrieveCountries(
    groupId: string,
    context: Context,
  ): Promise<Omit<AdminGroupCountries, "status" | "member_count">> {
    // As criteria read it, and an index has it.
    const country = sql`lower(nullif(a.country_code, ''))`
    const rows = await rowsOf<AdminGroupCountries["countries"][number] & { residents: number; country_count: number }>(
      context,
      sql`with resident as materialized (
          select distinct ${country} as country_code, a.customer_id from customer_address a
          where a.deleted_at is null and ${country} is not null and a.customer_id in (${memberIds(groupId)})
        )
        select country_code, count(*)::int as customer_count, count(*) over ()::int as country_count,
          (${countOf(sql`resident`)}) as residents
        from resident group by country_code order by customer_count desc, country_code limit ${SHOWN_COUNTRIES}`,
    )
    return {
      customer_count: rows[0]?.residents ?? 0,
      country_count: rows[0]?.country_count ?? 0,
      countries: rows.map(({ country_code, customer_count }) => ({ country_code, customer_count })),
    }
  }

  /**
   * Other groups with how many members they share with this one, the most first.
   *
   * @param groupIds which; those that share the most, if undefined
   */
  async listOverlaps(
    groupId: string,
    groupIds: readonly string[] | undefined,
    context: Context,
  ): Promise<AdminGroupOverlap[]> {
    const wanted = groupIds
      ? sql`other.customer_group_id = any(${groupIds}::text[])`
      : sql`other.customer_group_id <> ${groupId}`
    const shown = groupIds ? sql`g.id = any(${groupIds}::text[])` : sql`shared.customers > 0`
    return rowsOf<AdminGroupOverlap>(
      context,
      sql`with shared as materialized (
          select group_id, count(*)::int as customers from (
            select distinct other.customer_group_id as group_id, other.customer_id from customer_group_customer other
            where ${wanted} and other.customer_id in (${memberIds(groupId)})
          ) pair group by group_id
        )
        select g.id, g.name, coalesce(counts.manual + counts.criteria, 0)::int as member_count,
          coalesce(shared.customers, 0) as shared_count
        from customer_group g
        left join shared on shared.group_id = g.id
        left join (${memberCounts}) counts on counts.group_id = g.id
        where g.deleted_at is null and ${shown}
        order by shared_count desc, lower(g.name), g.id limit ${groupIds?.length ?? SHOWN_GROUPS}`,
    )
  }
}

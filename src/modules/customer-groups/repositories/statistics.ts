import type { Context } from "@medusajs/framework/types"
import type { StatisticsState } from "../../../types"
import { differencesOf } from "../statistics/differences"
import { ordersThatCount } from "../statistics/facts"
import { type FactTables, live } from "../statistics/names"
import {
  allOfCustomers,
  onlyOrders,
  ownersOfOrders,
  previousOwners,
  refreshFacts,
  refreshStatistics,
} from "../statistics/refresh"
import { withoutNestedLoops } from "../statistics/settings"
import { rowOf, rowsOf } from "../sql/run"
import { sql, type Sql } from "../sql/sql"

/** Keys of customers whose facts a transaction is refreshing. */
const refreshing = sql`customer_statistics_refresh`

/** What customers have ordered, kept ready for criteria to read. */
export class StatisticsRepository {
  /** Whether the facts may be read, as of when, and how far a rebuild is. */
  async retrieveState(context: Context): Promise<StatisticsState> {
    return rowOf<StatisticsState>(
      context,
      sql`select status, as_of, started_at, finished_at, steps_done, steps_total,
          started_at is not null and finished_at is null as is_rebuilding
        from customer_statistics_state`,
    )
  }

  /** Facts that have never been read from the shop's orders must not be taken for those of a shop without any. */
  async noteUncounted(context: Context): Promise<void> {
    await rowsOf(
      context,
      sql`update customer_statistics_state set status = 'building', as_of = null
        where status = 'ready' and finished_at is null and not exists (select 1 from ${live.orders})
          and exists (select 1 from (${ordersThatCount()}) counted)`,
    )
  }

  /**
   * Brings facts and statistics of these customers up to Medusa's tables, and those of whoever the orders were on record
   * for before. A rebuild that runs meanwhile takes them up before it ends.
   */
  async refresh(customerIds: string[], context: Context, tables: FactTables = live): Promise<void> {
    if (!customerIds.length) return
    const all = await this.lockAll(customerIds, previousOwners(tables, sql`${customerIds}::text[]`), context)
    if (tables === live) await this.tellRebuild(all, context)
    const ids = sql`${all}::text[]`
    await withoutNestedLoops(context, async () => {
      await rowsOf(context, refreshFacts(tables, allOfCustomers(ids)))
      await rowsOf(context, refreshStatistics(tables, ids))
    })
  }

  /**
   * The same for single orders that have changed: the others of their customers, who may have thousands, are not read
   * again.
   *
   * @param customerIds whose they are, as far as the caller knows
   */
  async refreshOrders(orderIds: string[], customerIds: string[], context: Context): Promise<void> {
    if (!orderIds.length) return
    const orders = sql`${orderIds}::text[]`
    const all = await this.lockAll(customerIds, ownersOfOrders(live, orders, sql`${customerIds}::text[]`), context)
    await this.tellRebuild(all, context)
    await withoutNestedLoops(context, async () => {
      await rowsOf(context, refreshFacts(live, onlyOrders(orders)))
      await rowsOf(context, refreshStatistics(live, sql`${all}::text[]`))
    })
  }

  /** Locks customers, and others who are found once these are locked. Answers all of them. */
  private async lockAll(customerIds: string[], others: Sql, context: Context): Promise<string[]> {
    await this.lock(customerIds, context)
    const further = (await rowsOf<{ customer_id: string }>(context, others)).map(({ customer_id }) => customer_id)
    if (!further.length) return customerIds
    const all = [...customerIds, ...further]
    await this.lock(all, context)
    return all
  }

  /** Two who read at different times must not write in the other order: the later one waits for the earlier one's end. */
  private async lock(customerIds: string[], context: Context): Promise<void> {
    const ids = sql`${customerIds}::text[]`
    await rowsOf(
      context,
      sql`insert into ${refreshing} (customer_id) select distinct id from unnest(${ids}) given (id) order by id`,
    )
    await rowsOf(context, sql`delete from ${refreshing} where customer_id = any(${ids})`)
  }

  private async tellRebuild(customerIds: string[], context: Context): Promise<void> {
    await rowsOf(
      context,
      sql`insert into customer_statistics_changed (customer_id) select unnest(${customerIds}::text[])
        where exists (select 1 from customer_statistics_state where started_at is not null and finished_at is null)`,
    )
  }

  /** Those of the customers whose facts are not what Medusa's tables say. */
  async listDifferences(customerIds: string[], context: Context): Promise<string[]> {
    const among = (column: Sql) => sql`${column} = any(${customerIds}::text[])`
    const rows = await withoutNestedLoops(context, () => rowsOf<{ customer_id: string }>(context, differencesOf(among)))
    return rows.map(({ customer_id }) => customer_id)
  }
}

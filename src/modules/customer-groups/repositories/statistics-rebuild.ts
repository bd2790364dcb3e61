import type { Context } from "@medusajs/framework/types"
import {
  inRange,
  linesOf,
  onePerItem,
  orderFactsOf,
  ordersThatCount,
  purchaseFactsOf,
  shippingOf,
  statisticsOf,
} from "../statistics/facts"
import type { LaneResult } from "../statistics/lanes"
import { CHECK_LOCK } from "../statistics/locks"
import { definition, live, shadow } from "../statistics/names"
import { boundsOf } from "../statistics/sample"
import { forBatches } from "../statistics/settings"
import { indexStatement, planSteps, type StatisticsStep } from "../statistics/steps"
import { CREATE_SHADOWS, DROP_SHADOWS, FACT_TABLES, SHADOW, swapTable } from "../statistics/tables"
import { rowOf, rowsOf } from "../sql/run"
import { sql, type Sql } from "../sql/sql"
import { inSavepoint } from "../sql/savepoint"
import { tryLock } from "../sql/try-lock"
import { StatisticsRepository } from "./statistics"

/** Customers that are refreshed at once when a rebuild takes up who changed meanwhile. */
const TAKEN_AT_ONCE = 2_000

/** How much older than the rebuild a change may claim to be: clocks differ, and transactions commit late. */
const MARGIN = "10 minutes"

/**
 * Fills all facts anew, beside those that are read. Every step is a transaction of its own and notes in it that it is
 * done; so a rebuild goes on where it was, whoever ended it.
 */
export class StatisticsRebuildRepository {
  private readonly statistics = new StatisticsRepository()

  /** Plans a rebuild, unless one is under way that can go on. */
  async begin(rowsPerBatch: number, context: Context): Promise<void> {
    await rowOf(context, sql`select pg_advisory_xact_lock(hashtextextended('customer_groups:statistics:begin', 0))`)
    if (await this.canGoOn(context)) return

    const bounds = async (table: Sql, name: string) =>
      (await rowOf<{ bounds: string[] }>(context, boundsOf(table, name, sql`id`, rowsPerBatch))).bounds
    const steps = planSteps({
      items: await bounds(sql`order_line_item`, "order_line_item"),
      shipping: await bounds(sql`order_shipping_method`, "order_shipping_method"),
      orders: await bounds(sql`"order"`, '"order"'),
    })
    await rowsOf(context, definition(CREATE_SHADOWS))
    await rowsOf(context, sql`delete from customer_statistics_changed`)
    await rowsOf(context, sql`delete from customer_statistics_step`)
    await rowsOf(
      context,
      sql`insert into customer_statistics_step (id, phase, kind, target, lower_id, upper_id)
        select id, phase, kind, target, lower_id, upper_id
        from jsonb_to_recordset(${JSON.stringify(steps)}::jsonb)
          as step (id int, phase int, kind text, target text, lower_id text, upper_id text)`,
    )
    await rowsOf(
      context,
      sql`update customer_statistics_state set started_at = clock_timestamp(), finished_at = null, steps_done = 0,
        steps_total = ${steps.length}`,
    )
  }

  private async canGoOn(context: Context): Promise<boolean> {
    const { is_under_way } = await rowOf<{ is_under_way: boolean }>(
      context,
      sql`select started_at is not null and finished_at is null and to_regclass('customer_statistics_part') is not null
          as is_under_way
        from customer_statistics_state`,
    )
    if (!is_under_way) return false
    const { is_whole } = await rowOf<{ is_whole: boolean }>(
      context,
      sql`select exists (select 1 from customer_statistics_part where order_id = '')
          or exists (select 1 from customer_statistics_step where kind = 'orders' having bool_and(done_at is not null))
          as is_whole`,
    )
    return is_whole
  }

  /**
   * Does one step on a lane. A lane is one connection at a time, over all processes.
   *
   * @param outside a context without a transaction, for what PostgreSQL does not do in one
   */
  async runStep(lane: number, outside: Context, context: Context): Promise<LaneResult> {
    const itsLock = sql`hashtextextended('customer_groups:statistics:lane:' || ${lane}::int, 0)`
    if (!(await tryLock(itsLock, context))) return "busy"
    const [step] = await rowsOf<StatisticsStep>(
      context,
      sql`select * from customer_statistics_step
        where done_at is null and phase = (select min(phase) from customer_statistics_step where done_at is null)
        order by id limit 1 for update skip locked`,
    )
    if (!step) {
      const { is_left } = await rowOf<{ is_left: boolean }>(
        context,
        sql`select exists (select 1 from customer_statistics_step where done_at is null) as is_left`,
      )
      return is_left ? "busy" : "finished"
    }
    if (step.kind === "swap" && !(await this.maySwap(context))) return "busy"
    await this.prepare(step, context)
    await this.run(step, outside, context)
    await rowsOf(context, sql`update customer_statistics_step set done_at = clock_timestamp() where id = ${step.id}`)
    await rowsOf(context, sql`update customer_statistics_state set steps_done = steps_done + 1`)
    return "done"
  }

  /** A check that reads the facts goes first: whoever waits for it in the line for a table keeps all readers waiting. */
  private maySwap(context: Context): Promise<boolean> {
    return tryLock(CHECK_LOCK, context)
  }

  /** A batch is lost with the server, not with the shop. */
  private async prepare({ kind }: StatisticsStep, context: Context): Promise<void> {
    await forBatches(context, {
      synchronous_commit: kind === "swap" ? "on" : "off",
      work_mem: kind === "statistics" ? "256MB" : "128MB",
      maintenance_work_mem: "512MB",
      lock_timeout: kind === "swap" ? "1s" : "0",
    })
  }

  private run(step: StatisticsStep, outside: Context, context: Context): Promise<unknown> {
    const range = inRange(step.lower_id, step.upper_id)
    switch (step.kind) {
      case "lines":
        return rowsOf(
          context,
          sql`with line as materialized (${linesOf(ordersThatCount(), range(sql`item_id`), range)}),
            purchase as (
              insert into ${shadow.purchases} (item_id, order_id, customer_id, placed_at, product_id, variant_id,
                currency_code, quantity, returned_quantity, total)
              ${purchaseFactsOf(sql`select * from line`)}
            )
            insert into customer_statistics_part (order_id, total) select order_id, sum(total) from line group by order_id`,
        )
      case "shipping":
        return rowsOf(
          context,
          sql`insert into customer_statistics_part (order_id, total)
            ${shippingOf(ordersThatCount(), range(sql`shipping_method_id`), range)}`,
        )
      case "parts":
        return rowsOf(
          context,
          definition(`create index customer_statistics_part_order_id on customer_statistics_part
            using brin (order_id) with (pages_per_range = 32); analyze customer_statistics_part`),
        )
      case "orders":
        return rowsOf(
          context,
          sql`insert into ${shadow.orders} (order_id, customer_id, placed_at, currency_code, total, paid, region_id,
              sales_channel_id, status)
            ${orderFactsOf(ordersThatCount(range), sql`select order_id, total from customer_statistics_part where ${range(sql`order_id`)}`, range)}`,
        )
      case "statistics":
        return rowsOf(
          context,
          sql`insert into ${shadow.statistics} (customer_id, currency_code, order_count, spent, paid, largest,
              largest_paid, first_order_at, last_order_at)
            ${statisticsOf(sql`select * from ${shadow.orders}`)}`,
        )
      case "index":
        return this.index(step.target!, context)
      case "vacuum":
        // Indexes answer without the table only when it has been vacuumed.
        return rowsOf(outside, definition(`vacuum (analyze) ${step.target}${SHADOW}`))
      case "take_up":
        return this.takeUp(context)
      case "swap":
        return this.swap(context)
    }
  }

  /** Two rows of a line, which nothing in Medusa's tables forbids, are found here only: looking for them costs more. */
  private async index(target: string, context: Context): Promise<void> {
    const statement = definition(indexStatement(target))
    if (target !== "customer_purchase_fact.pkey") return void (await rowsOf(context, statement))
    try {
      await inSavepoint(context, () => rowsOf(context, statement))
    } catch (error) {
      if ((error as { code?: string }).code !== "23505") throw error
      await this.joinTwins(context)
      await rowsOf(context, statement)
    }
  }

  private async joinTwins(context: Context): Promise<void> {
    await rowsOf(
      context,
      sql`with twin as (
          delete from ${shadow.purchases} where item_id = any(array(
            select item_id from ${shadow.purchases} group by item_id having count(*) > 1))
          returning *
        )
        insert into ${shadow.purchases} (item_id, order_id, customer_id, placed_at, product_id, variant_id,
          currency_code, quantity, returned_quantity, total)
        ${onePerItem(sql`select * from twin`)}`,
    )
  }

  /** Brings the shadows up to what changed since the rebuild began. */
  private async takeUp(context: Context): Promise<void> {
    await this.noteChanged(context)
    await this.noteGone(context)
    await this.refreshChanged(context)
  }

  /**
   * Customers whose orders changed since the rebuild began, as far as Medusa's own dates tell. Those that were refreshed
   * meanwhile are noted already.
   */
  private async noteChanged(context: Context): Promise<void> {
    const since = sql`(select started_at - ${MARGIN}::interval from customer_statistics_state)`
    const changed = sql`select id from "order" where updated_at >= ${since}
      union select order_id from order_transaction where updated_at >= ${since}
      union select order_id from order_credit_line where updated_at >= ${since}`
    await rowsOf(
      context,
      sql`with changed as materialized (${changed})
        insert into customer_statistics_changed (customer_id)
        select customer_id from "order" where id = any(array(select id from changed)) and customer_id is not null
        union select customer_id from ${shadow.orders} where order_id = any(array(select id from changed))`,
    )
  }

  /** Customers of orders who do not exist any more: there must be no facts of them. */
  private async noteGone(context: Context): Promise<void> {
    await rowsOf(
      context,
      sql`insert into customer_statistics_changed (customer_id)
        select distinct customer_id from ${shadow.orders} fact
        where not exists (select 1 from customer where id = fact.customer_id)`,
    )
  }

  private async refreshChanged(context: Context): Promise<void> {
    for (;;) {
      const taken = await rowsOf<{ customer_id: string }>(
        context,
        sql`with taken as (
            delete from customer_statistics_changed
            where ctid = any(array(select ctid from customer_statistics_changed limit ${TAKEN_AT_ONCE}))
            returning customer_id
          )
          select distinct customer_id from taken`,
      )
      if (!taken.length) return
      await this.statistics.refresh(
        taken.map(({ customer_id }) => customer_id),
        context,
        shadow,
      )
    }
  }

  /** Puts the shadows in the tables' places, with everything that was refreshed until this moment. */
  private async swap(context: Context): Promise<void> {
    await this.noteChanged(context)
    await this.refreshChanged(context)
    // Nobody reads or refreshes from here on; what a refresh has committed meanwhile is noted.
    await rowsOf(
      context,
      sql`lock table ${live.orders}, ${live.purchases}, ${live.statistics} in access exclusive mode`,
    )
    await this.refreshChanged(context)
    for (const table of FACT_TABLES) for (const text of swapTable(table)) await rowsOf(context, definition(text))
    await rowsOf(context, definition(DROP_SHADOWS))
    await rowsOf(
      context,
      sql`update customer_statistics_state
        set status = 'ready', as_of = clock_timestamp(), finished_at = clock_timestamp()`,
    )
  }
}

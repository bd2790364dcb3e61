import type { Context } from "@medusajs/framework/types"
import {
  addShipping,
  CHECK_STATISTICS,
  checkLines,
  checkOrders,
  CREATE_CHECK_TABLES,
  PARTS_COMPLETE,
  suspects,
} from "../statistics/drift"
import { type Among, inRange } from "../statistics/facts"
import { CHECK_LOCK } from "../statistics/locks"
import { boundsOf } from "../statistics/sample"
import { forBatches } from "../statistics/settings"
import { rowOf, rowsOf } from "../sql/run"
import { sql, type Sql } from "../sql/sql"

/** Customers whose facts may not be what Medusa's tables say: how many, and the first of them. */
export interface Suspects {
  count: number
  customer_ids: string[]
}

/** Compares the facts of all customers with Medusa's tables. */
export class StatisticsCheckRepository {
  /**
   * Works all facts out anew, batch by batch, and looks whose differ. Changes nothing. The caller's transaction should see
   * one moment throughout (repeatable read), or an order that is changed meanwhile differs.
   *
   * @param limit most ids that are answered
   */
  async listSuspects(rowsPerBatch: number, limit: number, context: Context): Promise<Suspects> {
    // A rebuild must not put other tables in the place of those that are read: it would keep all readers waiting.
    await rowsOf(context, sql`select pg_advisory_xact_lock(${CHECK_LOCK})`)
    await forBatches(context, { work_mem: "128MB" })
    const each = async (table: Sql, tableName: string, check: (range: Among) => Sql) => {
      const { bounds } = await rowOf<{ bounds: string[] }>(context, boundsOf(table, tableName, sql`id`, rowsPerBatch))
      for (const [index, lower] of [null, ...bounds].entries())
        await rowsOf(context, check(inRange(lower, bounds[index] ?? null)))
    }

    for (const statement of CREATE_CHECK_TABLES) await rowsOf(context, statement)
    await each(sql`order_line_item`, "order_line_item", checkLines)
    await each(sql`order_shipping_method`, "order_shipping_method", addShipping)
    for (const statement of PARTS_COMPLETE) await rowsOf(context, statement)
    await each(sql`"order"`, '"order"', checkOrders)
    await forBatches(context, { work_mem: "256MB" })
    await rowsOf(context, CHECK_STATISTICS)
    return rowOf<Suspects>(context, suspects(limit))
  }
}

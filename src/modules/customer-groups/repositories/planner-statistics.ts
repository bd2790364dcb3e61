import type { Context } from "@medusajs/framework/types"
import { rowsOf } from "../sql/run"
import { name, sql } from "../sql/sql"

/** What large changes read and write. Facts of orders are not among them: what builds them analyses them. */
const TABLES = [
  "customer",
  "customer_address",
  "customer_group_customer",
  "customer_group_membership_change",
  "customer_group_exclusion",
  "customer_group_import_row",
]

/** A table that somebody has for themselves, or waits for to have, would be waited for to learn its size. */
const isTaken = sql`exists (
  select from pg_locks where relation = pg_class.oid and mode = 'AccessExclusiveLock'
    and database = (select oid from pg_database where datname = current_database()))`

/** Pages of 8 kB. Whatever plan a smaller table gets, it is read in no time. */
const SMALL_TABLE = 100

/**
 * What PostgreSQL's planner knows of the tables. Autovacuum looks at them once a minute, and it counts no rows of a
 * transaction that is still open: of a table that has just been filled the planner may believe for a minute that it is
 * empty, or that its values are those of the few rows before. Plans made on that take the square of the rows.
 */
export class PlannerStatisticsRepository {
  /**
   * Analyses the tables that have outgrown what is known of them: by half since PostgreSQL last looked, or with less than
   * a row to a page. Costs a look at six files where there are none, up to a second for each where there are. Not within
   * a transaction, which would keep others from doing the same until its end; whoever has a table for themselves is left
   * to it.
   */
  async refresh(context: Context): Promise<void> {
    const outgrown = await rowsOf<{ relname: string }>(
      context,
      sql`select relname from (
          select relname, relpages, reltuples,
            case when not ${isTaken} then pg_relation_size(oid) / current_setting('block_size')::int end as pages
          from pg_class where relname = any(${TABLES}::text[]) and relnamespace = current_schema()::regnamespace
        ) known
        where pages > ${SMALL_TABLE} and (pages > 1.5 * relpages or reltuples < relpages)`,
    )
    for (const { relname } of outgrown) await rowsOf(context, sql`analyze (skip_locked) ${name(relname)}`)
  }
}

import type { Context } from "@medusajs/framework/types"
import { SMALL_CHANGE } from "../log/record"
import { EVALUATION_SETTINGS } from "../sql/evaluation"
import { DUE, due, dueWith, lockCustomers } from "../sql/import-apply"
import { rowOf, rowsOf } from "../sql/run"
import { sql } from "../sql/sql"
import { fillTemporary } from "../sql/temporary"

/** What an import is to do, as selects for the repositories that do it. */
export class ImportApplicationRepository {
  /** Locks the customers of a small import against deletion, before the group: the order in which others take them. */
  async lockCustomers(importId: string, rows: number, context: Context): Promise<void> {
    if (rows <= SMALL_CHANGE) await rowsOf(context, lockCustomers(importId))
  }

  /** Fills the table of what is due. Answers how many customers there are, and whether some are to stay out. */
  async prepare(importId: string, context: Context): Promise<{ customers: number; excludes: boolean }> {
    await rowsOf(context, EVALUATION_SETTINGS)
    await fillTemporary(DUE, due(importId), context)
    // Exclusions look single customers up in it, whatever PostgreSQL believes of their number.
    await rowsOf(context, sql`create unique index on ${DUE} (customer_id)`)
    return rowOf(
      context,
      sql`select count(*)::int as customers,
          coalesce(bool_or(action = 'exclude' or reason is not null or until is not null), false) as excludes
        from ${DUE}`,
    )
  }

  /** Locks the membership rows of the few whom a small import takes out, before the group. */
  async lockRows(groupId: string, customers: number, context: Context): Promise<void> {
    if (customers > SMALL_CHANGE) return
    await rowsOf(
      context,
      sql`select 1 from customer_group_customer
        where customer_group_id = ${groupId} and customer_id in (${dueWith("remove", "exclude")}) order by id for update`,
    )
  }
}

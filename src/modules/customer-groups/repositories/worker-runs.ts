import type { Context } from "@medusajs/framework/types"
import { countOf, rowsOf } from "../sql/run"
import { sql } from "../sql/sql"

/** When somebody was last at one kind of work, in whichever process. */
export interface WorkerRun {
  name: string
  ran_at: string
  /** Of the last run, if it failed. */
  error: string | null
  /** Since when it fails. */
  failing_since: string | null
}

/** What is known of the work in the background, for monitoring. */
export class WorkerRunsRepository {
  /** Notes a run, and what went wrong with it. */
  async note(name: string, error: string | null, context: Context): Promise<void> {
    await countOf(
      context,
      sql`insert into customer_group_worker_run as run (name, ran_at, error, error_at)
        values (${name}, clock_timestamp(), ${error}::text, case when ${error === null} then null else clock_timestamp() end)
        on conflict (name) do update set ran_at = excluded.ran_at, error = excluded.error,
          error_at = case when ${error === null} then null else coalesce(run.error_at, excluded.error_at) end`,
    )
  }

  list(context: Context): Promise<WorkerRun[]> {
    return rowsOf<WorkerRun>(
      context,
      sql`select name, ran_at, error, error_at as failing_since from customer_group_worker_run order by name`,
    )
  }
}

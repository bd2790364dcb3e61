import type { Context } from "@medusajs/framework/types"
import type { AdminCriteriaPreviewCustomer } from "../../../types"
import type { Difference, EvaluationInput } from "../evaluation/types"
import { differenceOf, EVALUATION_SETTINGS, numbersOf, rowsOfGroup } from "../sql/evaluation"
import { rowOf, rowsOf } from "../sql/run"
import { sql, type Sql } from "../sql/sql"

/** A transaction by which its running statement can be cancelled from another connection. */
export interface RunningTransaction {
  pid: number
  /** To the microsecond: whoever has the connection afterwards must not be hit. */
  startedAt: string
}

export type SampledChange = Pick<AdminCriteriaPreviewCustomer, "change"> & { customer_id: string }

/** Works out what criteria would do, for somebody who is editing them. Changes nothing. */
export class PreviewsRepository {
  /** Prepares the caller's transaction for heavy statements. */
  async begin(timeoutMs: number, context: Context): Promise<RunningTransaction> {
    await rowsOf(context, EVALUATION_SETTINGS)
    return rowOf<RunningTransaction>(
      context,
      sql`select pg_backend_pid() as pid, now()::text as "startedAt",
        set_config('statement_timeout', ${String(timeoutMs)}, true)`,
    )
  }

  /** Cancels what a transaction is doing right now. Must run on another connection. */
  async cancel({ pid, startedAt }: RunningTransaction, context: Context): Promise<void> {
    await rowsOf(
      context,
      sql`select pg_cancel_backend(pid) from pg_stat_activity
        where pid = ${pid} and xact_start = ${startedAt}::timestamptz and state = 'active'`,
    )
  }

  /** All living customers of the shop. */
  async countCustomers(context: Context): Promise<number> {
    const { count } = await rowOf<{ count: number }>(
      context,
      sql`select count(*)::int as count from customer where deleted_at is null`,
    )
    return count
  }

  /** @param matching a select of the ids of living customers, each once */
  async count(matching: Sql, context: Context): Promise<number> {
    const { count } = await rowOf<{ count: number }>(
      context,
      sql`select count(*)::int as count from (${matching}) matching`,
    )
    return count
  }

  /** Of a group that is not there yet, where everybody who matches joins: how many, and the first of them. */
  async countAndSample(
    matching: Sql,
    size: number,
    context: Context,
  ): Promise<{ matching: number; sample: SampledChange[] }> {
    const found = await rowOf<{ matching: number; ids: string[] }>(
      context,
      sql`with matching as materialized (${matching})
        select (select count(*)::int from matching) as matching, array(${firstOf(sql`select id as customer_id from matching`, size)}) as ids`,
    )
    return { matching: found.matching, sample: found.ids.map((customer_id) => ({ customer_id, change: "joins" })) }
  }

  /**
   * What an evaluation would change, by the same difference, and some customers of each change (the same for the same
   * criteria and customers). In one statement: temporary tables, which an evaluation needs, take half as long again.
   */
  async findDifference(
    { matching, ...input }: EvaluationInput,
    size: number,
    context: Context,
  ): Promise<Difference & { sample: SampledChange[] }> {
    const compared = { matching: sql`matching`, rows: sql`member_row` }
    return rowOf<Difference & { sample: SampledChange[] }>(
      context,
      sql`with matching as materialized (select id as customer_id from (${matching}) matching),
        member_row as materialized (${rowsOfGroup(input.groupId)}),
        difference as materialized (${differenceOf(input, compared)})
        select numbers.*, array(${size ? sampleOf(size) : sql`select null::json limit 0`}) as sample
        from (${numbersOf(compared.matching, sql`difference`)}) numbers`,
    )
  }

  /** What is shown of customers, in the order of the changes. */
  async listCustomers(sample: readonly SampledChange[], context: Context): Promise<AdminCriteriaPreviewCustomer[]> {
    const ids = sample.map(({ customer_id }) => customer_id)
    const changes = sample.map(({ change }) => change)
    return rowsOf<AdminCriteriaPreviewCustomer>(
      context,
      sql`select c.id, c.email, c.first_name, c.last_name, c.has_account, given.change
        from unnest(${ids}::text[], ${changes}::text[]) with ordinality given (id, change, place)
        join customer c on c.id = given.id order by given.place`,
    )
  }
}

/** The first ids of a select. By bytes: in a language's order a million would take seconds. */
const firstOf = (customerIds: Sql, size: number): Sql =>
  sql`select customer_id from (${customerIds}) of_them order by customer_id collate "C" limit ${size}`

/** Some customers of each change, out of the relations `member_row` and `difference`: `{customer_id, change}`. */
const sampleOf = (size: number): Sql => {
  const moving = (isJoin: boolean) => firstOf(sql`select customer_id from difference where is_join = ${isJoin}`, size)
  // Sorted before anybody is looked up: only the first few are then asked whether they live. The index of customers is
  // in the database's own order.
  const staying = sql`
    select customer_id from (
      select distinct customer_id collate "C" as customer_id from member_row member
      where not exists (select 1 from difference gone where gone.customer_id = member.customer_id and not is_join)
      order by 1 offset 0
    ) sorted
    where (select deleted_at is null from customer where id = customer_id collate "default") limit ${size}`
  return sql`
    select json_build_object('customer_id', customer_id, 'change', change) from (
      select customer_id, change, place,
        row_number() over (partition by change order by customer_id collate "C") as turn
      from (
        select customer_id, 'joins' as change, 1 as place from (${moving(true)}) joining
        union all select customer_id, 'leaves', 2 from (${moving(false)}) leaving
        union all select customer_id, 'stays', 3 from (${staying}) staying
      ) changes
    ) ranked order by turn, place limit ${size}`
}

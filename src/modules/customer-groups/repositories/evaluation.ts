import type { Context } from "@medusajs/framework/types"
import type { Difference, EvaluationInput } from "../evaluation/types"
import {
  DIFFERENCE,
  EVALUATION_SETTINGS,
  excludedFrom,
  MATCHING,
  MEMBER_ROW,
  members,
  mustLeave,
  rowsOfGroup,
} from "../sql/evaluation"
import { writeMoves } from "../sql/write-moves"
import { rowOf, rowsOf } from "../sql/run"
import { nothing, sql, type Sql } from "../sql/sql"
import { forgetPlans } from "../sql/writer"

/**
 * Brings the members of a group in line with who matches. All methods run in one transaction of the caller's: first
 * `findDifference` without a lock, then, holding the group's lock, `apply`.
 */
export class EvaluationRepository {
  /** Works out who joins and who leaves, and keeps it in a temporary table for `apply`. Changes nothing. */
  async findDifference(
    { groupId, matching, customerIds, stay = {}, now }: EvaluationInput,
    context: Context,
  ): Promise<Difference> {
    const moment = sql`${now}::timestamptz`
    await rowsOf(context, EVALUATION_SETTINGS)
    await this.fill(MATCHING, sql`select id as customer_id from (${matching}) matching`, context)
    await this.readMembers(groupId, customerIds, context)

    const isExcluded = sql`in (${excludedFrom(groupId, moment)})`
    const isMatching = sql`exists (select 1 from ${MATCHING} matching where matching.customer_id = member.customer_id)`
    const stayOf = {
      joinedAt: sql`joined_at`,
      days: sql`${stay.days ?? null}::int`,
      isLeaving: stay.leaving ? sql`member.customer_id in (${stay.leaving})` : sql`true`,
    }
    await this.fill(
      DIFFERENCE,
      sql`
        select customer_id, true as is_join from ${MATCHING} matching
        where not exists (select 1 from ${MEMBER_ROW} member where member.customer_id = matching.customer_id)
          and not (customer_id ${isExcluded})
        union all
        select customer_id, false from (${members}) member
        where not by_hand and (${mustLeave(isMatching, stayOf, moment)} or member.customer_id ${isExcluded})
          and (select deleted_at is null from customer where id = member.customer_id)`,
      context,
    )
    return rowOf<Difference>(
      context,
      sql`select (select count(*) from ${MATCHING})::int as matching, count(*) filter (where is_join)::int as joins,
          count(*) filter (where not is_join)::int as leaves from ${DIFFERENCE}`,
    )
  }

  /**
   * Writes the difference that `findDifference` left. The caller holds the group's lock; what others did to the group or
   * its exclusions since then wins.
   */
  async apply(
    { groupId, customerIds, now }: Pick<EvaluationInput, "groupId" | "customerIds" | "now">,
    context: Context,
  ): Promise<{ joined: number; left: number }> {
    await this.readMembers(groupId, customerIds, context)
    await forgetPlans(context)
    return writeMoves(
      groupId,
      {
        joins: sql`select customer_id from ${DIFFERENCE} where is_join`,
        leaves: sql`select customer_id from ${DIFFERENCE} where not is_join`,
        rows: MEMBER_ROW,
      },
      now,
      context,
    )
  }

  private readMembers(groupId: string, customerIds: string[] | undefined, context: Context): Promise<void> {
    const limited = customerIds ? sql`and customer_id = any(${customerIds}::text[])` : nothing
    return this.fill(MEMBER_ROW, sql`${rowsOfGroup(groupId)} ${limited}`, context)
  }

  /** Makes a temporary table anew: a transaction may evaluate several groups. */
  private async fill(table: Sql, select: Sql, context: Context): Promise<void> {
    await rowsOf(context, sql`drop table if exists pg_temp.${table}`)
    await rowsOf(context, sql`create temporary table ${table} on commit drop as ${select}`)
    await rowsOf(context, sql`analyze ${table}`)
  }
}

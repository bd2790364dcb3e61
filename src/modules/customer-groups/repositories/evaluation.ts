import type { Context } from "@medusajs/framework/types"
import type { Difference, EvaluationInput } from "../evaluation/types"
import {
  DIFFERENCE,
  differenceOf,
  EVALUATION_SETTINGS,
  MATCHING,
  MEMBER_ROW,
  numbersOf,
  rowsOfGroup,
} from "../sql/evaluation"
import { writeMoves } from "../sql/write-moves"
import { rowOf, rowsOf } from "../sql/run"
import { fillTemporary } from "../sql/temporary"
import { nothing, sql } from "../sql/sql"
import { forgetPlans } from "../sql/writer"

/**
 * Brings the members of a group in line with who matches. All methods run in one transaction of the caller's: first
 * `findDifference` without a lock, then, holding the group's lock, `apply`.
 */
export class EvaluationRepository {
  /** Works out who joins and who leaves, and keeps it in a temporary table for `apply`. Changes nothing. */
  async findDifference({ matching, ...input }: EvaluationInput, context: Context): Promise<Difference> {
    await rowsOf(context, EVALUATION_SETTINGS)
    await fillTemporary(MATCHING, sql`select id as customer_id from (${matching}) matching`, context)
    await this.readMembers(input.groupId, input.customerIds, context)
    await fillTemporary(DIFFERENCE, differenceOf(input, { matching: MATCHING, rows: MEMBER_ROW }), context)
    return rowOf<Difference>(context, numbersOf(MATCHING, DIFFERENCE))
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
        customerIds,
      },
      now,
      context,
    )
  }

  private readMembers(groupId: string, customerIds: string[] | undefined, context: Context): Promise<void> {
    const limited = customerIds ? sql`and customer_id = any(${customerIds}::text[])` : nothing
    return fillTemporary(MEMBER_ROW, sql`${rowsOfGroup(groupId)} ${limited}`, context)
  }
}

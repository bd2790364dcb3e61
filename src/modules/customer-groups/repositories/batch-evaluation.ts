import type { Context } from "@medusajs/framework/types"
import type { EvaluatedGroup, GroupMoves } from "../evaluation/types"
import { differencesAmong, EVALUATION_SETTINGS, rowsOfPairs } from "../sql/evaluation"
import { rowsOf } from "../sql/run"
import { withSettings } from "../sql/settings"
import { sql, type Sql } from "../sql/sql"
import { writeMoves } from "../sql/write-moves"
import { asDependentsEvaluator } from "../sql/writer"

/**
 * Dozens of sets are joined, each of a few rows: looking for the best order of their joins takes far longer than joining
 * them as they are written.
 */
const AS_WRITTEN = { join_collapse_limit: "1", from_collapse_limit: "1" }

/** Evaluates a few customers for many groups at once, without temporary tables: this is done with every order. */
export class BatchEvaluationRepository {
  /**
   * Works out who of the customers joins and leaves which group, without a lock. Changes nothing.
   *
   * @param evaluated one row a living customer: `id`, and of each group the columns that `groups` name
   */
  async listDifferences(
    groups: readonly EvaluatedGroup[],
    evaluated: Sql,
    customerIds: readonly string[],
    now: Date,
    context: Context,
  ): Promise<GroupMoves[]> {
    await rowsOf(context, EVALUATION_SETTINGS)
    return withSettings(context, AS_WRITTEN, () =>
      rowsOf<GroupMoves>(
        context,
        sql`select group_id, array_remove(array_agg(case when is_join then customer_id end), null) as joins,
            array_remove(array_agg(case when not is_join then customer_id end), null) as leaves
          from (${differencesAmong(groups, evaluated, customerIds, sql`${now}::timestamptz`)}) difference
          group by group_id order by group_id`,
      ),
    )
  }

  /** Writes the moves of a group whose lock the caller holds. The caller evaluates the groups that look at it, too. */
  async apply({ group_id: groupId, joins, leaves }: GroupMoves, now: Date, context: Context) {
    const customerIds = [...joins, ...leaves]
    return asDependentsEvaluator(context, () =>
      writeMoves(
        groupId,
        {
          joins: sql`select unnest(${joins}::text[]) as customer_id`,
          leaves: sql`select unnest(${leaves}::text[]) as customer_id`,
          rows: sql`(${rowsOfPairs(groupId, customerIds)})`,
          customerIds,
        },
        now,
        context,
      ),
    )
  }
}

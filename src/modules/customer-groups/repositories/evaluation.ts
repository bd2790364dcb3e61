import type { Context } from "@medusajs/framework/types"
import type { Difference, EvaluationInput } from "../evaluation/types"
import {
  DIFFERENCE,
  EVALUATION_SETTINGS,
  excludedFrom,
  MATCHING,
  MEMBER_ROW,
  members,
  rowsOfGroup,
} from "../sql/evaluation"
import { newMembershipIds } from "../sql/membership-ids"
import { countOf, rowOf, rowsOf } from "../sql/run"
import { allOf, nothing, sql, type Sql } from "../sql/sql"
import { asTrustedWriter, forgetPlans } from "../sql/writer"

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
    // Who is excluded leaves whatever the stay says.
    const mayLeave = allOf([
      sql`not ${isMatching}`,
      ...(stay.days === undefined ? [] : [sql`joined_at <= ${moment} - make_interval(days => ${stay.days}::int)`]),
      ...(stay.leaving ? [sql`member.customer_id in (${stay.leaving})`] : []),
    ])
    await this.fill(
      DIFFERENCE,
      sql`
        select customer_id, true as is_join from ${MATCHING} matching
        where not exists (select 1 from ${MEMBER_ROW} member where member.customer_id = matching.customer_id)
          and not (customer_id ${isExcluded})
        union all
        select customer_id, false from (${members}) member
        where not by_hand and (${mayLeave} or member.customer_id ${isExcluded})
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
    return asTrustedWriter(context, async () => {
      const left = await this.deleteLeaving(context)
      const joined = await countOf(
        context,
        sql`insert into customer_group_customer (id, customer_group_id, customer_id, created_by)
        select ${newMembershipIds(sql`joins.customer_id`)}, ${groupId}, joins.customer_id, 'criteria'
        from ${DIFFERENCE} joins
        join customer on customer.id = joins.customer_id and customer.deleted_at is null
        where is_join
          and not exists (select 1 from ${MEMBER_ROW} member where member.customer_id = joins.customer_id)
          and joins.customer_id not in (${excludedFrom(groupId, sql`${now}::timestamptz`)})`,
      )
      return { joined, left }
    })
  }

  /** Every row of those who leave, by their ids: a join would be planned on what PostgreSQL believes of the group. */
  private async deleteLeaving(context: Context): Promise<number> {
    const leaving = sql`
      select id from ${MEMBER_ROW} member
      where customer_id in (select customer_id from ${DIFFERENCE} where not is_join)
        and not exists (select 1 from ${MEMBER_ROW} twin where twin.customer_id = member.customer_id and twin.by_hand)`
    const { left } = await rowOf<{ left: number }>(
      context,
      sql`with removed as (
          delete from customer_group_customer where id = any(array(${leaving})) returning customer_id
        ) select count(distinct customer_id)::int as "left" from removed`,
    )
    return left
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

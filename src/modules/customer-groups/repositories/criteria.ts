import { generateEntityId } from "@medusajs/framework/utils"
import type { Context } from "@medusajs/framework/types"
import type { AdminGroupCriteria } from "../../../types/http/criteria"
import { countOf, rowsOf } from "../sql/run"
import { sql, type Sql } from "../sql/sql"

type Stored = Pick<AdminGroupCriteria, "criteria" | "stay" | "guard">

const json = (value: unknown): Sql => sql`${value == null ? null : JSON.stringify(value)}::jsonb`

/** What makes groups automatic. */
export class CriteriaRepository {
  /** Of one group, undefined if it has none. */
  async retrieve(groupId: string, context: Context): Promise<AdminGroupCriteria | undefined> {
    const [found] = await this.select(sql`criteria.group_id = ${groupId}`, context)
    return found
  }

  /** Of all living groups, for the order in which they are evaluated. */
  async list(context: Context): Promise<AdminGroupCriteria[]> {
    return this.select(sql`g.deleted_at is null`, context)
  }

  private select(where: Sql, context: Context): Promise<AdminGroupCriteria[]> {
    return rowsOf(
      context,
      sql`select criteria.group_id, criteria.criteria, criteria.version, criteria.status, criteria.stay, criteria.guard,
          criteria.evaluated_at, criteria.error
        from customer_group_criteria criteria join customer_group g on g.id = criteria.group_id
        where criteria.deleted_at is null and ${where} order by g.created_at, g.id`,
    )
  }

  /** Makes the group automatic, or changes its criteria; what else is known of it stays. */
  async save(groupId: string, { criteria, stay, guard }: Stored, context: Context): Promise<void> {
    await countOf(
      context,
      sql`insert into customer_group_criteria (id, group_id, criteria, stay, guard)
        values (${generateEntityId(undefined, "cgcri")}, ${groupId}, ${json(criteria)}, ${json(stay)}, ${json(guard)})
        on conflict (group_id) where deleted_at is null do update set criteria = excluded.criteria, stay = excluded.stay,
          guard = excluded.guard, error = null, updated_at = now(),
          version = customer_group_criteria.version
            + (customer_group_criteria.criteria is distinct from excluded.criteria)::int`,
    )
    await this.setKind(groupId, "automatic", context)
  }

  /** Puts the criteria of a group back exactly as they were; none, if null. */
  async restore(groupId: string, before: AdminGroupCriteria | null, context: Context): Promise<void> {
    if (!before) return this.remove(groupId, context)
    await this.save(groupId, before, context)
    await countOf(
      context,
      sql`update customer_group_criteria set version = ${before.version}, status = ${before.status},
          evaluated_at = ${before.evaluated_at}::timestamptz, error = ${json(before.error)} where group_id = ${groupId}`,
    )
  }

  /** Makes the group one whose members are picked by hand. */
  async remove(groupId: string, context: Context): Promise<void> {
    await countOf(context, sql`delete from customer_group_criteria where group_id = ${groupId}`)
    await this.setKind(groupId, "manual", context)
  }

  async setStatus(groupId: string, status: AdminGroupCriteria["status"], context: Context): Promise<void> {
    await countOf(
      context,
      sql`update customer_group_criteria set status = ${status}, updated_at = now() where group_id = ${groupId}`,
    )
  }

  /** Notes that a group was evaluated, and whether that failed. */
  async noteEvaluation(groupId: string, error: AdminGroupCriteria["error"], context: Context): Promise<void> {
    await countOf(
      context,
      sql`update customer_group_criteria set error = ${json(error)}, updated_at = now(),
          evaluated_at = case when ${error === null} then clock_timestamp() else evaluated_at end
        where group_id = ${groupId}`,
    )
  }

  private async setKind(groupId: string, kind: "manual" | "automatic", context: Context): Promise<void> {
    await countOf(
      context,
      sql`update customer_group_state set kind = ${kind}, updated_at = now() where id = ${groupId}`,
    )
  }
}

import { generateEntityId } from "@medusajs/framework/utils"
import type { Context } from "@medusajs/framework/types"
import type { AdminGroupCriteria } from "../../../types/http/criteria"
import { inSeconds } from "../sql/moments"
import { countOf, rowsOf } from "../sql/run"
import { sql, type Sql } from "../sql/sql"

type Stored = Pick<AdminGroupCriteria, "criteria" | "stay" | "guard">

const json = (value: unknown): Sql => sql`${value == null ? null : JSON.stringify(value)}::jsonb`

/** A group that is being evaluated because it was due; `due_at` to the microsecond, as the database writes it. */
export interface DueGroup {
  group_id: string
  due_at: string
}

/** Seconds in which whoever saves criteria begins to evaluate them; the net for a process that dies in between. */
const EVALUATED_WITHIN = 60

/** What makes groups automatic. */
export class CriteriaRepository {
  /** Of one group, undefined if it has none. */
  async retrieve(groupId: string, context: Context): Promise<AdminGroupCriteria | undefined> {
    const [found] = await this.select(sql`criteria.group_id = ${groupId}`, context)
    return found
  }

  /** Of those of the groups that have any. */
  async listOf(groupIds: string[], context: Context): Promise<AdminGroupCriteria[]> {
    return this.select(sql`criteria.group_id = any(${groupIds}::text[])`, context)
  }

  /** Of all living groups, for the order in which they are evaluated. */
  async list(context: Context): Promise<AdminGroupCriteria[]> {
    return this.select(sql`g.deleted_at is null`, context)
  }

  private select(where: Sql, context: Context): Promise<AdminGroupCriteria[]> {
    return rowsOf(
      context,
      sql`select criteria.group_id, criteria.criteria, criteria.version, criteria.status, criteria.stay, criteria.guard,
          criteria.evaluated_at, criteria.due_at, criteria.error
        from customer_group_criteria criteria join customer_group g on g.id = criteria.group_id
        where criteria.deleted_at is null and ${where} order by g.created_at, g.id`,
    )
  }

  /**
   * Makes the group automatic, or changes its criteria; what else is known of it stays. It is due soon: should nobody
   * evaluate it now, its members would not be those whom the criteria say.
   */
  async save(groupId: string, { criteria, stay, guard }: Stored, context: Context): Promise<void> {
    await countOf(
      context,
      sql`insert into customer_group_criteria (id, group_id, criteria, stay, guard, due_at)
        values (${generateEntityId(undefined, "cgcri")}, ${groupId}, ${json(criteria)}, ${json(stay)}, ${json(guard)},
          ${inSeconds(EVALUATED_WITHIN)})
        on conflict (group_id) where deleted_at is null do update set criteria = excluded.criteria, stay = excluded.stay,
          guard = excluded.guard, error = null, due_at = excluded.due_at, updated_at = now(),
          version = customer_group_criteria.version
            + (customer_group_criteria.criteria is distinct from excluded.criteria)::int`,
    )
    await this.setKind(groupId, "automatic", context)
  }

  /**
   * Puts the criteria of a group back as they were; none, if null. The group is due at once: by the criteria that are taken
   * back, customers may have been evaluated meanwhile.
   */
  async restore(groupId: string, before: AdminGroupCriteria | null, context: Context): Promise<void> {
    if (!before) return this.remove(groupId, context)
    await this.save(groupId, before, context)
    await countOf(
      context,
      sql`update customer_group_criteria set version = ${before.version}, status = ${before.status},
          evaluated_at = ${before.evaluated_at}::timestamptz, due_at = clock_timestamp(),
          error = ${json(before.error)} where group_id = ${groupId}`,
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
      sql`update customer_group_criteria set status = ${status}, due_at = null, updated_at = now()
        where group_id = ${groupId}`,
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

  /**
   * Takes the group that has been due for the longest time, and makes it due again after a lease: so nobody else takes it,
   * and it is not lost when the process dies. Paused and held groups are never due.
   *
   * @param waiting groups that cannot be evaluated yet
   * @returns the group, with the end of its lease; undefined if none is due
   */
  async takeDue(waiting: readonly string[], leaseSeconds: number, context: Context): Promise<DueGroup | undefined> {
    const [taken] = await rowsOf<DueGroup>(
      context,
      sql`update customer_group_criteria set due_at = ${inSeconds(leaseSeconds)}
        where id = (
          select criteria.id from customer_group_criteria criteria
          join customer_group g on g.id = criteria.group_id and g.deleted_at is null
          where criteria.deleted_at is null and criteria.status = 'active'
            and coalesce(criteria.due_at, '-infinity') <= clock_timestamp()
            and criteria.group_id <> all(${waiting}::text[])
            and not exists (
              select 1 from customer_group_operation held
              where held.group_id = criteria.group_id and held.status = 'held' and held.deleted_at is null
            )
          order by criteria.due_at nulls first, criteria.id limit 1 for update of criteria skip locked
        )
        returning group_id, due_at::text`,
    )
    return taken
  }

  /**
   * Makes a leased group due at another time, unless that has been said anew meanwhile.
   * @returns the group with its new lease
   */
  async extendLease({ group_id, due_at }: DueGroup, seconds: number, context: Context): Promise<DueGroup | undefined> {
    const [extended] = await rowsOf<DueGroup>(
      context,
      sql`update customer_group_criteria set due_at = ${inSeconds(seconds)}
        where group_id = ${group_id} and due_at = ${due_at}::timestamptz returning group_id, due_at::text`,
    )
    return extended
  }

  /** Says when the whole group is to be evaluated by itself. */
  async setDue(groupId: string, moment: Sql, context: Context): Promise<void> {
    await countOf(context, sql`update customer_group_criteria set due_at = ${moment} where group_id = ${groupId}`)
  }

  /**
   * Sees to it that active groups are evaluated whole by then; who is due sooner stays so.
   * @returns those that somebody else is writing to: not waited for, and nothing is done about them
   */
  async makeDue(groupIds: readonly string[], afterSeconds: number, context: Context): Promise<string[]> {
    if (!groupIds.length) return []
    const busy = await rowsOf<{ group_id: string }>(
      context,
      sql`with wanted as (
          select id, group_id from customer_group_criteria
          where group_id = any(${groupIds}::text[]) and status = 'active' and deleted_at is null
            and due_at > ${inSeconds(afterSeconds)}
        ),
        free as materialized (
          select id from customer_group_criteria where id in (select id from wanted) order by id for update skip locked
        ),
        made_due as (
          update customer_group_criteria set due_at = ${inSeconds(afterSeconds)} where id in (select id from free)
        )
        select group_id from wanted where id not in (select id from free)`,
    )
    return busy.map(({ group_id }) => group_id)
  }

  private async setKind(groupId: string, kind: "manual" | "automatic", context: Context): Promise<void> {
    await countOf(
      context,
      sql`update customer_group_state set kind = ${kind}, updated_at = now() where id = ${groupId}`,
    )
  }
}

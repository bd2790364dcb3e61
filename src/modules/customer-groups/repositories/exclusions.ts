import { generateEntityId } from "@medusajs/framework/utils"
import type { Context } from "@medusajs/framework/types"
import type { AdminGroupExclusion, GroupActor } from "../../../types"
import { exclusionInForce } from "../sql/evaluation"
import { countOf, rowOf, rowsOf } from "../sql/run"
import { sql, type Sql } from "../sql/sql"

/** What is said of an exclusion, and by which operation it comes. */
export interface ExclusionDetails {
  reason?: string | null
  /** The moment from which it no longer holds; never, if left out. */
  until?: Date | string | null
  actor: GroupActor
  operationId: string
}

/** Customers who stay out of an automatic group although its criteria match. */
export class ExclusionsRepository {
  /** Excludes customers; who is excluded already is so as said now. They must be known. */
  exclude(groupId: string, customerIds: string[], details: ExclusionDetails, context: Context): Promise<number> {
    return this.excludeAll(groupId, sql`select unnest(${customerIds}::text[]) as customer_id`, details, context)
  }

  /**
   * Excludes customers, each for a reason and until an end of their own; who is excluded already is so as said now.
   *
   * @param said a select `(customer_id, reason, until)` of known customers, each once, from an indexed temporary table
   */
  async excludeEach(
    groupId: string,
    said: Sql,
    { actor, operationId }: Pick<ExclusionDetails, "actor" | "operationId">,
    context: Context,
  ): Promise<number> {
    const isGiven = sql`customer_id = any(array(select customer_id from (${said}) said))`
    const isSame = sql`exists (select 1 from (${said}) said where said.customer_id = exclusion.customer_id
      and (said.reason, said.until) is not distinct from (exclusion.reason, exclusion.until))`
    await this.liftWhere(groupId, sql`${isGiven} and not ${isSame}`, operationId, context)
    const stem = generateEntityId(undefined, "cgex")
    return countOf(
      context,
      withChanges(
        operationId,
        true,
        sql`insert into customer_group_exclusion
            (id, group_id, customer_id, reason, until, actor_type, actor_id, operation_id)
          select ${stem} || '_' || row_number() over (order by customer_id), ${groupId}, customer_id, reason, until,
            ${actor.type}, ${actor.id}, ${operationId}
          from (${said}) said
          on conflict (group_id, customer_id) where deleted_at is null do nothing`,
      ),
    )
  }

  /** Excludes whom an operation has taken out of a group by hand: else the next evaluation would bring them back. */
  excludeWhoLeft(groupId: string, details: ExclusionDetails, context: Context): Promise<number> {
    const left = sql`select distinct customer_id from customer_group_membership_change
      where group_id = ${groupId} and created_at >= now() and change = 'left' and operation_id = ${details.operationId}`
    return this.excludeAll(groupId, left, details, context)
  }

  private async excludeAll(
    groupId: string,
    customers: Sql,
    { reason = null, until = null, actor, operationId }: ExclusionDetails,
    context: Context,
  ): Promise<number> {
    // An exclusion that stands is replaced, not changed: what takes the operation back brings it back as it was.
    const isOther = sql`(reason, until) is distinct from (${reason}::text, ${until}::timestamptz)`
    // Read once, into an array, and looked up by the index: a join is planned on what PostgreSQL believes of the sizes.
    const isGiven = sql`customer_id = any(array(${customers}))`
    await this.liftWhere(groupId, sql`${isGiven} and ${isOther}`, operationId, context)
    const stem = generateEntityId(undefined, "cgex")
    return countOf(
      context,
      withChanges(
        operationId,
        true,
        sql`insert into customer_group_exclusion
            (id, group_id, customer_id, reason, until, actor_type, actor_id, operation_id)
          select ${stem} || '_' || row_number() over (order by customer_id), ${groupId}, customer_id, ${reason},
            ${until}::timestamptz, ${actor.type}, ${actor.id}, ${operationId}
          from (${customers}) customers
          on conflict (group_id, customer_id) where deleted_at is null do nothing`,
      ),
    )
  }

  /** Excludes from a new group whom another one excludes now, with the same reasons and ends. */
  copy(
    fromId: string,
    groupId: string,
    { actor, operationId }: Pick<ExclusionDetails, "actor" | "operationId">,
    context: Context,
  ): Promise<number> {
    const stem = generateEntityId(undefined, "cgex")
    return countOf(
      context,
      sql`insert into customer_group_exclusion
          (id, group_id, customer_id, reason, until, actor_type, actor_id, operation_id)
        select ${stem} || '_' || row_number() over (order by original.customer_id), ${groupId}, original.customer_id,
          original.reason, original.until, ${actor.type}, ${actor.id}, ${operationId}
        from customer_group_exclusion original
        join customer c on c.id = original.customer_id and c.deleted_at is null
        where original.group_id = ${fromId} and ${exclusionInForce(sql`original`)}`,
    )
  }

  /** Lifts exclusions; who is not excluded is passed over. They stay on record as deleted. */
  lift(groupId: string, customerIds: string[], operationId: string, context: Context): Promise<number> {
    return this.liftWhere(groupId, sql`customer_id = any(${customerIds}::text[])`, operationId, context)
  }

  /** Lifts the exclusion of everybody who has been picked by hand. */
  liftOfManualMembers(groupId: string, operationId: string, context: Context): Promise<number> {
    const isManual = sql`(
      select bool_or(member.created_by is distinct from 'criteria') from customer_group_customer member
      where member.customer_id = exclusion.customer_id and member.customer_group_id || '' = ${groupId})`
    return this.liftWhere(groupId, isManual, operationId, context)
  }

  private liftWhere(groupId: string, where: Sql, operationId: string, context: Context): Promise<number> {
    return countOf(
      context,
      withChanges(
        operationId,
        false,
        sql`update customer_group_exclusion exclusion
          set deleted_at = clock_timestamp(), lifted_by = ${operationId}, updated_at = now()
          where group_id = ${groupId} and deleted_at is null and ${where}`,
      ),
    )
  }

  /**
   * Undoes what operations did to exclusions: those they made are lifted, those they lifted hold again. An exclusion that
   * somebody else has lifted or replaced since stays as it is.
   *
   * @returns how many are again what they were
   */
  async undo(groupId: string, undoneIds: readonly string[], undoId: string, context: Context): Promise<number> {
    const changed = (inForce: boolean): Sql => sql`select exclusion_id from customer_group_exclusion_change
      where operation_id = any(${undoneIds}::text[]) and in_force = ${inForce}`
    const lifted = await this.liftWhere(groupId, sql`id in (${changed(true)})`, undoId, context)
    const restored = await countOf(
      context,
      withChanges(
        undoId,
        true,
        sql`update customer_group_exclusion exclusion set deleted_at = null, lifted_by = null, updated_at = now()
          where group_id = ${groupId} and deleted_at is not null and id in (${changed(false)})
            -- One that was made instead of it stood until now.
            and not exists (
              select 1 from customer_group_exclusion other
              where other.group_id = exclusion.group_id and other.customer_id = exclusion.customer_id
                and (other.deleted_at is null
                  or (other.id in (${changed(true)}) and other.lifted_by is distinct from ${undoId})))`,
      ),
    )
    return lifted + restored
  }

  /** Takes back what an operation did to exclusions. */
  async takeBack(operationId: string, context: Context): Promise<void> {
    await countOf(
      context,
      sql`delete from customer_group_exclusion where operation_id = ${operationId} and ${ofGroupOf(operationId)}`,
    )
    await countOf(
      context,
      sql`update customer_group_exclusion set deleted_at = null, lifted_by = null, updated_at = now()
        where lifted_by = ${operationId} and ${ofGroupOf(operationId)}`,
    )
  }

  /** The exclusion of a customer that stands, also if it has ended. */
  async retrieve(
    groupId: string,
    customerId: string,
    context: Context,
  ): Promise<{ reason: string | null; until: Date | null } | undefined> {
    const [exclusion] = await rowsOf<{ reason: string | null; until: Date | null }>(
      context,
      sql`select reason, until from customer_group_exclusion
        where group_id = ${groupId} and customer_id = ${customerId} and deleted_at is null`,
    )
    return exclusion
  }

  /** A page of the exclusions of a group, newest first; those that have ended too. */
  async list(
    groupId: string,
    { limit, offset }: { limit: number; offset: number },
    context: Context,
  ): Promise<{ exclusions: AdminGroupExclusion[]; count: number }> {
    const living = sql`from customer_group_exclusion exclusion
      join customer c on c.id = exclusion.customer_id and c.deleted_at is null
      where exclusion.group_id = ${groupId} and exclusion.deleted_at is null`
    const exclusions = await rowsOf<AdminGroupExclusion>(
      context,
      sql`select exclusion.customer_id, c.email, c.first_name, c.last_name, exclusion.reason, exclusion.until,
          coalesce(exclusion.until > now(), true) as is_in_force, exclusion.actor_type, exclusion.actor_id,
          exclusion.created_at
        ${living} order by exclusion.created_at desc, exclusion.id limit ${limit} offset ${offset}`,
    )
    const { count } = await rowOf<{ count: number }>(context, sql`select count(*)::int as count ${living}`)
    return { exclusions, count }
  }
}

/** Writes down which exclusions a statement has put in force or lifted, so that it can be undone. */
const withChanges = (operationId: string, inForce: boolean, statement: Sql): Sql => sql`
  with changed as (${statement} returning id)
  insert into customer_group_exclusion_change (operation_id, exclusion_id, in_force)
  select ${operationId}, id, ${inForce} from changed`

/** Exclusions of an operation are found by its group. */
const ofGroupOf = (operationId: string): Sql =>
  sql`group_id = (select group_id from customer_group_operation where id = ${operationId})`

import type { Context } from "@medusajs/framework/types"
import type { ChangedSince, Reversal } from "../../../types"
import { actorName, joinActor } from "../sql/actors"
import { EVALUATION_SETTINGS } from "../sql/evaluation"
import { inParts, type Progress } from "../sql/in-parts"
import { countOf, rowOf, rowsOf } from "../sql/run"
import { sql, type Sql } from "../sql/sql"
import { fillTemporary } from "../sql/temporary"
import { SINCE, since, UNDONE, undone } from "../sql/undo"
import { asTrustedWriter, forgetPlans } from "../sql/writer"

const MOST_NAMED = 3

/** Takes back what operations did to memberships, unless somebody else has changed it since. */
export class UndoRepository {
  /** The operations that are undone with one: itself, and its second halves. */
  async listParts(operationId: string, context: Context): Promise<string[]> {
    const parts = await rowsOf<{ id: string }>(
      context,
      sql`select part.id from customer_group_operation whole
        join customer_group_operation part
          on part.group_id = whole.group_id and part.part_of_id = whole.id and part.status = 'succeeded'
        where whole.id = ${operationId}`,
    )
    return [operationId, ...parts.map(({ id }) => id)]
  }

  /** The operation on another group that is undone with one, if any: its second half, or the one of which it is that. */
  async listOtherHalves(operationId: string, context: Context): Promise<string[]> {
    const ofOther = (where: Sql) => sql`select half.id from customer_group_operation asked
      join customer_group_operation half on ${where} and half.group_id <> asked.group_id
      where asked.id = ${operationId} and half.status = 'succeeded'`
    const halves = await rowsOf<{ id: string }>(
      context,
      sql`${ofOther(sql`half.id = asked.part_of_id`)} union all ${ofOther(sql`half.part_of_id = asked.id`)}`,
    )
    return halves.map(({ id }) => id)
  }

  /** Values of name and metadata before and after an operation; null if it changed none. */
  async retrieveReversal(operationId: string, context: Context): Promise<Reversal | null> {
    const { reversal } = await rowOf<{ reversal: Reversal | null }>(
      context,
      sql`select reversal from customer_group_operation where id = ${operationId}`,
    )
    return reversal
  }

  /**
   * Works out whom undoing operations would move, and keeps it in a temporary table for `apply`. The caller holds the
   * group's lock.
   *
   * @param undoneIds as `listParts` answers
   */
  async find(
    groupId: string,
    operationId: string,
    undoneIds: readonly string[],
    context: Context,
  ): Promise<{ moved: number; changed_since: number }> {
    await rowsOf(context, EVALUATION_SETTINGS)
    await fillTemporary(SINCE, since(groupId, operationId), context)
    await fillTemporary(UNDONE, undone(groupId, undoneIds), context)
    return rowOf(
      context,
      sql`select count(*)::int as moved, count(*) filter (where changed_by is not null)::int as changed_since
        from ${UNDONE}`,
    )
  }

  /** Who has moved those since who stay as they are; the most first. */
  async listChangedSince(context: Context): Promise<ChangedSince[]> {
    return rowsOf<ChangedSince>(
      context,
      sql`select coalesce(operation.type, 'outside') as type,
          ${actorName()} as actor_name, count(*)::int as customers
        from ${UNDONE} undone
        join customer_group_membership_change change on change.id = undone.changed_by
        left join customer_group_operation operation on operation.id = change.operation_id
        ${joinActor(sql`operation.actor_id`)}
        group by 1, 2 order by 3 desc, 1, 2 limit ${MOST_NAMED}`,
    )
  }

  /**
   * Moves back those whom `find` has found and nobody else has moved since: by the rows they had. Who is deleted
   * meanwhile stays out.
   */
  async apply(
    groupId: string,
    context: Context,
    progress?: Progress,
  ): Promise<{ joined: number; left: number; turned: number }> {
    await forgetPlans(context)
    const left = await this.removeAgain(groupId, context, progress)
    const joined = await this.addAgain(groupId, context, progress)
    const turned = await countOf(
      context,
      sql`update customer_group_customer member set created_by = undone.created_by, updated_at = now()
        from ${UNDONE} undone
        where member.id = undone.membership_id and undone.action = 'turn' and undone.changed_by is null`,
    )
    return { joined, left, turned }
  }

  private async addAgain(groupId: string, context: Context, progress?: Progress): Promise<number> {
    const leavers = sql`
      select undone.membership_id, undone.customer_id, undone.created_by, undone.metadata, undone.created_at,
        row_number() over (order by undone.customer_id) as place
      from ${UNDONE} undone join customer c on c.id = undone.customer_id and c.deleted_at is null
      where undone.action = 'add' and undone.changed_by is null
        and not exists (
          select 1 from customer_group_customer member
          where member.customer_id = undone.customer_id and member.customer_group_id || '' = ${groupId})`
    const insert = (rows: Sql) =>
      countOf(
        context,
        sql`insert into customer_group_customer (id, customer_group_id, customer_id, created_by, metadata, created_at)
          select membership_id, ${groupId}, customer_id, created_by, metadata, created_at from (${rows}) leaver`,
      )
    return asTrustedWriter(context, () => inParts(leavers, progress, context, insert))
  }

  private async removeAgain(groupId: string, context: Context, progress?: Progress): Promise<number> {
    const joiners = sql`select membership_id, row_number() over (order by membership_id) as place
      from ${UNDONE} where action = 'remove' and changed_by is null`
    const removal = (rows: Sql) =>
      countOf(
        context,
        sql`delete from customer_group_customer where id = any(array(select membership_id from (${rows}) joiner))`,
      )
    // A second row, which Medusa's own code has made, stays: then the log has to look whether anybody leaves.
    const { has_twins } = await rowOf<{ has_twins: boolean }>(
      context,
      // Looked up by customer, and no join: on outdated statistics it would read all of the undone for each row.
      sql`select exists (
          select id from customer_group_customer
          where customer_id = any(array(select customer_id from ${UNDONE} where action = 'remove'))
            and customer_group_id || '' = ${groupId}
          except select membership_id from ${UNDONE} where action = 'remove'
        ) as has_twins`,
    )
    const remove = () => inParts(joiners, progress, context, removal)
    return has_twins ? remove() : asTrustedWriter(context, remove)
  }

  /** Notes that an operation is undone by another one; what it had undone itself stands again, and so on. */
  async mark(operationId: string, undoId: string, context: Context): Promise<void> {
    await countOf(
      context,
      sql`with recursive chain (id, undoes_id, undone_by_id, depth) as (
          select id, undoes_id, ${undoId}::text, 0 from customer_group_operation where id = ${operationId}
          union all
          select operation.id, operation.undoes_id, case when depth % 2 = 1 then chain.id end, depth + 1
          from chain join customer_group_operation operation on operation.id = chain.undoes_id
        )
        update customer_group_operation operation set undone_by_id = chain.undone_by_id, updated_at = now()
        from chain where operation.id = chain.id`,
    )
  }

  /** The reverse of `mark`, for an undo that is taken back itself. */
  async unmark(undoId: string, context: Context): Promise<void> {
    await countOf(
      context,
      sql`with recursive chain (id, undoes_id, undone_by_id, depth) as (
          select id, undoes_id, undone_by_id, -1 from customer_group_operation where id = ${undoId}
          union all
          select operation.id, operation.undoes_id, case when depth % 2 = 0 then chain.id end, depth + 1
          from chain join customer_group_operation operation on operation.id = chain.undoes_id
        )
        update customer_group_operation operation set undone_by_id = chain.undone_by_id, updated_at = now()
        from chain where operation.id = chain.id and depth >= 0`,
    )
  }
}

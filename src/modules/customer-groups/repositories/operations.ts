import type { Context } from "@medusajs/framework/types"
import {
  type AdminGroupOperation,
  type AdminGroupOperationListParams,
  type AdminMembershipChange,
  type GroupActor,
  type NewGroupOperation,
  UNDOABLE_OPERATION_TYPES,
} from "../../../types"
import { actorName, joinActor } from "../sql/actors"
import { ofOperation } from "../sql/changes"
import { listed } from "../sql/filters"
import { keptSince } from "../sql/kept-since"
import { countOf, rowOf, rowsOf } from "../sql/run"
import { isSilent, isWorthRetrying } from "../sql/silence"
import { allOf, nothing, sql, type Sql } from "../sql/sql"

const OUTSIDE = "outside"

const ABANDONED_AT_ONCE = 100

/** Whether the log still has whom an operation moved: it moved nobody before it began. */
const isKept = sql`created_at >= ${keptSince}`

/** An undo of an undo looks up how the customers were before the first one. */
const isUndoneKept = sql`coalesce((
  select undone.created_at >= ${keptSince} from customer_group_operation undone
  where undone.id = customer_group_operation.undoes_id), true)`

/** Values of metadata may be missing: of what was done before they were kept, nothing can be brought back. */
const canUndo = sql`status = 'succeeded' and undone_by_id is null and type = any(${[...UNDOABLE_OPERATION_TYPES]}::text[])
  and case type when 'update' then reversal is not null else ${isKept} and ${isUndoneKept} end`

const progress = sql`case when status = 'running' and progress_total is not null
  then jsonb_build_object('done', coalesce(progress_done, 0), 'total', progress_total) end`

const recorded = (where: Sql): Sql => sql`
  select id, group_id, type, status, reason, actor_type, actor_id, joined, "left", details, error, undoes_id,
    undone_by_id, part_of_id, ${canUndo} as can_undo, ${isKept} as is_kept, ${progress} as progress,
    status = 'running' and work is not null as can_cancel, created_at, finished_at
  from customer_group_operation where deleted_at is null and ${where}`

/** Members moved by something other than this plugin, an hour together; folded hours and what is not folded yet. */
const outside = (groupId: string): Sql => sql`
  select ${`${OUTSIDE}:${groupId}:`}::text || extract(epoch from hour)::bigint as id, ${groupId}::text as group_id,
    ${OUTSIDE}::text as type, 'succeeded' as status, ${OUTSIDE}::text as reason, null::text as actor_type, null::text as actor_id,
    sum(joined)::int as joined, sum("left")::int as "left", null::jsonb as details, null::text as error,
    null::text as undoes_id, null::text as undone_by_id, null::text as part_of_id, false as can_undo, hour >= ${keptSince} as is_kept,
    null::jsonb as progress, false as can_cancel, max(at) as created_at, max(at) as finished_at
  from (
    select hour, outside_joined as joined, outside_left as "left", outside_at as at
    from customer_group_hourly_change where group_id = ${groupId} and outside_at is not null
    union all
    select date_trunc('hour', created_at, 'UTC'), joined_manual + joined_criteria, left_manual + left_criteria, created_at
    from customer_group_outbox where group_id = ${groupId} and operation_id is null
  ) hourly group by hour having sum(joined + "left") > 0`

const withActor = (operations: Sql, order: Sql): Sql => sql`
  select o.*, ${actorName()} as actor_name from (${operations}) o ${joinActor(sql`o.actor_id`)} ${order}`

const parseOutside = (id: string): { groupId: string; hour: Date } | undefined => {
  const match = /^outside:(.+):(\d{1,12})$/.exec(id)
  return match ? { groupId: match[1]!, hour: new Date(Number(match[2]) * 1_000) } : undefined
}

/** What was done to groups: by whom, when, and whom it moved. */
export class OperationsRepository {
  /** Writes down an operation that is done, or `running`, and answers it. */
  async record(operation: NewGroupOperation, actor: GroupActor, context: Context): Promise<AdminGroupOperation> {
    await countOf(
      context,
      sql`insert into customer_group_operation
          (id, group_id, type, status, reason, actor_type, actor_id, joined, "left", details, error, undoes_id, part_of_id,
            reversal, finished_at)
        values (${operation.id}, ${operation.group_id}, ${operation.type}, ${operation.status}, ${operation.reason ?? null},
          ${actor.type}, ${actor.id}, ${operation.joined ?? 0}, ${operation.left ?? 0},
          ${JSON.stringify(operation.details ?? null)}::jsonb, ${operation.error ?? null}, ${operation.undoes_id ?? null},
          ${operation.part_of_id ?? null}, ${operation.reversal ? JSON.stringify(operation.reversal) : null}::jsonb,
          case when ${operation.status}::text not in ('running', 'held') then clock_timestamp() end)`,
    )
    return (await this.retrieve(operation.id, context)) as AdminGroupOperation
  }

  async fail(operationIds: string[], error: string, context: Context): Promise<void> {
    await countOf(
      context,
      sql`update customer_group_operation set status = 'failed', error = ${error}, finished_at = clock_timestamp(),
          updated_at = now() where id = any(${operationIds}::text[])`,
    )
  }

  /** The newest evaluation of a group that is going on. */
  async retrieveRunning(groupId: string, context: Context): Promise<AdminGroupOperation | undefined> {
    const [running] = await rowsOf<AdminGroupOperation>(
      context,
      withActor(
        recorded(
          sql`group_id = ${groupId} and status = 'running' and type = 'evaluate' order by created_at desc limit 1`,
        ),
        nothing,
      ),
    )
    return running
  }

  /** Says that a running operation is being worked on. */
  async beat(id: string, context: Context): Promise<void> {
    await countOf(
      context,
      sql`update customer_group_operation set updated_at = now() where id = ${id} and status = 'running'`,
    )
  }

  /**
   * Marks running operations as failed of which nobody has heard for a while, a few at a time. Answers how many there
   * were.
   */
  async failAbandoned(context: Context): Promise<number> {
    return countOf(
      context,
      sql`update customer_group_operation set status = 'failed', error = 'The process that worked on it has ended.',
          finished_at = clock_timestamp(), updated_at = now()
        where id = any(array(
          select id from customer_group_operation
          where ${isSilent} and not ${isWorthRetrying}
          order by updated_at limit ${ABANDONED_AT_ONCE} for update skip locked))`,
    )
  }

  async retrieve(id: string, context: Context): Promise<AdminGroupOperation | undefined> {
    const hour = parseOutside(id)
    const source = hour ? sql`select * from (${outside(hour.groupId)}) o where id = ${id}` : recorded(sql`id = ${id}`)
    const [operation] = await rowsOf<AdminGroupOperation>(context, withActor(source, nothing))
    return operation
  }

  /** A page of a group's history, newest first, and how long it is. */
  async list(
    groupId: string,
    { type, status, limit, offset }: AdminGroupOperationListParams & { limit: number; offset: number },
    context: Context,
  ): Promise<{ operations: AdminGroupOperation[]; count: number }> {
    const history = sql`select * from (
        ${recorded(sql`group_id = ${groupId}`)} union all ${outside(groupId)}
      ) o where ${allOf([
        ...(type === undefined ? [] : [sql`type = any(${listed(type)}::text[])`]),
        ...(status === undefined ? [] : [sql`status = any(${listed(status)}::text[])`]),
      ])}`
    const newestFirst = sql`order by o.created_at desc, o.id desc`
    const [operations, { count }] = await Promise.all([
      rowsOf<AdminGroupOperation>(
        context,
        withActor(sql`${history} ${newestFirst} limit ${limit} offset ${offset}`, newestFirst),
      ),
      rowOf<{ count: number }>(context, sql`select count(*)::int as count from (${history}) history`),
    ])
    return { operations, count }
  }

  /**
   * How much events and time have moved in a group in the last 24 hours, for the guard.
   * @returns `moved`: joins and leaves together; `grown`: joins less leaves
   */
  async movedByItself(groupId: string, context: Context): Promise<{ moved: number; grown: number }> {
    return rowOf(
      context,
      sql`select coalesce(sum(joined + "left"), 0)::int as moved, coalesce(sum(joined - "left"), 0)::int as grown
        from customer_group_operation
        where group_id = ${groupId} and deleted_at is null and created_at > now() - interval '24 hours'
          and type = 'evaluate' and status = 'succeeded' and reason in ('customer_changed', 'time_passed')
          and actor_id is null`,
    )
  }

  /** The evaluation of a group that waits for a person. */
  async retrieveHeld(groupId: string, context: Context): Promise<AdminGroupOperation | undefined> {
    const [held] = await rowsOf<AdminGroupOperation>(
      context,
      recorded(sql`group_id = ${groupId} and status = 'held' order by created_at desc limit 1`),
    )
    return held
  }

  /** Closes the evaluation of a group that waits for a person, since an operation has made it pointless. */
  async supersedeHeld(groupId: string, operationId: string, context: Context): Promise<void> {
    await countOf(
      context,
      sql`update customer_group_operation set status = 'discarded', finished_at = clock_timestamp(), updated_at = now(),
          details = coalesce(details, '{}') || jsonb_build_object('superseded_by', ${operationId}::text)
        where group_id = ${groupId} and status = 'held' and deleted_at is null and id <> ${operationId}`,
    )
  }

  /** Lets evaluations wait for a person again that operations had made pointless: these are taken back. */
  async holdAgain(operationIds: string[], context: Context): Promise<void> {
    await countOf(
      context,
      sql`update customer_group_operation held set status = 'held', finished_at = null, updated_at = now(),
          details = held.details - 'superseded_by'
        from customer_group_operation operation
        where operation.id = any(${operationIds}::text[]) and held.group_id = operation.group_id
          and held.status = 'discarded' and held.details->>'superseded_by' = operation.id`,
    )
  }

  /** Groups with an evaluation that waits for a person. */
  async listHeldGroups(context: Context): Promise<string[]> {
    const held = await rowsOf<{ group_id: string }>(
      context,
      sql`select distinct group_id from customer_group_operation where status = 'held' and deleted_at is null`,
    )
    return held.map(({ group_id }) => group_id)
  }

  /** Writes down what became of a held evaluation (applied, discarded, or held again), and answers it. */
  async renew(operation: NewGroupOperation, actor: GroupActor, context: Context): Promise<AdminGroupOperation> {
    await countOf(
      context,
      sql`update customer_group_operation set status = ${operation.status}, joined = ${operation.joined ?? 0},
          "left" = ${operation.left ?? 0}, details = ${operation.details === undefined ? sql`details` : sql`${JSON.stringify(operation.details)}::jsonb`},
          actor_type = ${actor.type}, actor_id = ${actor.id}, updated_at = now(),
          finished_at = case when ${operation.status}::text <> 'held' then clock_timestamp() end
        where id = ${operation.id}`,
    )
    return (await this.retrieve(operation.id, context)) as AdminGroupOperation
  }

  /** A page of the customers that an operation moved, in the order in which it did. */
  async listChanges(
    id: string,
    { limit, offset }: { limit: number; offset: number },
    context: Context,
  ): Promise<{ changes: AdminMembershipChange[]; count: number }> {
    const hour = parseOutside(id)
    const byOperation = hour
      ? sql`operation_id is null and group_id = ${hour.groupId}
          and created_at >= ${hour.hour}::timestamptz and created_at < ${hour.hour}::timestamptz + interval '1 hour'`
      : ofOperation(id)
    const [changes, { count }] = await Promise.all([
      rowsOf<AdminMembershipChange>(
        context,
        sql`select change.id, change.customer_id, c.email, c.first_name, c.last_name, change.change, change.source,
            change.created_at
          from (
            select * from customer_group_membership_change where ${byOperation}
            order by id limit ${limit} offset ${offset}
          ) change left join customer c on c.id = change.customer_id order by change.id`,
      ),
      rowOf<{ count: number }>(
        context,
        sql`select count(*)::int as count from customer_group_membership_change where ${byOperation}`,
      ),
    ])
    return { changes, count }
  }
}

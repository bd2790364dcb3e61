import type { Context } from "@medusajs/framework/types"
import type { AdminCustomerGroupChange, GroupChange } from "../../../types"
import type { Span } from "../history/dates"
import { actorOf, joinActor } from "../sql/actors"
import { keptSince } from "../sql/kept-since"
import { knownSince } from "../sql/members-at"
import { rowOf, rowsOf } from "../sql/run"
import { sql, type Sql } from "../sql/sql"

/** A place in the changes of a group: those after it in time. */
export interface Place {
  /** As PostgreSQL writes it, to the microsecond. */
  exact: string
  id: string
}

/**
 * Changes that stand, of the log's row `change`: what a failed operation did has been taken back, and both are in the log.
 * Looked up for each row: on outdated statistics a join would read all operations for each.
 */
const stands = sql`coalesce(
  (select status <> 'failed' from customer_group_operation where customer_group_operation.id = change.operation_id), true)`

/** What led to the log's row `change`; `withCause` joins what it reads. */
const cause = sql`jsonb_build_object(
  'operation_id', change.operation_id,
  'type', case when change.operation_id is null then 'outside' else operation.type end,
  'reason', case when change.operation_id is null then 'outside' else operation.reason end,
  'actor', ${actorOf(sql`operation.actor_type`, sql`operation.actor_id`)}
) as cause`

const withCause = (changes: Sql): Sql => sql`(${changes}) change
  left join customer_group_operation operation on operation.id = change.operation_id
  ${joinActor(sql`operation.actor_id`)}`

/** Who joined and left, from the log. */
export class GroupChangesRepository {
  /** A page of the groups that a customer joined and left, newest first; how many; and since when it is known. */
  async listOfCustomer(
    customerId: string,
    { limit, offset }: { limit: number; offset: number },
    context: Context,
  ): Promise<{ changes: AdminCustomerGroupChange[]; count: number; known_since: Date | null }> {
    const standing = sql`from customer_group_membership_change change 
      where customer_id = ${customerId} and created_at >= ${keptSince} and ${stands}`
    const page = sql`select * ${standing} order by created_at desc, id desc limit ${limit} offset ${offset}`
    const [changes, { count, known_since }] = await Promise.all([
      rowsOf<AdminCustomerGroupChange>(
        context,
        sql`select change.id, change.change, change.source, change.created_at, ${cause},
            jsonb_build_object('id', change.group_id, 'name', g.name, 'is_deleted', g.id is null or g.deleted_at is not null)
              as "group"
          from ${withCause(page)} left join customer_group g on g.id = change.group_id
          order by change.created_at desc, change.id desc`,
      ),
      rowOf<{ count: number; known_since: Date | null }>(
        context,
        sql`select (select count(*)::int ${standing}) as count,
          (select min(${knownSince}) from customer_group_state) as known_since`,
      ),
    ])
    return { changes, count, known_since }
  }

  /** The moments of a span as texts, its end not after now, its begin not before what is kept: what a long export goes by. */
  async retrieveBounds({ begin, end }: Span, context: Context): Promise<{ begin: string; end: string }> {
    return rowOf(
      context,
      sql`select greatest(${begin}, ${keptSince})::text as begin, least(${end}, clock_timestamp())::text as "end"`,
    )
  }

  /** The next changes of a group within bounds, oldest first. */
  async listNext(
    groupId: string,
    { begin, end }: { begin: string; end: string },
    after: Place | undefined,
    limit: number,
    context: Context,
  ): Promise<(GroupChange & Place & { stands: boolean })[]> {
    const from = after
      ? sql`(created_at, id) > (${after.exact}::timestamptz, ${after.id}::bigint)`
      : sql`created_at >= ${begin}::timestamptz`
    const next = sql`select * from customer_group_membership_change change
      where group_id = ${groupId} and ${from} and created_at < ${end}::timestamptz
      order by created_at, id limit ${limit}`
    return rowsOf(
      context,
      sql`select change.id, change.created_at::text as exact, change.created_at, change.change, change.source,
          change.customer_id, c.email, ${cause}, ${stands} as stands
        from ${withCause(next)} left join customer c on c.id = change.customer_id
        order by change.created_at, change.id`,
    )
  }
}

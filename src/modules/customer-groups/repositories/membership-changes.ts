import type { Context } from "@medusajs/framework/types"
import type { AdminCustomerFilter, AdminMemberFilter } from "../../../types"
import { SMALL_CHANGE } from "../log/record"
import { ofOperation } from "../sql/changes"
import { PICKED } from "../sql/combinations"
import { memberCounts } from "../sql/counts"
import { customersWhere } from "../sql/customers"
import { inParts, type Progress } from "../sql/in-parts"
import { isMatchingMember, membersOf } from "../sql/members"
import { newMembershipIds } from "../sql/membership-ids"
import { countOf, rowOf, rowsOf } from "../sql/run"
import { sql, type Sql } from "../sql/sql"
import { asTrustedWriter, forgetPlans } from "../sql/writer"

/**
 * Those of the customers that are in the group. The group is compared as an expression, so that they are looked up by
 * customer: on outdated statistics PostgreSQL takes a group for empty that has just been filled, and would read all of
 * it for each customer.
 *
 * @param customerIds a select of their ids
 */
const membersAmong = (groupId: string, customerIds: Sql): Sql => sql`
  select customer_id from customer_group_customer
  where customer_id = any(array(${customerIds})) and customer_group_id || '' = ${groupId}`

/** Every row of pairs without one by hand; deleted customers have left already. A condition on `membership`. */
const isOnlyByCriteria = (groupId: string): Sql => sql`(
  (select bool_and(twin.created_by is not distinct from 'criteria') from customer_group_customer twin
    where twin.customer_id = membership.customer_id and twin.customer_group_id || '' = ${groupId})
  and (select deleted_at is null from customer where id = membership.customer_id)
)`

/** Writes memberships. Every method runs in the caller's transaction. */
export class MembershipChangesRepository {
  /** What this transaction writes from here on is logged under the operation. */
  async writeAs(operationId: string, context: Context): Promise<void> {
    await rowOf(context, sql`select set_config('customer_groups.operation', ${operationId}, true)`)
  }

  /** Waits for other writers of these groups, and keeps them waiting until the transaction ends. */
  async lockGroups(groupIds: string[], context: Context): Promise<void> {
    await rowOf(context, sql`select customer_groups_lock(${groupIds}::text[])`)
  }

  /** Those of the ids that are no living customers. Locks the living ones against deletion if they are few. */
  async listUnknownCustomers(customerIds: string[], context: Context): Promise<string[]> {
    const living = sql`select id from customer where id = any(${customerIds}::text[]) and deleted_at is null`
    const locked = customerIds.length <= SMALL_CHANGE ? sql`${living} order by id for share` : living
    const { known } = await rowOf<{ known: number }>(
      context,
      sql`select count(*)::int as known from (${locked}) customers`,
    )
    if (known === customerIds.length) return []
    const unknown = await rowsOf<{ id: string }>(
      context,
      sql`select id from unnest(${customerIds}::text[]) as given (id) where id not in (${living})`,
    )
    return unknown.map(({ id }) => id)
  }

  /** Locks the membership rows of a few customers, before the group: the order in which other writers take them. */
  async lockRows(groupId: string, customerIds: string[], context: Context): Promise<void> {
    if (customerIds.length > SMALL_CHANGE) return
    await rowsOf(
      context,
      sql`select 1 from customer_group_customer
        where customer_group_id = ${groupId} and customer_id = any(${customerIds}::text[]) order by id for update`,
    )
  }

  /** Adds customers by hand; see `add`. The caller has checked that they live. */
  async addByIds(groupId: string, customerIds: string[], addedBy: string | null, context: Context): Promise<number> {
    if (customerIds.length > SMALL_CHANGE) await forgetPlans(context)
    const chosen = sql`select id from unnest(${customerIds}::text[]) as chosen (id)
      where id not in (${membersAmong(groupId, sql`select unnest(${customerIds}::text[])`)})`
    return this.add(groupId, chosen, sql`customer_id = any(${customerIds}::text[])`, addedBy, context)
  }

  /** Adds the customers of a select (`customer_id`, each once, living), by hand; see `add`. */
  async addAll(
    groupId: string,
    customers: Sql,
    addedBy: string | null,
    context: Context,
    progress?: Progress,
  ): Promise<number> {
    await forgetPlans(context)
    const chosen = sql`select customer_id as id from (${customers}) chosen
      where customer_id not in (${membersAmong(groupId, customers)})`
    return this.add(groupId, chosen, sql`customer_id = any(array(${customers}))`, addedBy, context, progress)
  }

  /** Adds all customers that match a filter, but some, by hand; see `add`. In parts, if others are to see how far it is. */
  async addByFilter(
    groupId: string,
    filter: AdminCustomerFilter,
    except: string[],
    addedBy: string | null,
    context: Context,
    progress?: Progress,
  ): Promise<number> {
    await forgetPlans(context)
    const matching = sql`${customersWhere(filter)} and not c.id = any(${except}::text[])`
    const chosen = sql`select c.id from customer c where ${matching} and not exists (
      select 1 from customer_group_customer member
      where member.customer_id = c.id and member.customer_group_id || '' = ${groupId})`
    const isChosen = sql`exists (select 1 from customer c where c.id = customer_id and ${matching})`
    return this.add(groupId, chosen, isChosen, addedBy, context, progress)
  }

  /** Adds whom another group has as picked by hand, by hand; see `add`. */
  async addManualMembersOf(fromId: string, groupId: string, addedBy: string | null, context: Context): Promise<number> {
    await forgetPlans(context)
    const byHand = sql`select customer_id from (${membersOf(fromId)}) original where is_manual`
    const chosen = sql`select c.id from customer c join (${byHand}) picked on picked.customer_id = c.id
      where c.deleted_at is null and not exists (
        select 1 from customer_group_customer member
        where member.customer_id = c.id and member.customer_group_id || '' = ${groupId})`
    return this.add(groupId, chosen, sql`customer_id in (${byHand})`, addedBy, context)
  }

  /** Adds the customers that are picked, as far as they still live, by hand; see `add`. */
  async addPicked(groupId: string, addedBy: string | null, context: Context, progress?: Progress): Promise<number> {
    await forgetPlans(context)
    const chosen = sql`select c.id from ${PICKED} picked join customer c on c.id = picked.id and c.deleted_at is null
      where not exists (
        select 1 from customer_group_customer member
        where member.customer_id = c.id and member.customer_group_id || '' = ${groupId})`
    return this.add(groupId, chosen, sql`customer_id in (select id from ${PICKED})`, addedBy, context, progress)
  }

  /**
   * Adds customers as picked by hand. Who is in already stays as is, except that a member by criteria becomes one by
   * hand: an evaluation must never take them out again.
   *
   * @param chosen a select of the ids of living customers who are no members yet, each once
   * @param isChosen who is to be a member by hand, as a condition on the `customer_id` of a membership
   * @returns how many were not members before
   */
  private async add(
    groupId: string,
    chosen: Sql,
    isChosen: Sql,
    addedBy: string | null,
    context: Context,
    progress?: Progress,
  ): Promise<number> {
    if (await this.hasMembersByCriteria(groupId, context)) {
      await countOf(
        context,
        sql`update customer_group_customer set created_by = ${addedBy}, updated_at = now()
          where customer_group_id = ${groupId} and created_by = 'criteria' and ${isChosen}`,
      )
    }
    const insert = (customers: Sql) =>
      countOf(
        context,
        sql`insert into customer_group_customer (id, customer_group_id, customer_id, created_by)
          select ${newMembershipIds(sql`picked.id`)}, ${groupId}, picked.id, ${addedBy} from (${customers}) picked`,
      )
    const numbered = sql`select id, row_number() over (order by id) as place from (${chosen}) chosen`
    return asTrustedWriter(context, () => (progress ? inParts(numbered, progress, context, insert) : insert(chosen)))
  }

  private async hasMembersByCriteria(groupId: string, context: Context): Promise<boolean> {
    const [counts] = await rowsOf<{ criteria: number }>(
      context,
      sql`select criteria from (${memberCounts}) counts where group_id = ${groupId}`,
    )
    return (counts?.criteria ?? 0) > 0
  }

  /** Removes customers; who is no member is passed over. The caller has checked that they live. */
  removeByIds(groupId: string, customerIds: string[], context: Context): Promise<number> {
    return this.remove(groupId, sql`customer_id = any(${customerIds}::text[])`, context)
  }

  /** Removes the customers of a select (`customer_id`, living); who is no member is passed over. */
  removeAll(groupId: string, customers: Sql, context: Context, progress?: Progress): Promise<number> {
    return this.removeChosen(groupId, sql`customer_id = any(array(${customers}))`, context, progress)
  }

  /** Removes all members that match a filter, but some. In parts, if others are to see how far it is. */
  removeByFilter(
    groupId: string,
    filter: AdminMemberFilter,
    except: string[],
    context: Context,
    progress?: Progress,
  ): Promise<number> {
    const isChosen = sql`${isMatchingMember(groupId, filter)} and not customer_id = any(${except}::text[])`
    return this.removeChosen(groupId, isChosen, context, progress)
  }

  private removeChosen(groupId: string, isChosen: Sql, context: Context, progress?: Progress): Promise<number> {
    return progress ? this.removeInParts(groupId, isChosen, progress, context) : this.remove(groupId, isChosen, context)
  }

  /** All rows of a pair go by the same statement: the fast path of the log asks for that. */
  private removeInParts(groupId: string, isChosen: Sql, progress: Progress, context: Context): Promise<number> {
    const numbered = sql`
      select id, dense_rank() over (order by customer_id) as place
      from customer_group_customer membership where customer_group_id = ${groupId} and ${isChosen}`
    return asTrustedWriter(context, () =>
      inParts(numbered, progress, context, (rows) =>
        countOf(
          context,
          sql`delete from customer_group_customer where id = any(array(select id from (${rows}) removed))`,
        ),
      ),
    )
  }

  /** Removes the customers that are picked, as far as they still live. */
  removePicked(groupId: string, context: Context, progress?: Progress): Promise<number> {
    const isLiving = sql`(select deleted_at is null from customer where id = membership.customer_id)`
    const isChosen = sql`customer_id in (select id from ${PICKED}) and ${isLiving}`
    return this.removeChosen(groupId, isChosen, context, progress)
  }

  private async remove(groupId: string, isChosen: Sql, context: Context): Promise<number> {
    const { left } = await asTrustedWriter(context, () =>
      rowOf<{ left: number }>(
        context,
        sql`with removed as (
            delete from customer_group_customer membership where customer_group_id = ${groupId} and ${isChosen}
            returning customer_id
          ) select count(distinct customer_id)::int as "left" from removed`,
      ),
    )
    return left
  }

  /** Removes all members by criteria; members by hand stay. */
  removeMembersByCriteria(groupId: string, context: Context): Promise<number> {
    return this.remove(groupId, isOnlyByCriteria(groupId), context)
  }

  /** Makes members by criteria members by hand. */
  async keepMembersByCriteria(groupId: string, addedBy: string | null, context: Context): Promise<void> {
    await countOf(
      context,
      sql`update customer_group_customer set created_by = ${addedBy}, updated_at = now()
        where customer_group_id = ${groupId} and created_by = 'criteria'`,
    )
  }

  /**
   * Takes back what an operation did to memberships, as the log has it: who joined is out again, who left is back with
   * the row they had, a changed source is what it was. Members from before stay.
   */
  async takeBack(operationId: string, context: Context): Promise<void> {
    const [last] = await rowsOf<{ group_id: string; id: string }>(
      context,
      sql`select group_id, max(id) as id from customer_group_membership_change
        where ${ofOperation(operationId)} group by group_id`,
    )
    if (!last) return
    await this.writeAs(operationId, context)
    await forgetPlans(context)
    await this.lockGroups([last.group_id], context)
    // The steps below are logged under the same operation: only what was logged before them counts. Each set is read
    // once, into an array: on outdated statistics a join would read the log for each member.
    const logged = sql`customer_group_membership_change change
      where ${ofOperation(operationId)} and change.id <= ${last.id}::bigint`
    const rowsThat = (changed: Sql) => sql`any(array(select membership_id from ${logged} and ${changed}))`
    await countOf(context, sql`delete from customer_group_customer where id = ${rowsThat(sql`change = 'joined'`)}`)
    const whoLeft = sql`select customer_id from ${logged} and change = 'left'`
    await countOf(
      context,
      sql`insert into customer_group_customer (id, customer_group_id, customer_id, created_by, metadata, created_at)
        select membership_id, group_id, customer_id, added_by, membership_metadata, member_since
        from ${logged} and change = 'left'
          and (select true from customer where customer.id = change.customer_id)
          and customer_id not in (${membersAmong(last.group_id, whoLeft)})`,
    )
    await countOf(
      context,
      sql`update customer_group_customer set created_by = 'criteria', updated_at = now()
        where id = ${rowsThat(sql`change = 'source_changed' and previous_source = 'criteria'`)}`,
    )
  }
}

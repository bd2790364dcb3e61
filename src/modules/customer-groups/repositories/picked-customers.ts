import type { Context } from "@medusajs/framework/types"
import type { GroupCombination, MoveMembersInput } from "../../../types"
import { combinedCustomers, PICKED } from "../sql/combinations"
import { EVALUATION_SETTINGS } from "../sql/evaluation"
import { matchingMembers } from "../sql/members"
import { rowOf, rowsOf } from "../sql/run"
import { sql, type Sql } from "../sql/sql"
import { fillTemporary } from "../sql/temporary"

/** Picks customers for a bulk operation, and keeps them in a temporary table of the caller's transaction. */
export class PickedCustomersRepository {
  /** Picks whom a combination of groups results in. */
  pickCombined(combination: GroupCombination, context: Context): Promise<void> {
    return this.pick(combinedCustomers(combination), context)
  }

  /** Picks living members of a group: those of the ids, or all that match a filter but some. */
  pickMembers(groupId: string, choice: MoveMembersInput["members"], context: Context): Promise<void> {
    return this.pick("filter" in choice ? matching(groupId, choice) : named(groupId, choice.ids), context)
  }

  /** How many living customers a combination of groups results in. */
  async countCombined(combination: GroupCombination, context: Context): Promise<number> {
    const { count } = await rowOf<{ count: number }>(
      context,
      sql`select count(*)::int as count from (${combinedCustomers(combination)}) combined`,
    )
    return count
  }

  private async pick(customers: Sql, context: Context): Promise<void> {
    await rowsOf(context, EVALUATION_SETTINGS)
    await fillTemporary(PICKED, customers, context)
    // Whatever PostgreSQL believes of the sizes of Medusa's tables: a nested loop then looks up, and reads nothing whole.
    await rowsOf(context, sql`create unique index on ${PICKED} (id)`)
  }
}

const named = (groupId: string, ids: string[]): Sql => sql`
  select c.id from customer c where c.id = any(${ids}::text[]) and c.deleted_at is null and exists (
    select 1 from customer_group_customer member
    where member.customer_id = c.id and member.customer_group_id || '' = ${groupId})`

const matching = (
  groupId: string,
  { filter, except = [] }: Extract<MoveMembersInput["members"], { filter: unknown }>,
): Sql => sql`select id from (${matchingMembers(groupId, filter)}) c where not c.id = any(${except}::text[])`

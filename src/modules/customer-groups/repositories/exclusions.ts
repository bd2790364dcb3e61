import { generateEntityId } from "@medusajs/framework/utils"
import type { Context } from "@medusajs/framework/types"
import type { GroupActor } from "../../../types"
import { countOf } from "../sql/run"
import { sql } from "../sql/sql"

/** What is said of an exclusion. */
export interface ExclusionDetails {
  reason?: string | null
  /** The moment from which it no longer holds; never, if left out. */
  until?: Date | null
}

/** Customers who stay out of an automatic group although its criteria match. */
export class ExclusionsRepository {
  /** Excludes customers, or changes what is said of their exclusion. They must be known. */
  async exclude(
    groupId: string,
    customerIds: string[],
    { reason = null, until = null }: ExclusionDetails,
    actor: GroupActor,
    context: Context,
  ): Promise<number> {
    const stem = generateEntityId(undefined, "cgex")
    return countOf(
      context,
      sql`insert into customer_group_exclusion (id, group_id, customer_id, reason, until, actor_type, actor_id)
        select ${stem} || '_' || row_number() over (order by id), ${groupId}, id, ${reason}, ${until}::timestamptz,
          ${actor.type}, ${actor.id}
        from unnest(${customerIds}::text[]) as chosen (id)
        on conflict (group_id, customer_id) where deleted_at is null
        do update set reason = excluded.reason, until = excluded.until, actor_type = excluded.actor_type,
          actor_id = excluded.actor_id, updated_at = now()`,
    )
  }

  /** Takes exclusions back; who is not excluded is passed over. */
  async lift(groupId: string, customerIds: string[], context: Context): Promise<number> {
    return countOf(
      context,
      sql`delete from customer_group_exclusion
        where group_id = ${groupId} and customer_id = any(${customerIds}::text[])`,
    )
  }
}

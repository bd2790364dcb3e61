import type { Context } from "@medusajs/framework/types"
import type { AdminDeletedGroup, AdminDeletedGroupListParams } from "../../../types"
import { actorName, joinActor } from "../sql/actors"
import { memberCounts } from "../sql/counts"
import { containsText } from "../sql/filters"
import { countOf, rowOf, rowsOf } from "../sql/run"
import { nothing, sql } from "../sql/sql"

/** Medusa's own groups, as far as this module must look at them itself. */
export class GroupsRepository {
  /** Those of the ids that are no living groups. */
  async listUnknown(groupIds: string[], context: Context): Promise<string[]> {
    const found = await rowsOf<{ id: string }>(
      context,
      sql`select id from customer_group where id = any(${groupIds}::text[]) and deleted_at is null`,
    )
    const known = new Set(found.map(({ id }) => id))
    return groupIds.filter((id) => !known.has(id))
  }

  /** Ids and names of the living groups among the ids, in the order of these. */
  async listNames(groupIds: string[], context: Context): Promise<{ id: string; name: string }[]> {
    return rowsOf(
      context,
      sql`select id, name from customer_group where id = any(${groupIds}::text[]) and deleted_at is null
        order by array_position(${groupIds}::text[], id)`,
    )
  }

  /** Name and metadata of a living group. */
  async retrieve(
    groupId: string,
    context: Context,
  ): Promise<{ name: string; metadata: Record<string, unknown> | null } | undefined> {
    const [group] = await rowsOf<{ name: string; metadata: Record<string, unknown> | null }>(
      context,
      sql`select name, metadata from customer_group where id = ${groupId} and deleted_at is null`,
    )
    return group
  }

  /** Those of the names that living groups have. */
  async listTakenNames(names: string[], context: Context): Promise<string[]> {
    const taken = await rowsOf<{ name: string }>(
      context,
      sql`select name from customer_group where name = any(${names}::text[]) and deleted_at is null`,
    )
    return taken.map(({ name }) => name)
  }

  /** Name of a deleted group that can be restored. */
  async retrieveDeleted(groupId: string, context: Context): Promise<{ name: string } | undefined> {
    const [group] = await rowsOf<{ name: string }>(
      context,
      sql`select name from customer_group where id = ${groupId} and deleted_at is not null`,
    )
    return group
  }

  async renameDeleted(groupId: string, name: string, context: Context): Promise<void> {
    await countOf(
      context,
      sql`update customer_group set name = ${name}, updated_at = now()
        where id = ${groupId} and deleted_at is not null`,
    )
  }

  /** A page of the deleted groups, the last deleted first. */
  async listDeleted(
    { q, limit, offset }: AdminDeletedGroupListParams & { limit: number; offset: number },
    context: Context,
  ): Promise<{ groups: AdminDeletedGroup[]; count: number }> {
    const deleted = sql`from customer_group g where g.deleted_at is not null ${q ? sql`and ${containsText(sql`g.name`, q)}` : nothing}`
    const groups = await rowsOf<AdminDeletedGroup>(
      context,
      sql`select g.id, g.name, coalesce(counts.kind, 'manual') as kind,
          coalesce(counts.manual + counts.criteria, 0) as member_count, g.deleted_at, deleter.name as deleted_by_name
        from (select * ${deleted} order by g.deleted_at desc, g.id limit ${limit} offset ${offset}) g
        left join (${memberCounts}) counts on counts.group_id = g.id
        left join lateral (
          select ${actorName()} as name from customer_group_operation operation ${joinActor(sql`operation.actor_id`)}
          where operation.group_id = g.id and operation.type = 'delete' and operation.status = 'succeeded'
          order by operation.created_at desc limit 1
        ) deleter on true
        order by g.deleted_at desc, g.id`,
    )
    const { count } = await rowOf<{ count: number }>(context, sql`select count(*)::int as count ${deleted}`)
    return { groups, count }
  }

  /**
   * Deletes a group for good that was deleted before a moment, the oldest first, with all that is known of it. Triggers
   * see to it that nobody is told: everybody has left already, as far as others know.
   *
   * @returns the group; undefined if there is none, or another process is at it
   */
  async purgeOne(before: Date, context: Context): Promise<string | undefined> {
    const [purged] = await rowsOf<{ id: string }>(
      context,
      sql`with purged as (
          delete from customer_group where id = (
            select id from customer_group where deleted_at < ${before}::timestamptz
            order by deleted_at limit 1 for update skip locked
          ) returning id
        ),
        exclusion_change as (
          delete from customer_group_exclusion_change
          where operation_id in (select id from customer_group_operation where group_id in (select id from purged))
        ),
        exclusion as (delete from customer_group_exclusion where group_id in (select id from purged)),
        criteria as (delete from customer_group_criteria where group_id in (select id from purged)),
        operation as (delete from customer_group_operation where group_id in (select id from purged)),
        untold as (delete from customer_group_untold_change where group_id in (select id from purged)),
        alert as (delete from customer_group_size_alert where group_id in (select id from purged)),
        change as (delete from customer_group_membership_change where group_id in (select id from purged))
        select id from purged`,
    )
    return purged?.id
  }

  /** Puts name and metadata back as they were; Medusa's own update would merge the metadata. */
  async restore(
    group: { id: string; name: string; metadata: Record<string, unknown> | null },
    context: Context,
  ): Promise<void> {
    await countOf(
      context,
      sql`update customer_group set name = ${group.name},
          metadata = ${group.metadata === null ? null : JSON.stringify(group.metadata)}::jsonb, updated_at = now()
        where id = ${group.id}`,
    )
  }
}

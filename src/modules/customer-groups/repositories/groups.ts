import type { Context } from "@medusajs/framework/types"
import { countOf, rowsOf } from "../sql/run"
import { sql } from "../sql/sql"

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

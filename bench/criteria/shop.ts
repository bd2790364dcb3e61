import { withClient } from "../../scripts/postgres"
import type { Stores } from "../stores"

/** What the criteria of the measures name in the seeded shop. */
export type Shop = {
  /** A group that has members. */
  groupId: string
  /** Another, whose members are in line with nothing. */
  otherGroupId: string
  /** Categories that have children; a root holds a quarter of the shop. */
  parents: { id: string; name: string }[]
  /** Categories without children. */
  leaves: string[]
}

export const readShop = ({ databaseUrl, groupId }: Stores): Promise<Shop> =>
  withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ id: string; name: string; is_parent: boolean }>(
      `select id, name, exists (select from product_category child where child.parent_category_id = category.id) as is_parent
       from product_category category where deleted_at is null order by name`,
    )
    const others = await client.query(
      "select id from customer_group where deleted_at is null and id <> $1 order by name limit 1",
      [groupId],
    )
    return {
      groupId,
      otherGroupId: others.rows[0].id,
      parents: rows.filter(({ is_parent }) => is_parent),
      leaves: rows.filter(({ is_parent }) => !is_parent).map(({ id }) => id),
    }
  })

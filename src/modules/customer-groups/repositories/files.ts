import type { Context } from "@medusajs/framework/types"
import { countOf, rowsOf } from "../sql/run"
import { sql } from "../sql/sql"

/** Files that exports have made, by their ids in Medusa's file module. */
export class FilesRepository {
  async remember(id: string, hours: number, context: Context): Promise<void> {
    await countOf(
      context,
      sql`insert into customer_group_file (id, expires_at)
        values (${id}, clock_timestamp() + make_interval(hours => ${hours})) on conflict (id) do nothing`,
    )
  }

  /** Those that have had their time, the oldest first. */
  async listExpired(limit: number, context: Context): Promise<string[]> {
    const expired = await rowsOf<{ id: string }>(
      context,
      sql`select id from customer_group_file where expires_at <= clock_timestamp() order by expires_at limit ${limit}`,
    )
    return expired.map(({ id }) => id)
  }

  async forget(ids: string[], context: Context): Promise<void> {
    await countOf(context, sql`delete from customer_group_file where id = any(${ids}::text[])`)
  }
}

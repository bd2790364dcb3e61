import type { Context } from "@medusajs/framework/types"
import { partsOf } from "./parts"
import { rowOf, rowsOf } from "./run"
import { sql, type Sql } from "./sql"
import { fillTemporary } from "./temporary"

/** How far long work is: others see it at once, though what it writes stands only at the end. */
export interface Progress {
  /** There are so many more rows to do. */
  expect(rows: number): Promise<void>
  /** So many more of them are done. @throws NOT_ALLOWED somebody has cancelled the work */
  did(rows: number): Promise<void>
}

const CHOSEN = sql`customer_groups_chosen`

/**
 * Writes many rows by statements of some thousands each, within one transaction, so that others see how far it is and can
 * end it between two of them. By one statement if nobody is to see it.
 *
 * @param chosen a select of `(…, place)`: numbers from 1 on without gaps; rows of the same place are written together
 * @param write writes the rows of a part, which it is given as a select of the columns of `chosen`, and answers how many
 * @returns how many places there were; without progress, what `write` has answered
 * @throws NOT_ALLOWED somebody has cancelled the work
 */
export const inParts = async (
  chosen: Sql,
  progress: Progress | undefined,
  context: Context,
  write: (part: Sql) => Promise<number>,
): Promise<number> => {
  if (!progress) return write(chosen)
  await fillTemporary(CHOSEN, chosen, context)
  const { total } = await rowOf<{ total: number }>(
    context,
    sql`select coalesce(max(place), 0)::int as total from ${CHOSEN}`,
  )
  await progress.expect(total)
  const parts = partsOf(total)
  if (parts.length > 1) await rowsOf(context, sql`create index on ${CHOSEN} (place)`)
  for (const { after, upTo } of parts) {
    await write(sql`select * from ${CHOSEN} where place > ${after}::int and place <= ${upTo}::int`)
    await progress.did(upTo - after)
  }
  return total
}

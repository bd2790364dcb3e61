import type { Context } from "@medusajs/framework/types"
import { deleteLeaving, deleteTwins, insertJoining, type Moves } from "./evaluation"
import { countOf, rowOf } from "./run"
import { sql } from "./sql"
import { asTrustedWriter } from "./writer"

/** Writes who joins and who leaves a group whose lock the caller holds. */
export async function writeMoves(
  groupId: string,
  moves: Moves,
  now: Date,
  context: Context,
): Promise<{ joined: number; left: number }> {
  const moved = await asTrustedWriter(context, async () => {
    const { left } = await rowOf<{ left: number }>(context, deleteLeaving(moves))
    const joined = await countOf(context, insertJoining(groupId, moves, sql`${now}::timestamptz`))
    return { joined, left }
  })
  // Not as a trusted writer, who would have to take out every row of a pair: the log sees that nobody leaves.
  await countOf(context, deleteTwins(moves))
  return moved
}

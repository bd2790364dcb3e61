import type { Context } from "@medusajs/framework/types"
import type { GroupActor } from "../../../types"
import type { ChangeDependencies } from "./dependencies"

/** What somebody did to a group by hand. */
interface DoneByHand {
  groupId: string
  hasAdded: boolean
  hasRemoved: boolean
  actor: GroupActor
  operationId: string
}

/**
 * In an automatic group, who is taken out by hand stays out (the next evaluation would bring them back), and who is added
 * by hand is excluded no longer. In a manual group there is nothing to do.
 */
export const keepExclusions = async (
  { criteriaRepository: criteria, exclusionsRepository: exclusions }: ChangeDependencies,
  { groupId, hasAdded, hasRemoved, actor, operationId }: DoneByHand,
  context: Context,
): Promise<void> => {
  if (!(await criteria.retrieve(groupId, context))) return
  if (hasRemoved) await exclusions.excludeWhoLeft(groupId, { actor, operationId }, context)
  if (hasAdded) await exclusions.liftOfManualMembers(groupId, operationId, context)
}

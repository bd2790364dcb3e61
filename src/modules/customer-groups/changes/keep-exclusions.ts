import type { Context } from "@medusajs/framework/types"
import type { ExclusionDetails } from "../repositories/exclusions"
import type { ChangeDependencies } from "./dependencies"

/** What somebody did to a group by hand. */
interface DoneByHand {
  groupId: string
  hasAdded: boolean
  hasRemoved: boolean
  /** What is said of the exclusion of who was taken out. */
  exclusion: ExclusionDetails
}

/**
 * In an automatic group, who is taken out by hand stays out (the next evaluation would bring them back), and who is added
 * by hand is excluded no longer. In a manual group there is nothing to do.
 */
export const keepExclusions = async (
  { criteriaRepository: criteria, exclusionsRepository: exclusions }: ChangeDependencies,
  { groupId, hasAdded, hasRemoved, exclusion }: DoneByHand,
  context: Context,
): Promise<void> => {
  if (!(await criteria.retrieve(groupId, context))) return
  if (hasRemoved) await exclusions.excludeWhoLeft(groupId, exclusion, context)
  if (hasAdded) await exclusions.liftOfManualMembers(groupId, exclusion.operationId, context)
}

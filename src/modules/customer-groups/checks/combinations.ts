import { MedusaError } from "@medusajs/framework/utils"
import type { CombineGroupsInput, GroupCombination } from "../../../types"
import { COMBINE_WAYS } from "../../../types/http/combinations"
import { checkIds } from "./ids"

/** How many groups can be combined at once. */
export const MAX_COMBINED_GROUPS = 100

const refuse = (problem: string) => {
  throw new MedusaError(MedusaError.Types.INVALID_DATA, `${problem} Nothing was changed.`)
}

/**
 * @param least how many groups there must be
 * @throws INVALID_DATA there is no such way · too few or too many groups · one of them twice
 */
export function checkCombination({ how, group_ids: groupIds }: GroupCombination, least: number): void {
  if (!COMBINE_WAYS.includes(how)) refuse(`how: Must be one of ${COMBINE_WAYS.join(", ")}.`)
  if (groupIds.length < least || groupIds.length > MAX_COMBINED_GROUPS)
    refuse(`group_ids: ${groupIds.length} given; name ${least} to ${MAX_COMBINED_GROUPS} groups.`)
  checkIds(groupIds, "group_ids")
  const twice = groupIds.find((id, index) => groupIds.indexOf(id) !== index)
  if (twice !== undefined) refuse(`group_ids: ${twice} is named twice.`)
}

/** @throws INVALID_DATA neither a group nor the name of a new one, or both */
export function checkTarget(into: CombineGroupsInput["into"]): void {
  if ("group_id" in into === "name" in into) refuse("into: Needs either group_id or name.")
}

import type { Context } from "@medusajs/framework/types"
import type { AddCombinedInput, CombineGroupsInput, GroupCombination, GroupOperationDTO } from "../../../types"
import { checkCombination, checkTarget } from "../checks/combinations"
import { checkKnown } from "../checks/ids"
import { newOperationId } from "../operation-id"
import type { GroupsRepository } from "../repositories/groups"
import type { PickedCustomersRepository } from "../repositories/picked-customers"
import { type ChangeDependencies, NOBODY, type OnRecord, writeDown } from "./dependencies"
import { keepExclusions } from "./keep-exclusions"

/** What bulk changes write to: the customers are picked first. */
export interface BulkDependencies extends ChangeDependencies {
  pickedCustomersRepository: PickedCustomersRepository
}

/** A combination with a single group is a copy of it: into a group that is there it adds, and as a new one it is refused. */
const leastOf = ({ how }: GroupCombination, isIntoExisting: boolean): number =>
  how === "union" && isIntoExisting ? 1 : 2

/**
 * Refuses groups that cannot be combined so, before anything is written.
 *
 * @throws INVALID_DATA naming the field · NOT_FOUND one of the groups does not exist
 */
export const checkCombine = async (
  dependencies: { groupsRepository: GroupsRepository },
  { into, ...combination }: Pick<CombineGroupsInput, "how" | "group_ids" | "into">,
  context: Context,
): Promise<void> => {
  checkTarget(into)
  checkCombination(combination, leastOf(combination, "group_id" in into))
  await listCombined(dependencies, combination, context)
  if ("group_id" in into) await requireTarget(dependencies, into.group_id, context)
}

/**
 * How many living customers a combination of groups results in. Takes a single group too: somebody is still choosing.
 *
 * @throws INVALID_DATA naming the field · NOT_FOUND one of the groups does not exist
 */
export const countCombined = async (
  dependencies: Pick<BulkDependencies, "groupsRepository" | "pickedCustomersRepository">,
  combination: GroupCombination,
  context: Context,
): Promise<number> => {
  checkCombination(combination, 1)
  await listCombined(dependencies, combination, context)
  return dependencies.pickedCustomersRepository.countCombined(combination, context)
}

/**
 * Refuses groups that cannot be combined into one that is there. Changes nothing.
 *
 * @returns the groups with their names
 * @throws INVALID_DATA naming the field · NOT_FOUND one of the groups does not exist
 */
export const checkCombined = async (
  dependencies: { groupsRepository: GroupsRepository },
  { group_id: groupId, is_new: isNew = false, how, group_ids }: AddCombinedInput,
  context: Context,
) => {
  checkCombination({ how, group_ids }, leastOf({ how, group_ids }, !isNew))
  const groups = await listCombined(dependencies, { how, group_ids }, context)
  await requireTarget(dependencies, groupId, context)
  return groups
}

/** What the history says of a combination. The group `is_new`: without the combination it is not there either. */
export const combinedDetails = (
  { how, is_new: isNew = false }: AddCombinedInput,
  groups: { id: string; name: string }[],
) => ({ how, groups, ...(isNew ? { is_new: true, tell_customers: false } : {}) })

/**
 * Puts whom a combination of groups results in into a group, by hand, within the caller's transaction. The group keeps
 * everybody it has and may be one of those that are combined; in an automatic one, exclusions of who comes in are lifted.
 *
 * @param running the operation, if it stands in the history already
 * @throws INVALID_DATA naming the field · NOT_FOUND one of the groups does not exist
 */
export const combineGroups = async (
  dependencies: BulkDependencies,
  input: AddCombinedInput,
  context: Context,
  running?: OnRecord,
): Promise<GroupOperationDTO> => {
  const { group_id: groupId, is_new: _, operation_id, actor = NOBODY, ...combination } = input
  const { membershipChangesRepository: changes, pickedCustomersRepository: picked } = dependencies
  const groups = await checkCombined(dependencies, input, context)

  const operationId = running?.id ?? operation_id ?? newOperationId()
  await changes.writeAs(operationId, context)
  await picked.pickCombined(combination, context)
  await changes.lockGroups([groupId], context)
  const joined = await changes.addPicked(groupId, actor.id, context, running?.progress)
  await keepExclusions(
    dependencies,
    { groupId, hasAdded: true, hasRemoved: false, exclusion: { actor, operationId } },
    context,
  )
  return writeDown(
    dependencies,
    {
      id: operationId,
      group_id: groupId,
      type: "combine",
      status: "succeeded",
      reason: "by_hand",
      joined,
      details: combinedDetails(input, groups),
    },
    { actor, running },
    context,
  )
}

/** The groups that are combined, with their names. */
const listCombined = async (
  { groupsRepository }: { groupsRepository: GroupsRepository },
  { group_ids: groupIds }: GroupCombination,
  context: Context,
) => {
  const groups = await groupsRepository.listNames(groupIds, context)
  const known = new Set(groups.map(({ id }) => id))
  const unknown = groupIds.filter((id) => !known.has(id))
  checkKnown(unknown, groupIds.length, { path: "group_ids", what: "customer groups" })
  return groups
}

const requireTarget = async (
  { groupsRepository }: { groupsRepository: GroupsRepository },
  groupId: string,
  context: Context,
): Promise<void> => {
  const unknown = await groupsRepository.listUnknown([groupId], context)
  checkKnown(unknown, 1, { path: "into.group_id", what: "customer groups" })
}

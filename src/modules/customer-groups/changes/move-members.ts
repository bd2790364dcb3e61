import { MedusaError } from "@medusajs/framework/utils"
import type { Context } from "@medusajs/framework/types"
import type { MovedMembers, MoveMembersInput } from "../../../types"
import { checkIds, checkKnown } from "../checks/ids"
import { groupNotFound } from "../errors"
import { newOperationId } from "../operation-id"
import type { BulkDependencies } from "./combine-groups"
import { NOBODY, type OnRecord, writeDown } from "./dependencies"
import { keepExclusions } from "./keep-exclusions"

/**
 * Makes sure that members can be moved. Changes nothing.
 * @returns both groups with their names, and the ids of the customers, each once
 */
export const checkMove = async (
  dependencies: BulkDependencies,
  { group_id: fromId, to: toId, members }: MoveMembersInput,
  context: Context,
) => {
  const groups = await retrieveBoth(dependencies, fromId, toId, context)
  const ids = "filter" in members ? [] : [...new Set(members.ids)]
  if ("filter" in members) checkIds(members.except ?? [], "members.except")
  else await checkCustomers(dependencies, ids, context)
  return { ...groups, ids }
}

/**
 * Moves members of a group to another one within the caller's transaction: an operation on each group, which are undone
 * together. Who is in the other group already just leaves. They are by hand there; out of an automatic group they are
 * excluded, as whoever is removed.
 *
 * @param running the operation on the group that they leave, if it stands in the history already
 * @throws NOT_FOUND one of the groups, or some of the customers, do not exist · INVALID_DATA both groups are the same, too
 * many ids
 */
export const moveMembers = async (
  dependencies: BulkDependencies,
  input: MoveMembersInput,
  context: Context,
  running?: OnRecord,
): Promise<MovedMembers> => {
  const { group_id: fromId, to: toId, members, operation_id, actor = NOBODY } = input
  const { membershipChangesRepository: changes, operationsRepository: operations } = dependencies
  const { from, to, ids } = await checkMove(dependencies, input, context)

  const [left, joined] = [
    { id: running?.id ?? operation_id ?? newOperationId(), group_id: fromId },
    { id: newOperationId(), group_id: toId },
  ]
  const groupIds = [fromId, toId].sort()
  await changes.writeAs(left.id, context)
  for (const groupId of groupIds) await changes.lockRows(groupId, ids, context)
  await changes.lockGroups(groupIds, context)
  await dependencies.pickedCustomersRepository.pickMembers(fromId, "filter" in members ? members : { ids }, context)

  const leaving = await changes.removePicked(fromId, context, running?.progress)
  const leave = { groupId: fromId, hasAdded: false, hasRemoved: leaving > 0 }
  await keepExclusions(dependencies, { ...leave, exclusion: { actor, operationId: left.id } }, context)
  await changes.writeAs(joined.id, context)
  const joining = await changes.addPicked(toId, actor.id, context, running?.progress)
  const join = { groupId: toId, hasAdded: true, hasRemoved: false }
  await keepExclusions(dependencies, { ...join, exclusion: { actor, operationId: joined.id } }, context)

  const done = { type: "move", status: "succeeded", reason: "by_hand" } as const
  return [
    await writeDown(dependencies, { ...left, ...done, left: leaving, details: { to } }, { actor, running }, context),
    await operations.record(
      { ...joined, ...done, joined: joining, details: { from }, part_of_id: left.id },
      actor,
      context,
    ),
  ]
}

/** Both groups with their names. */
const retrieveBoth = async ({ groupsRepository }: BulkDependencies, fromId: string, toId: string, context: Context) => {
  const groups = await groupsRepository.listNames([...new Set([fromId, toId])], context)
  const from = groups.find(({ id }) => id === fromId)
  if (!from) throw groupNotFound(fromId)
  const to = groups.find(({ id }) => id === toId)
  checkKnown(to ? [] : [toId], 1, { path: "to", what: "customer groups" })
  if (fromId === toId)
    throw new MedusaError(MedusaError.Types.INVALID_DATA, "to: Must be another group. Nothing was changed.")
  return { from, to: to! }
}

const checkCustomers = async (
  { membershipChangesRepository: changes }: BulkDependencies,
  ids: string[],
  context: Context,
): Promise<void> => {
  checkIds(ids, "members.ids")
  const unknown = await changes.listUnknownCustomers(ids, context)
  checkKnown(unknown, ids.length, { path: "members.ids", what: "customers" })
}

import { MedusaError } from "@medusajs/framework/utils"
import type { Context } from "@medusajs/framework/types"
import type { ExcludeCustomersInput, GroupOperationDTO } from "../../../types"
import { checkExclusion } from "../checks/exclusions"
import { checkIds, checkKnown } from "../checks/ids"
import { groupNotFound } from "../errors"
import { type ChangeDependencies, NOBODY } from "./dependencies"
import { newOperationId } from "../operation-id"

/** Why customers cannot be excluded from a group without criteria. */
export const nothingToExcludeFrom = () =>
  new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    "The group has no criteria, so nobody comes in by itself: remove customers instead of excluding them.",
  )

/**
 * Takes customers out of an automatic group, whoever put them there, and keeps them out, within the caller's
 * transaction. An exclusion that stands is replaced.
 *
 * @throws NOT_FOUND the group or some of the customers do not exist · NOT_ALLOWED the group has no criteria ·
 * INVALID_DATA no or too many ids, a reason that is too long, an end that is over
 */
export const excludeCustomers = async (
  dependencies: ChangeDependencies,
  { group_id: groupId, ids: given, reason, until, actor = NOBODY }: ExcludeCustomersInput,
  now: Date,
  context: Context,
): Promise<GroupOperationDTO> => {
  const { membershipChangesRepository: changes, operationsRepository: operations } = dependencies
  const ids = [...new Set(given)]
  checkIds(ids, "ids")
  if (!ids.length) throw new MedusaError(MedusaError.Types.INVALID_DATA, "ids: Name at least one customer.")
  const said = checkExclusion({ reason, until }, now)
  if ((await dependencies.groupsRepository.listUnknown([groupId], context)).length) throw groupNotFound(groupId)
  if (!(await dependencies.criteriaRepository.retrieve(groupId, context))) throw nothingToExcludeFrom()
  checkKnown(await changes.listUnknownCustomers(ids, context), ids.length, { path: "ids", what: "customers" })

  const id = newOperationId()
  await changes.writeAs(id, context)
  await changes.lockRows(groupId, ids, context)
  await changes.lockGroups([groupId], context)
  const left = await changes.removeByIds(groupId, ids, context)
  await dependencies.exclusionsRepository.exclude(groupId, ids, { ...said, actor, operationId: id }, context)
  return operations.record(
    {
      id,
      group_id: groupId,
      type: "exclude",
      status: "succeeded",
      reason: "by_hand",
      left,
      details: { excluded: ids.length, ...said },
    },
    actor,
    context,
  )
}

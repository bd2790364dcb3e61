import { MedusaError } from "@medusajs/framework/utils"
import type { Context } from "@medusajs/framework/types"
import type {
  ChangedCriteria,
  GroupOperationDTO,
  GroupSettings,
  PauseGroupInput,
  RemoveCriteriaInput,
  SetCriteriaInput,
} from "../../../types"
import type { AdminGroupCriteria } from "../../../types/http/criteria"
import { checkCriteria, checkGuard, checkStay } from "../checks/criteria"
import { groupNotFound } from "../errors"
import { treesOf } from "../evaluation/trees"
import { NOBODY } from "./dependencies"
import { newOperationId } from "../operation-id"
import type { EvaluationDependencies } from "./evaluate-group"
import { groupsIn, requireNoCycle, requireReferences } from "./look-up-references"

/** The stored criteria of a group, as an operation keeps them. */
export type Settings = Pick<AdminGroupCriteria, "criteria" | "stay" | "guard">

export const settingsOf = ({ criteria, stay, guard }: AdminGroupCriteria): Settings => ({ criteria, stay, guard })

/**
 * Settings as they are kept: checked, and with what they name looked up.
 *
 * @throws INVALID_DATA naming the place
 */
export const checkSettings = async (
  dependencies: Pick<EvaluationDependencies, "referencesRepository">,
  { criteria: given, stay: givenStay, guard: givenGuard }: GroupSettings,
  context: Context,
): Promise<Settings> => {
  const criteria = checkCriteria(given)
  const stay = checkStay(givenStay)
  const guard = checkGuard(givenGuard)
  await requireReferences(dependencies, criteria, context)
  if (stay?.leave_criteria)
    await requireReferences(dependencies, stay.leave_criteria, context, { within: "stay.leave_" })
  return { criteria, stay, guard }
}

/**
 * Writes the criteria of a group within the caller's transaction; members change when it is evaluated. A group that
 * somebody has paused stays so; one that was paused because its criteria had become invalid is active again.
 *
 * @throws NOT_FOUND no such group · INVALID_DATA naming the place in the criteria
 */
export const setCriteria = async (
  dependencies: EvaluationDependencies,
  { group_id: groupId, actor = NOBODY, tell_customers, note, ...given }: SetCriteriaInput,
  context: Context,
): Promise<ChangedCriteria> => {
  const { criteriaRepository, groupsRepository, operationsRepository } = dependencies
  if ((await groupsRepository.listUnknown([groupId], context)).length) throw groupNotFound(groupId)
  const settings = await admitSettings(dependencies, groupId, given, context)
  const before = await criteriaRepository.retrieve(groupId, context)
  // Nobody has paused it: its criteria had become invalid, and now they are not.
  if (before?.status === "paused" && before.error) await criteriaRepository.setStatus(groupId, "active", context)
  await criteriaRepository.save(groupId, settings, context)
  const id = newOperationId()
  await operationsRepository.supersedeHeld(groupId, id, context)
  await operationsRepository.record(
    {
      id,
      group_id: groupId,
      type: "set_criteria",
      status: "succeeded",
      details: {
        from: before ? settingsOf(before) : null,
        to: settings,
        ...(tell_customers === undefined ? {} : { tell_customers }),
        ...(note ? { note } : {}),
      },
    },
    actor,
    context,
  )
  return { criteria: (await criteriaRepository.retrieve(groupId, context)) as AdminGroupCriteria, operation_id: id }
}

/**
 * Settings that can be saved for a group now, within the caller's transaction: nobody writes to what they look at.
 *
 * @throws INVALID_DATA naming the place
 */
export const admitSettings = async (
  dependencies: EvaluationDependencies,
  groupId: string,
  given: GroupSettings,
  context: Context,
): Promise<Settings> => {
  const settings = await checkSettings(dependencies, given, context)
  await requireNoCycle(dependencies, groupId, treesOf(settings), context)
  await awaitWriters(dependencies, settings, context)
  return settings
}

/**
 * Waits for whoever is writing to the groups that criteria look at, and keeps others waiting until these are active: a
 * change that does not know of them yet marks nobody, and an evaluation would not see it before it is committed.
 */
const awaitWriters = async (
  { membershipChangesRepository }: EvaluationDependencies,
  { criteria, stay }: Pick<Settings, "criteria" | "stay">,
  context: Context,
): Promise<void> => {
  const groupIds = groupsIn(criteria, stay?.leave_criteria)
  if (groupIds.length) await membershipChangesRepository.lockGroups(groupIds, context)
}

/**
 * Makes an automatic group one whose members are picked by hand, within the caller's transaction.
 *
 * @throws NOT_FOUND no such group · NOT_ALLOWED it has no criteria
 */
export const removeCriteria = async (
  { criteriaRepository, groupsRepository, membershipChangesRepository, operationsRepository }: EvaluationDependencies,
  { group_id: groupId, members, actor = NOBODY }: RemoveCriteriaInput,
  context: Context,
): Promise<GroupOperationDTO> => {
  if ((await groupsRepository.listUnknown([groupId], context)).length) throw groupNotFound(groupId)
  const before = await criteriaRepository.retrieve(groupId, context)
  if (!before) throw withoutCriteria()
  const id = newOperationId()
  await membershipChangesRepository.writeAs(id, context)
  await membershipChangesRepository.lockGroups([groupId], context)
  const left =
    members === "remove"
      ? await membershipChangesRepository.removeMembersByCriteria(groupId, context)
      : await membershipChangesRepository.keepMembersByCriteria(groupId, actor.id, context).then(() => 0)
  await criteriaRepository.remove(groupId, context)
  await operationsRepository.supersedeHeld(groupId, id, context)
  return operationsRepository.record(
    {
      id,
      group_id: groupId,
      type: "remove_criteria",
      status: "succeeded",
      left,
      details: { from: settingsOf(before), members },
    },
    actor,
    context,
  )
}

/**
 * Pauses or resumes the criteria of a group within the caller's transaction. A paused group keeps its members.
 *
 * @throws NOT_FOUND no such group · NOT_ALLOWED it has no criteria
 */
export const setPaused = async (
  dependencies: EvaluationDependencies,
  { group_id: groupId, actor = NOBODY }: PauseGroupInput,
  isPaused: boolean,
  context: Context,
): Promise<ChangedCriteria> => {
  const { criteriaRepository, groupsRepository, operationsRepository } = dependencies
  if ((await groupsRepository.listUnknown([groupId], context)).length) throw groupNotFound(groupId)
  const stored = await criteriaRepository.retrieve(groupId, context)
  if (!stored) throw withoutCriteria()
  if (!isPaused) await awaitWriters(dependencies, stored, context)
  await criteriaRepository.setStatus(groupId, isPaused ? "paused" : "active", context)
  const id = newOperationId()
  await operationsRepository.record(
    { id, group_id: groupId, type: isPaused ? "pause" : "resume", status: "succeeded" },
    actor,
    context,
  )
  return { criteria: (await criteriaRepository.retrieve(groupId, context)) as AdminGroupCriteria, operation_id: id }
}

const withoutCriteria = () => new MedusaError(MedusaError.Types.NOT_ALLOWED, "The group has no criteria.")

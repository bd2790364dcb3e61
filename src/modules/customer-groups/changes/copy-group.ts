import type { Context } from "@medusajs/framework/types"
import type { CopiedGroup, CopyGroupInput, DuplicateGroupInput, PlannedCopy } from "../../../types"
import { copyName } from "../../../types/copy-name"
import { groupNotFound } from "../errors"
import { treesOf } from "../evaluation/trees"
import type { GroupsRepository } from "../repositories/groups"
import { NOBODY } from "./dependencies"
import { newOperationId } from "../operation-id"
import { type EvaluationDependencies, requireEvaluable } from "./evaluate-group"
import { groupsIn } from "./look-up-references"
import { checkSettings } from "./set-criteria"

/** Names that are looked up at once for one that is free. */
const NAMES_AT_ONCE = 100

/**
 * What a copy is called and holds, if the group can be copied now: then nothing that comes after it is refused.
 *
 * @throws NOT_FOUND no such group · INVALID_DATA its criteria have become invalid · NOT_ALLOWED they cannot be evaluated now
 */
export const planCopy = async (
  dependencies: EvaluationDependencies,
  { group_id: groupId, name, metadata }: Pick<DuplicateGroupInput, "group_id" | "name" | "metadata">,
  context: Context,
): Promise<PlannedCopy> => {
  const { criteriaRepository, groupsRepository } = dependencies
  const original = await groupsRepository.retrieve(groupId, context)
  if (!original) throw groupNotFound(groupId)
  const stored = await criteriaRepository.retrieve(groupId, context)
  if (stored) {
    const settings = await checkSettings(dependencies, stored, context)
    for (const tree of treesOf(settings)) await requireEvaluable(dependencies, tree, context)
  }
  return {
    name: name ?? (await freeName(groupsRepository, original.name, context)),
    metadata: metadata === undefined ? original.metadata : metadata,
  }
}

const freeName = async (groups: GroupsRepository, name: string, context: Context): Promise<string> => {
  for (let first = 1; ; first += NAMES_AT_ONCE) {
    const names = Array.from({ length: NAMES_AT_ONCE }, (_, index) => copyName(name, first + index))
    const taken = await groups.listTakenNames(names, context)
    const free = names.find((one) => !taken.includes(one))
    if (free) return free
  }
}

/**
 * Gives a new group criteria, exclusions and members by hand of another one, within the caller's transaction, as the
 * operation that stands for its creation. Filling it is silent, like that of any new group.
 *
 * @throws NOT_FOUND one of the groups does not exist · INVALID_DATA the criteria have become invalid
 */
export const copyGroup = async (
  dependencies: EvaluationDependencies,
  { from_id: fromId, group_id: groupId, actor = NOBODY }: CopyGroupInput,
  context: Context,
): Promise<CopiedGroup> => {
  const { criteriaRepository, exclusionsRepository, groupsRepository, membershipChangesRepository } = dependencies
  const original = await groupsRepository.retrieve(fromId, context)
  if (!original) throw groupNotFound(fromId)
  const copy = await groupsRepository.retrieve(groupId, context)
  if (!copy) throw groupNotFound(groupId)

  const stored = await criteriaRepository.retrieve(fromId, context)
  const settings = stored && (await checkSettings(dependencies, stored, context))
  const operationId = newOperationId()
  await membershipChangesRepository.writeAs(operationId, context)
  // Those that the criteria look at as well: see `setCriteria`.
  const lookedAt = settings ? groupsIn(...treesOf(settings)) : []
  await membershipChangesRepository.lockGroups([groupId, ...lookedAt], context)
  if (settings) await criteriaRepository.save(groupId, settings, context)
  const excluded = await exclusionsRepository.copy(fromId, groupId, { actor, operationId }, context)
  const joined = await membershipChangesRepository.addManualMembersOf(fromId, groupId, actor.id, context)
  await dependencies.operationsRepository.record(
    {
      id: operationId,
      group_id: groupId,
      type: "create",
      status: "succeeded",
      reason: "by_hand",
      joined,
      details: {
        name: copy.name,
        copy_of: { id: fromId, name: original.name },
        ...(settings ?? {}),
        excluded,
        tell_customers: false,
      },
    },
    actor,
    context,
  )
  return { is_automatic: settings !== undefined, operation_id: operationId }
}

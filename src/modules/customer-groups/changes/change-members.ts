import type { Context } from "@medusajs/framework/types"
import type { ChangeMembersInput, GroupOperationDTO } from "../../../types"
import { checkDisjoint, checkIds, checkKnown } from "../checks/ids"
import { groupNotFound } from "../errors"
import { type ChangeDependencies, newOperationId, NOBODY } from "./dependencies"
import { keepExclusions } from "./keep-exclusions"

/** The ids of a choice, each once; none for a choice by filter. */
const idsOf = (choice: ChangeMembersInput["add"] | ChangeMembersInput["remove"], path: string): string[] => {
  if (!choice) return []
  if ("filter" in choice) {
    checkIds(choice.except ?? [], `${path}.except`)
    return []
  }
  const ids = [...new Set(choice.ids)]
  checkIds(ids, path)
  return ids
}

/** Adds and removes members of one group within the caller's transaction. */
export const changeMembers = async (
  dependencies: ChangeDependencies,
  { group_id: groupId, add, remove, actor = NOBODY }: ChangeMembersInput,
  context: Context,
): Promise<GroupOperationDTO> => {
  const {
    groupsRepository: groups,
    membershipChangesRepository: changes,
    operationsRepository: operations,
  } = dependencies
  if ((await groups.listUnknown([groupId], context)).length) throw groupNotFound(groupId)
  const addIds = idsOf(add, "add")
  const removeIds = idsOf(remove, "remove")
  checkDisjoint(addIds, removeIds)
  for (const [path, ids] of Object.entries({ add: addIds, remove: removeIds })) {
    if (!ids.length) continue
    checkKnown(await changes.listUnknownCustomers(ids, context), ids.length, { path, what: "customers" })
  }

  const operationId = newOperationId()
  await changes.writeAs(operationId, context)
  await changes.lockRows(groupId, removeIds, context)
  await changes.lockGroups([groupId], context)
  const left = !remove
    ? 0
    : "filter" in remove
      ? await changes.removeByFilter(groupId, remove.filter, remove.except ?? [], context)
      : await changes.removeByIds(groupId, removeIds, context)
  const joined = !add
    ? 0
    : "filter" in add
      ? await changes.addByFilter(groupId, add.filter, add.except ?? [], actor.id, context)
      : await changes.addByIds(groupId, addIds, actor.id, context)
  const done = { groupId, hasAdded: add !== undefined, hasRemoved: left > 0, actor, operationId }
  await keepExclusions(dependencies, done, context)
  await operations.record(
    {
      id: operationId,
      group_id: groupId,
      type: "change_members",
      status: "succeeded",
      reason: "by_hand",
      joined,
      left,
    },
    actor,
    context,
  )
  return (await operations.retrieve(operationId, context)) as GroupOperationDTO
}

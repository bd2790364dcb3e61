import { MedusaError } from "@medusajs/framework/utils"
import type { Context } from "@medusajs/framework/types"
import type { ChangeMembersInput, GroupOperationDTO } from "../../../types"
import { checkExclusion } from "../checks/exclusions"
import { checkDisjoint, checkIds, checkKnown } from "../checks/ids"
import { groupNotFound } from "../errors"
import { type ChangeDependencies, newOperationId, NOBODY } from "./dependencies"
import { nothingToExcludeFrom } from "./exclude-customers"
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

/**
 * Adds, removes and excludes customers of one group within the caller's transaction. In an automatic group, who is
 * removed is excluded too (see `keepExclusions`).
 */
export const changeMembers = async (
  dependencies: ChangeDependencies,
  { group_id: groupId, add, remove, exclude, reason, until, actor = NOBODY }: ChangeMembersInput,
  now: Date,
  context: Context,
): Promise<GroupOperationDTO> => {
  const {
    groupsRepository: groups,
    membershipChangesRepository: changes,
    operationsRepository: operations,
  } = dependencies
  if ((await groups.listUnknown([groupId], context)).length) throw groupNotFound(groupId)
  const ids = { add: idsOf(add, "add"), remove: idsOf(remove, "remove"), exclude: idsOf(exclude, "exclude") }
  checkDisjoint(ids.add, ids.remove)
  checkDisjoint(ids.add, ids.exclude, "exclude")
  if (isFilter(add) && isFilter(exclude)) throw twoFilters()
  const said = checkExclusion({ reason, until }, now)
  if (exclude || said.reason || said.until) await requireCriteria(dependencies, groupId, context)
  for (const [path, named] of Object.entries(ids)) {
    if (!named.length) continue
    checkKnown(await changes.listUnknownCustomers(named, context), named.length, { path, what: "customers" })
  }

  const operationId = newOperationId()
  await changes.writeAs(operationId, context)
  await changes.lockRows(groupId, [...ids.remove, ...ids.exclude], context)
  await changes.lockGroups([groupId], context)
  const take = (choice: typeof remove, chosen: string[]) =>
    !choice
      ? 0
      : "filter" in choice
        ? changes.removeByFilter(groupId, choice.filter, choice.except ?? [], context)
        : changes.removeByIds(groupId, chosen, context)
  const left = (await take(remove, ids.remove)) + (await take(exclude, ids.exclude))
  const joined = !add
    ? 0
    : "filter" in add
      ? await changes.addByFilter(groupId, add.filter, [...(add.except ?? []), ...ids.exclude], actor.id, context)
      : await changes.addByIds(groupId, ids.add, actor.id, context)
  const exclusion = { ...said, actor, operationId }
  if (ids.exclude.length) await dependencies.exclusionsRepository.exclude(groupId, ids.exclude, exclusion, context)
  await keepExclusions(dependencies, { groupId, hasAdded: add !== undefined, hasRemoved: left > 0, exclusion }, context)
  return operations.record(
    {
      id: operationId,
      group_id: groupId,
      type: "change_members",
      status: "succeeded",
      reason: "by_hand",
      joined,
      left,
      details: said.reason || said.until ? { ...said } : null,
    },
    actor,
    context,
  )
}

const isFilter = (choice: ChangeMembersInput["add"] | ChangeMembersInput["exclude"]) =>
  choice !== undefined && "filter" in choice

/** Whom both match would be added and excluded at once. */
const twoFilters = () =>
  new MedusaError(
    MedusaError.Types.INVALID_DATA,
    "exclude: A filter to add and one to exclude do not go together. Nothing was changed.",
  )

const requireCriteria = async (
  { criteriaRepository }: ChangeDependencies,
  groupId: string,
  context: Context,
): Promise<void> => {
  if (!(await criteriaRepository.retrieve(groupId, context))) throw nothingToExcludeFrom()
}

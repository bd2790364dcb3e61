import { MedusaError } from "@medusajs/framework/utils"
import type { Context } from "@medusajs/framework/types"
import type { AdminCustomerFilter, ChangeMembersInput, GroupOperationDTO } from "../../../types"
import { checkExclusion } from "../checks/exclusions"
import { checkDisjoint, checkIds, checkKnown } from "../checks/ids"
import { groupNotFound } from "../errors"
import { type ChangeDependencies, NOBODY, type OnRecord, writeDown } from "./dependencies"
import { newOperationId } from "../operation-id"
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

/** Whether so many may move that others should be able to watch and cancel it. */
export const isLongChange = ({ add, remove, exclude }: ChangeMembersInput): boolean =>
  [add, remove, exclude].some(isFilter)

/**
 * Makes sure that a change can be made. Changes nothing.
 *
 * @returns the ids of each part, each once, and what is said of who is taken out
 */
export const checkMembersChange = async (
  dependencies: ChangeDependencies,
  { group_id: groupId, add, remove, exclude, reason, until }: ChangeMembersInput,
  now: Date,
  context: Context,
) => {
  const { groupsRepository: groups, membershipChangesRepository: changes } = dependencies
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
  return { ids, said }
}

/**
 * Adds, removes and excludes customers of one group within the caller's transaction. In an automatic group, who is
 * removed is excluded too (see `keepExclusions`).
 *
 * @param running the operation, if it stands in the history already
 */
export const changeMembers = async (
  dependencies: ChangeDependencies,
  input: ChangeMembersInput,
  now: Date,
  context: Context,
  running?: OnRecord,
): Promise<GroupOperationDTO> => {
  const { group_id: groupId, add, remove, exclude, actor = NOBODY } = input
  const { membershipChangesRepository: changes } = dependencies
  const { ids, said } = await checkMembersChange(dependencies, input, now, context)

  const operationId = running?.id ?? input.operation_id ?? newOperationId()
  await changes.writeAs(operationId, context)
  await changes.lockRows(groupId, [...ids.remove, ...ids.exclude], context)
  await changes.lockGroups([groupId], context)
  const take = (choice: typeof remove, chosen: string[]) =>
    !choice
      ? 0
      : "filter" in choice
        ? changes.removeByFilter(groupId, choice.filter, choice.except ?? [], context, running?.progress)
        : changes.removeByIds(groupId, chosen, context)
  const left = (await take(remove, ids.remove)) + (await take(exclude, ids.exclude))
  const addByFilter = ({ filter, except = [] }: { filter: AdminCustomerFilter; except?: string[] }) =>
    changes.addByFilter(groupId, filter, [...except, ...ids.exclude], actor.id, context, running?.progress)
  const joined = !add
    ? 0
    : "filter" in add
      ? await addByFilter(add)
      : await changes.addByIds(groupId, ids.add, actor.id, context)
  const exclusion = { ...said, actor, operationId }
  if (ids.exclude.length) await dependencies.exclusionsRepository.exclude(groupId, ids.exclude, exclusion, context)
  await keepExclusions(dependencies, { groupId, hasAdded: add !== undefined, hasRemoved: left > 0, exclusion }, context)
  return writeDown(
    dependencies,
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
    { actor, running },
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

import type { Context } from "@medusajs/framework/types"
import type { ChangeCustomerGroupsInput, GroupOperationDTO } from "../../../types"
import { checkDisjoint, checkIds, checkKnown } from "../checks/ids"
import { customerNotFound } from "../errors"
import { type ChangeDependencies, NOBODY } from "./dependencies"
import { newOperationId } from "../operation-id"
import { keepExclusions } from "./keep-exclusions"

/** Puts one customer into groups and takes them out of others within the caller's transaction: an operation a group. */
export const changeGroupsOfCustomer = async (
  dependencies: ChangeDependencies,
  { customer_id: customerId, add = [], remove = [], actor = NOBODY }: ChangeCustomerGroupsInput,
  context: Context,
): Promise<GroupOperationDTO[]> => {
  const {
    groupsRepository: groups,
    membershipChangesRepository: changes,
    operationsRepository: operations,
  } = dependencies
  const addTo = new Set(add)
  const removeFrom = new Set(remove)
  checkIds([...addTo], "add")
  checkIds([...removeFrom], "remove")
  checkDisjoint([...addTo], [...removeFrom])
  if ((await changes.listUnknownCustomers([customerId], context)).length) throw customerNotFound(customerId)
  for (const [path, ids] of Object.entries({ add: [...addTo], remove: [...removeFrom] })) {
    checkKnown(await groups.listUnknown(ids, context), ids.length, { path, what: "customer groups" })
  }

  const groupIds = [...addTo, ...removeFrom].sort()
  await changes.lockGroups(groupIds, context)
  const done: GroupOperationDTO[] = []
  for (const groupId of groupIds) {
    const operationId = newOperationId()
    await changes.writeAs(operationId, context)
    const joined = addTo.has(groupId) ? await changes.addByIds(groupId, [customerId], actor.id, context) : 0
    const left = removeFrom.has(groupId) ? await changes.removeByIds(groupId, [customerId], context) : 0
    const byHand = { groupId, hasAdded: addTo.has(groupId), hasRemoved: left > 0, exclusion: { actor, operationId } }
    await keepExclusions(dependencies, byHand, context)
    const operation = await operations.record(
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
    done.push(operation)
  }
  return done
}

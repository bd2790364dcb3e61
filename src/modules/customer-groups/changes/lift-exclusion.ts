import { MedusaError } from "@medusajs/framework/utils"
import type { Context } from "@medusajs/framework/types"
import type { GroupOperationDTO, LiftExclusionInput } from "../../../types"
import type { Environment } from "../criteria"
import type { EvaluationInput } from "../evaluation/types"
import { groupNotFound } from "../errors"
import { NOBODY } from "./dependencies"
import { newOperationId } from "../operation-id"
import { type EvaluationDependencies, evaluationOf } from "./evaluate-group"

/**
 * Lifts the exclusion of a customer within the caller's transaction, and evaluates this customer, so that who matches is
 * in at once. Where the group cannot be evaluated now, its next evaluation does that.
 *
 * @throws NOT_FOUND the group does not exist, or the customer is not excluded from it
 */
export const liftExclusion = async (
  dependencies: EvaluationDependencies,
  { group_id: groupId, customer_id: customerId, actor = NOBODY }: LiftExclusionInput,
  environment: Environment,
  context: Context,
): Promise<GroupOperationDTO> => {
  const {
    exclusionsRepository: exclusions,
    locksRepository: locks,
    membershipChangesRepository: changes,
  } = dependencies
  if ((await dependencies.groupsRepository.listUnknown([groupId], context)).length) throw groupNotFound(groupId)
  // The order in which other writers lock: an evaluation, the group, exclusions.
  await locks.lockEvaluation(groupId, context)
  await changes.lockGroups([groupId], context)
  const exclusion = await exclusions.retrieve(groupId, customerId, context)
  if (!exclusion) throw notExcluded(groupId, customerId)

  const id = newOperationId()
  await exclusions.lift(groupId, [customerId], id, context)
  const input = await evaluationOfOne(dependencies, groupId, customerId, environment, context)
  const { joined } = input ? await letIn(dependencies, id, input, context) : { joined: 0 }
  return dependencies.operationsRepository.record(
    {
      id,
      group_id: groupId,
      type: "lift_exclusion",
      status: "succeeded",
      reason: "by_hand",
      joined,
      details: { customer_id: customerId, reason: exclusion.reason, until: exclusion.until },
    },
    actor,
    context,
  )
}

/** Nothing if the group is manual by now or paused, its criteria invalid, or what they read not there yet. */
const evaluationOfOne = async (
  dependencies: EvaluationDependencies,
  groupId: string,
  customerId: string,
  environment: Environment,
  context: Context,
): Promise<EvaluationInput | undefined> => {
  const stored = await dependencies.criteriaRepository.retrieve(groupId, context)
  if (stored?.status !== "active") return undefined
  try {
    return await evaluationOf(dependencies, stored, environment, context, [customerId])
  } catch (error) {
    if (MedusaError.isMedusaError(error)) return undefined
    throw error
  }
}

const letIn = async (
  { evaluationRepository, membershipChangesRepository: changes }: EvaluationDependencies,
  operationId: string,
  input: EvaluationInput,
  context: Context,
): Promise<{ joined: number }> => {
  await evaluationRepository.findDifference(input, context)
  await changes.writeAs(operationId, context)
  return evaluationRepository.apply(input, context)
}

const notExcluded = (groupId: string, customerId: string) =>
  new MedusaError(
    MedusaError.Types.NOT_FOUND,
    `Customer with id: ${customerId} is not excluded from the group with id: ${groupId}`,
  )

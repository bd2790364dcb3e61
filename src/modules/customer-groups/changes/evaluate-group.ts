import { MedusaError } from "@medusajs/framework/utils"
import type { Context } from "@medusajs/framework/types"
import type {
  DecideHeldInput,
  EvaluateGroupInput,
  EvaluationReason,
  GroupOperationDTO,
  NewGroupOperation,
} from "../../../types"
import type { AdminGroupCriteria } from "../../../types/http/criteria"
import { checkCriteria } from "../checks/criteria"
import { analyse, compile, type Criteria, type Environment } from "../criteria"
import { guardOf, hasOutgrown, mustBeHeld } from "../evaluation/guard"
import type { Difference, EvaluationInput } from "../evaluation/types"
import { nextEvaluation } from "../evaluation/next-evaluation"
import { treesOf } from "../evaluation/trees"
import { readsFacts } from "../evaluation/waiting-for-facts"
import { operationNotFound } from "../errors"
import type { CountsRepository } from "../repositories/counts"
import type { EvaluationRepository } from "../repositories/evaluation"
import type { LocksRepository } from "../repositories/locks"
import type { ReferencesRepository } from "../repositories/references"
import type { StatisticsRepository } from "../repositories/statistics"
import { type ChangeDependencies, NOBODY } from "./dependencies"
import { newOperationId } from "../operation-id"
import { requireReferences } from "./look-up-references"

export interface EvaluationDependencies extends ChangeDependencies {
  countsRepository: CountsRepository
  evaluationRepository: EvaluationRepository
  locksRepository: LocksRepository
  referencesRepository: ReferencesRepository
  statisticsRepository: StatisticsRepository
}

/** A held evaluation that a person applies: the operation, and the joins and leaves that they were shown. */
export interface Agreed extends Pick<Difference, "joins" | "leaves"> {
  operationId: string
}

/** An evaluation, and the operation that stands for it already: one that was held, or one that is running. */
export interface EvaluationOnRecord extends EvaluateGroupInput {
  agreed?: Agreed
  running?: string
}

/** Whether events or time have asked for an evaluation, rather than a person. */
export const isByItself = (reason: EvaluationReason): boolean =>
  reason === "customer_changed" || reason === "time_passed"

/** Whether there is nothing to evaluate: a group that is paused rests, unless somebody asks for its evaluation. */
export const rests = (stored: AdminGroupCriteria | undefined, reason: EvaluationReason): boolean =>
  stored?.status === "paused" && reason !== "by_hand"

const notAllowed = (message: string) => new MedusaError(MedusaError.Types.NOT_ALLOWED, message)

/**
 * Brings the members of a group in line with its criteria, within the caller's transaction. What no person asked for is
 * held when it would move too many, and leaves no trace when it moves nobody.
 *
 * @returns the operation; null if nobody moved and nobody had asked, or the group rests
 * @throws NOT_ALLOWED the group has no criteria, is paused, waits for a person, or the statistics are being built ·
 * INVALID_DATA the stored criteria have become invalid
 */
export const evaluateGroup = async (
  dependencies: EvaluationDependencies,
  {
    group_id: groupId,
    reason = "by_hand",
    tell_customers,
    part_of_id,
    actor = NOBODY,
    agreed,
    running,
  }: EvaluationOnRecord,
  environment: Environment,
  context: Context,
): Promise<GroupOperationDTO | null> => {
  const { membershipChangesRepository: changes, operationsRepository: operations } = dependencies
  const found = await dependencies.criteriaRepository.retrieve(groupId, context)
  const isUnasked = !agreed && isByItself(reason)
  if (!agreed && rests(found, reason)) return null
  if (isUnasked && (await operations.retrieveHeld(groupId, context))) return null
  const stored = requireActive(found)

  const input = await evaluationOf(dependencies, stored, environment, context)
  const difference = await dependencies.evaluationRepository.findDifference(input, context)
  await dependencies.criteriaRepository.setDue(groupId, nextEvaluation(treesOf(stored), environment), context)
  if (isUnasked && !difference.joins && !difference.leaves) {
    // What failed before has passed, though there is nothing to write.
    if (stored.error) await dependencies.criteriaRepository.noteEvaluation(groupId, null, context)
    return null
  }

  const operation = {
    id: agreed?.operationId ?? running ?? newOperationId(),
    group_id: groupId,
    type: "evaluate",
    reason,
    part_of_id,
  } as const
  // Filling a group for the first time is silent, like a change of its criteria.
  const tells = tell_customers ?? (stored.evaluated_at === null ? false : undefined)
  const details = { version: stored.version, ...difference, ...(tells === undefined ? {} : { tell_customers: tells }) }
  const isHeld =
    (isUnasked && mustBeHeld(guardOf(stored.guard), await movementOf(dependencies, groupId, difference, context))) ||
    (agreed !== undefined && hasOutgrown(agreed, difference))
  const write = (done: NewGroupOperation) => operations[agreed || running ? "renew" : "record"](done, actor, context)
  if (isHeld) return write({ ...operation, status: "held", details })
  await changes.writeAs(operation.id, context)
  await changes.lockGroups([groupId], context)
  const { joined, left } = await dependencies.evaluationRepository.apply(input, context)
  await dependencies.criteriaRepository.noteEvaluation(groupId, null, context)
  if (!isUnasked) await operations.supersedeHeld(groupId, operation.id, context)
  return write({ ...operation, status: "succeeded", joined, left, details })
}

/** @throws NOT_ALLOWED the group has no criteria, or is paused */
export const requireActive = (stored: AdminGroupCriteria | undefined): AdminGroupCriteria => {
  if (!stored) throw notAllowed("The group has no criteria to evaluate.")
  if (stored.status === "paused") throw notAllowed("The group is paused: resume it first.")
  return stored
}

/** What an evaluation would move, beside what events and time have moved in the last 24 hours. */
export const movementOf = async (
  { countsRepository, operationsRepository }: EvaluationDependencies,
  groupId: string,
  { joins, leaves }: Pick<Difference, "joins" | "leaves">,
  context: Context,
) => {
  const { moved, grown } = await operationsRepository.movedByItself(groupId, context)
  const size = await countsRepository.countMembers(groupId, context)
  return { moved, moving: joins + leaves, size: size - grown }
}

/**
 * The criteria as they are evaluated: checked again, since a shop and its plugins change.
 *
 * @param customerIds only these are looked at; everybody, if left out
 * @throws NOT_ALLOWED the statistics are being built · INVALID_DATA the stored criteria have become invalid
 */
export const evaluationOf = async (
  dependencies: EvaluationDependencies,
  { group_id: groupId, criteria, stay }: AdminGroupCriteria,
  environment: Environment,
  context: Context,
  customerIds?: string[],
): Promise<EvaluationInput> => {
  const scope = customerIds ? { ids: customerIds } : "all"
  const matching = checkCriteria(criteria)
  const leaving = stay?.leave_criteria && checkCriteria(stay.leave_criteria)
  for (const each of leaving ? [matching, leaving] : [matching]) await requireEvaluable(dependencies, each, context)
  return {
    groupId,
    customerIds,
    now: environment.now,
    matching: compile(matching, scope, environment),
    stay: { days: stay?.days, leaving: leaving && compile(leaving, scope, environment) },
  }
}

/** A deleted group in "is not a member of" would let in everybody; facts that are not there yet would empty a group. */
export const requireEvaluable = async (
  { referencesRepository, statisticsRepository }: EvaluationDependencies,
  criteria: Criteria,
  context: Context,
): Promise<void> => {
  await requireReferences({ referencesRepository }, criteria, context, { kinds: ["group"] })
  if (!readsFacts(analyse(criteria))) return
  const { status } = await statisticsRepository.retrieveState(context)
  if (status !== "ready") throw notAllowed("statistics_building: What customers have ordered is still being counted.")
}

/** A held evaluation, with the joins and leaves that it says. */
const heldOperation = async (
  { operationsRepository }: EvaluationDependencies,
  operationId: string,
  context: Context,
): Promise<GroupOperationDTO> => {
  const operation = await operationsRepository.retrieve(operationId, context)
  if (!operation) throw operationNotFound(operationId)
  if (operation.status !== "held") throw notAllowed("The operation is not held: there is nothing to decide.")
  return operation
}

/**
 * Applies a held evaluation, worked out afresh. By a tenth more than the person saw, it is held again.
 *
 * @throws NOT_FOUND no such operation · NOT_ALLOWED it is not held
 */
export const applyHeld = async (
  dependencies: EvaluationDependencies,
  { operation_id: operationId, actor = NOBODY }: DecideHeldInput,
  environment: Environment,
  context: Context,
): Promise<GroupOperationDTO> => {
  const { group_id } = await heldOperation(dependencies, operationId, context)
  await dependencies.locksRepository.lockEvaluation(group_id, context)
  // Somebody else may have decided while this waited.
  const { reason, details } = await heldOperation(dependencies, operationId, context)
  const { joins, leaves } = details as unknown as Difference
  const agreed = { operationId, joins, leaves }
  const applied = await evaluateGroup(
    dependencies,
    { group_id, reason: reason as EvaluationReason, actor, agreed },
    environment,
    context,
  )
  return applied as GroupOperationDTO
}

/**
 * Discards a held evaluation and pauses the group: else the next event would hold it again.
 *
 * @throws NOT_FOUND no such operation · NOT_ALLOWED it is not held
 */
export const discardHeld = async (
  dependencies: EvaluationDependencies,
  { operation_id: operationId, actor = NOBODY }: DecideHeldInput,
  context: Context,
): Promise<GroupOperationDTO> => {
  const { operationsRepository, criteriaRepository } = dependencies
  const { id, group_id, type } = await heldOperation(dependencies, operationId, context)
  await criteriaRepository.setStatus(group_id, "paused", context)
  return operationsRepository.renew({ id, group_id, type: type as "evaluate", status: "discarded" }, actor, context)
}

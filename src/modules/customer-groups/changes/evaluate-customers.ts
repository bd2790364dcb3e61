import { MedusaError } from "@medusajs/framework/utils"
import type { Context } from "@medusajs/framework/types"
import type { CustomersEvaluation, EvaluateCustomersInput, EvaluationReason, GroupOperationDTO } from "../../../types"
import type { AdminGroupCriteria } from "../../../types/http/criteria"
import { checkCriteria } from "../checks/criteria"
import { analyse, type Analysis, compileMany, conditionsOf, type Criteria, type Environment } from "../criteria"
import { inDependencySteps, withDependents } from "../evaluation/group-order"
import { guardOf, mustBeHeld } from "../evaluation/guard"
import type { EvaluatedGroup, GroupMoves } from "../evaluation/types"
import { treesOf } from "../evaluation/trees"
import { readsFacts } from "../evaluation/waiting-for-facts"
import type { BatchEvaluationRepository } from "../repositories/batch-evaluation"
import { newOperationId, NOBODY } from "./dependencies"
import { noteFailure } from "./evaluation-on-record"
import { type EvaluationDependencies, evaluateGroup, movementOf } from "./evaluate-group"
import { groupsIn } from "./look-up-references"

export interface BatchDependencies extends EvaluationDependencies {
  batchEvaluationRepository: BatchEvaluationRepository
}

/** A group with its criteria as they are evaluated. */
interface Candidate {
  stored: AdminGroupCriteria
  /** Who belongs, and who leaves if that is said. */
  trees: Criteria[]
  analyses: Analysis[]
}

/** Conditions in one statement: PostgreSQL takes 65,535 values, and plans hundreds of joins slowly. */
const MOST_CONDITIONS = 200

/**
 * Evaluates some customers for all active groups, within the caller's transaction: each group after those that its
 * criteria look at. Ranks depend on everybody, so groups with such a condition are left to their whole evaluation.
 */
export const evaluateCustomers = async (
  dependencies: BatchDependencies,
  { customer_ids: customerIds, group_ids: groupIds, reason = "customer_changed" }: EvaluateCustomersInput,
  environment: Environment,
  context: Context,
): Promise<CustomersEvaluation> => {
  const done: CustomersEvaluation = { operations: [], busy_group_ids: [], skipped: [] }
  const { candidates, references } = await candidatesOf(dependencies, done, reason, groupIds, context)
  done.busy_group_ids = await dependencies.locksRepository.shareEvaluations([...candidates.keys()].sort(), context)
  for (const id of done.busy_group_ids) candidates.delete(id)
  for (const step of inDependencySteps([...candidates.keys()], references)) {
    const groups = step.map((id) => candidates.get(id) as Candidate)
    for (const together of inStatements(groups)) {
      const differences = await differencesOf(dependencies, together, customerIds, environment, context)
      for (const moves of differences) {
        const candidate = candidates.get(moves.group_id) as Candidate
        const operation = await move(dependencies, candidate, moves, { reason, environment }, context)
        if (operation === "busy") done.busy_group_ids.push(moves.group_id)
        else if (operation) done.operations.push(operation)
      }
    }
  }
  return done
}

/** Active groups that can be evaluated for single customers now; the others are said with their reason. */
const candidatesOf = async (
  dependencies: BatchDependencies,
  done: CustomersEvaluation,
  reason: EvaluationReason,
  groupIds: string[] | undefined,
  context: Context,
): Promise<{ candidates: Map<string, Candidate>; references: Map<string, string[]> }> => {
  const active = (await dependencies.criteriaRepository.list(context)).filter(({ status }) => status === "active")
  const references = new Map(
    active.map(({ group_id, criteria, stay }) => [group_id, groupsIn(criteria, stay?.leave_criteria)]),
  )
  const held = new Set(await dependencies.operationsRepository.listHeldGroups(context))
  const gone = new Set(
    await dependencies.referencesRepository.listUnknown(
      "group",
      [...new Set([...references.values()].flat())],
      context,
    ),
  )
  const { status } = await dependencies.statisticsRepository.retrieveState(context)

  const wanted = groupIds && new Set(withDependents(groupIds, references))
  const candidates = new Map<string, Candidate>()
  for (const stored of active) {
    if (wanted && !wanted.has(stored.group_id)) continue
    const candidate = parsed(stored)
    const missing = references.get(stored.group_id)?.find((id) => gone.has(id))
    if (candidate instanceof MedusaError) {
      done.skipped.push({ group_id: stored.group_id, message: candidate.message })
      await noteFailure(dependencies, { group_id: stored.group_id, reason }, candidate.message, context)
    } else if (missing) {
      done.skipped.push({ group_id: stored.group_id, message: `There is no group "${missing}"` })
    } else if (
      !held.has(stored.group_id) &&
      !candidate.analyses.some(({ isRanked }) => isRanked) &&
      (status === "ready" || !candidate.analyses.some(readsFacts))
    ) {
      candidates.set(stored.group_id, candidate)
    }
  }
  return { candidates, references }
}

/** The criteria of a group, or why they have become invalid. */
const parsed = (stored: AdminGroupCriteria): Candidate | MedusaError => {
  try {
    const trees = treesOf(stored).map(checkCriteria)
    return { stored, trees, analyses: trees.map(analyse) }
  } catch (error) {
    return error as MedusaError
  }
}

/** Parts the groups of a step into statements of bearable size. */
function* inStatements(groups: Candidate[]): Generator<Candidate[]> {
  let together: Candidate[] = []
  let conditions = 0
  for (const group of groups) {
    const more = group.trees.flatMap((tree) => conditionsOf(tree)).length
    if (together.length && conditions + more > MOST_CONDITIONS) {
      yield together
      together = []
      conditions = 0
    }
    together.push(group)
    conditions += more
  }
  if (together.length) yield together
}

const differencesOf = async (
  { batchEvaluationRepository }: BatchDependencies,
  candidates: Candidate[],
  customerIds: string[],
  environment: Environment,
  context: Context,
): Promise<GroupMoves[]> => {
  const all: Criteria[] = []
  const columnOf = (criteria: Criteria) => `g${all.push(criteria) - 1}`
  const groups = candidates.map(({ stored, trees }): EvaluatedGroup => {
    const [matching, leaving] = trees.map(columnOf)
    return { groupId: stored.group_id, matching: matching as string, leaving, stayDays: stored.stay?.days }
  })
  const evaluated = compileMany(all, { ids: customerIds }, environment)
  return batchEvaluationRepository.listDifferences(groups, evaluated, customerIds, environment.now, context)
}

/**
 * Writes what an evaluation of some customers found for one group, looked at again under the group's lock: somebody else
 * may have evaluated them by newer data since. What would be too much is held, worked out whole.
 */
const move = async (
  dependencies: BatchDependencies,
  candidate: Candidate,
  found: GroupMoves,
  { reason, environment }: { reason: "customer_changed" | "time_passed"; environment: Environment },
  context: Context,
): Promise<GroupOperationDTO | "busy" | null> => {
  const { locksRepository: locks, operationsRepository: operations } = dependencies
  const groupId = found.group_id
  if (!(await locks.tryLockGroup(groupId, context))) return "busy"
  const [moves] = await differencesOf(
    dependencies,
    [candidate],
    [...found.joins, ...found.leaves],
    environment,
    context,
  )
  if (!moves) return null
  const difference = { joins: moves.joins.length, leaves: moves.leaves.length }
  const movement = await movementOf(dependencies, groupId, difference, context)
  if (mustBeHeld(guardOf(candidate.stored.guard), movement)) {
    if (!(await locks.tryLockEvaluation(groupId, context))) return "busy"
    return evaluateGroup(dependencies, { group_id: groupId, reason }, environment, context)
  }

  const id = newOperationId()
  await dependencies.membershipChangesRepository.writeAs(id, context)
  const { joined, left } = await dependencies.batchEvaluationRepository.apply(moves, environment.now, context)
  return operations.record(
    { id, group_id: groupId, type: "evaluate", status: "succeeded", reason, joined, left },
    NOBODY,
    context,
  )
}

import type { Context } from "@medusajs/framework/types"
import type { CustomersEvaluation, EvaluateCustomersInput, GroupOperationDTO } from "../../../types"
import { compileMany, conditionsOf, type Criteria, type Environment } from "../criteria"
import { inDependencySteps } from "../evaluation/group-order"
import { guardOf, mustBeHeld } from "../evaluation/guard"
import type { EvaluatedGroup, GroupMoves } from "../evaluation/types"
import type { BatchEvaluationRepository } from "../repositories/batch-evaluation"
import { messageOf } from "../sql/message"
import { inSavepoint } from "../sql/savepoint"
import { inHalves } from "../worker/batches"
import { Patience } from "../worker/patience"
import { type Candidate, candidatesOf } from "./candidates"
import { NOBODY } from "./dependencies"
import { newOperationId } from "../operation-id"
import { type EvaluationDependencies, evaluateGroup, movementOf } from "./evaluate-group"
import { noteFailure } from "./evaluation-on-record"

export interface BatchDependencies extends EvaluationDependencies {
  batchEvaluationRepository: BatchEvaluationRepository
}

/** What holds for all groups of an evaluation. */
interface Circumstances {
  customerIds: string[]
  reason: "customer_changed" | "time_passed"
  environment: Environment
  patience: Patience
}

/** Milliseconds to wait for whoever is writing to groups, in all: batches of other workers are done by then. */
const PATIENCE = 500
/** Conditions in one statement: PostgreSQL takes 65,535 values, and plans hundreds of joins slowly. */
const MOST_CONDITIONS = 200
/** Seconds after which a group is evaluated whole that failed for some customers. */
const FAILED_WAIT = 60

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
  const circumstances = { customerIds, reason, environment, patience: new Patience(PATIENCE) }
  const { candidates, references, skipped } = await candidatesOf(dependencies, reason, groupIds, context)
  const done: CustomersEvaluation = { operations: [], busy: [], skipped }
  const beingEvaluated = await dependencies.locksRepository.shareEvaluations([...candidates.keys()].sort(), context)
  for (const group_id of beingEvaluated) {
    done.busy.push({ group_id, customer_ids: customerIds })
    candidates.delete(group_id)
  }
  for (const step of inDependencySteps([...candidates.keys()], references)) {
    const groups = step.map((id) => candidates.get(id) as Candidate)
    for (const together of inStatements(groups)) {
      for (const moves of await findMoves(dependencies, together, circumstances, done, context)) {
        const candidate = candidates.get(moves.group_id) as Candidate
        const operation = await move(dependencies, candidate, moves, circumstances, context)
        if (operation === "busy")
          done.busy.push({ group_id: moves.group_id, customer_ids: [...moves.joins, ...moves.leaves] })
        else if (operation) done.operations.push(operation)
      }
    }
  }
  return done
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

/**
 * Who moves, of groups that do not look at each other. One whose criteria fail in the database keeps no other from
 * following: it is evaluated whole a minute later, which takes up everybody or fails with the reason on record.
 */
const findMoves = async (
  dependencies: BatchDependencies,
  groups: Candidate[],
  { customerIds, reason, environment }: Circumstances,
  done: CustomersEvaluation,
  context: Context,
): Promise<GroupMoves[]> => {
  const byId = new Map(groups.map((group) => [group.stored.group_id, group]))
  const found: GroupMoves[] = []
  await inHalves(
    [...byId.keys()],
    async (ids) => {
      const some = ids.map((id) => byId.get(id) as Candidate)
      const work = () => differencesOf(dependencies, some, customerIds, environment, context)
      found.push(...(await inSavepoint(context, work)))
    },
    async (group_id, error) => {
      const message = messageOf(error)
      done.skipped.push({ group_id, message })
      if (byId.get(group_id)?.stored.error) return
      await noteFailure(dependencies, { group_id, reason }, message, context)
      await dependencies.criteriaRepository.makeDue([group_id], FAILED_WAIT, context)
    },
  )
  return found
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
  { reason, environment, patience }: Circumstances,
  context: Context,
): Promise<GroupOperationDTO | "busy" | null> => {
  const { locksRepository: locks, operationsRepository: operations } = dependencies
  const groupId = found.group_id
  if (!(await patience.until(() => locks.tryLockGroup(groupId, context)))) return "busy"
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

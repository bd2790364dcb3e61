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
      const found = await findMoves(dependencies, together, circumstances, done, context)
      if (!found.length) continue
      const writable = await lockGroups(dependencies, found, circumstances, done, context)
      for (const moves of await lookAgain(dependencies, writable, candidates, circumstances, context)) {
        const candidate = candidates.get(moves.group_id) as Candidate
        const operation = await move(dependencies, candidate, moves, circumstances, context)
        if (operation === "busy") done.busy.push(putOff(moves))
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

const customersIn = ({ joins, leaves }: GroupMoves): string[] => [...joins, ...leaves]

/** What cannot be written now is worked out again for these customers. */
const putOff = (moves: GroupMoves) => ({ group_id: moves.group_id, customer_ids: customersIn(moves) })

/** Takes the groups that somebody moves in. Those that others go on writing to are put off. */
const lockGroups = async (
  { locksRepository }: BatchDependencies,
  found: GroupMoves[],
  { patience }: Circumstances,
  done: CustomersEvaluation,
  context: Context,
): Promise<GroupMoves[]> => {
  let busy = found.map(({ group_id }) => group_id)
  await patience.until(async () => {
    busy = await locksRepository.tryLockGroups(busy, context)
    return !busy.length
  })
  const isBusy = ({ group_id }: GroupMoves) => busy.includes(group_id)
  done.busy.push(...found.filter(isBusy).map(putOff))
  return found.filter((moves) => !isBusy(moves))
}

/** Who moves, looked at again under the groups' locks: somebody else may have evaluated them by newer data since. */
const lookAgain = async (
  dependencies: BatchDependencies,
  found: GroupMoves[],
  candidates: ReadonlyMap<string, Candidate>,
  { environment }: Circumstances,
  context: Context,
): Promise<GroupMoves[]> => {
  if (!found.length) return []
  const customerIds = [...new Set(found.flatMap(customersIn))]
  const groups = found.map(({ group_id }) => candidates.get(group_id) as Candidate)
  return differencesOf(dependencies, groups, customerIds, environment, context)
}

/** Writes who moves in a group whose lock is held. What would be too much is held, worked out whole. */
const move = async (
  dependencies: BatchDependencies,
  candidate: Candidate,
  moves: GroupMoves,
  { reason, environment }: Circumstances,
  context: Context,
): Promise<GroupOperationDTO | "busy" | null> => {
  const { locksRepository: locks, operationsRepository: operations } = dependencies
  const groupId = moves.group_id
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

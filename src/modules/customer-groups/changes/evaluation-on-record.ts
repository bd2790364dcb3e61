import type { Context } from "@medusajs/framework/types"
import type { EvaluateGroupInput, GroupOperationDTO } from "../../../types"
import type { AdminGroupCriteria } from "../../../types/http/criteria"
import { problemsOf } from "../criteria"
import { treesOf } from "../evaluation/trees"
import { NOBODY } from "./dependencies"
import { newOperationId } from "../operation-id"
import { type EvaluationDependencies, isByItself, requireActive, rests } from "./evaluate-group"

/**
 * Puts an evaluation that a person has asked for on record before it begins, so that it can be watched.
 *
 * @returns the running operation; null for what events and time evaluate, which leaves no trace unless somebody moves,
 * and for new criteria of a group that is paused
 * @throws NOT_ALLOWED the group has no criteria, or is paused
 */
export const beginEvaluation = async (
  { criteriaRepository, operationsRepository }: EvaluationDependencies,
  { group_id: groupId, reason = "by_hand", part_of_id, actor = NOBODY }: EvaluateGroupInput,
  context: Context,
): Promise<GroupOperationDTO | null> => {
  if (isByItself(reason)) return null
  const stored = await criteriaRepository.retrieve(groupId, context)
  if (rests(stored, reason)) return null
  requireActive(stored)
  return operationsRepository.record(
    { id: newOperationId(), group_id: groupId, type: "evaluate", status: "running", reason, part_of_id },
    actor,
    context,
  )
}

/** Keeps why an evaluation failed, in the group's history and beside its criteria. */
export const noteFailure = async (
  { criteriaRepository, operationsRepository }: EvaluationDependencies,
  { group_id: groupId, reason = "by_hand", actor = NOBODY, running }: EvaluateGroupInput & { running?: string },
  message: string,
  context: Context,
): Promise<void> => {
  if (running) await operationsRepository.fail([running], message, context)
  const stored = await criteriaRepository.retrieve(groupId, context)
  if (!stored || stored.status === "paused") return
  if (!running) {
    await operationsRepository.record(
      { id: newOperationId(), group_id: groupId, type: "evaluate", status: "failed", reason, error: message },
      actor,
      context,
    )
  }
  await criteriaRepository.noteEvaluation(groupId, { message }, context)
  // An attribute of a plugin that is gone, for instance: it would fail the same with each event.
  if (hasBecomeInvalid(stored)) await criteriaRepository.setStatus(groupId, "paused", context)
}

const hasBecomeInvalid = (stored: AdminGroupCriteria): boolean =>
  treesOf(stored).some((tree) => problemsOf(tree).length > 0)

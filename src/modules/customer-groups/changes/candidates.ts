import { MedusaError } from "@medusajs/framework/utils"
import type { Context } from "@medusajs/framework/types"
import type { CustomersEvaluation, EvaluationReason } from "../../../types"
import type { AdminGroupCriteria } from "../../../types/http/criteria"
import { checkCriteria } from "../checks/criteria"
import { analyse, type Analysis, type Criteria } from "../criteria"
import { withDependents } from "../evaluation/group-order"
import { treesOf } from "../evaluation/trees"
import { readsFacts } from "../evaluation/waiting-for-facts"
import type { EvaluationDependencies } from "./evaluate-group"
import { noteFailure } from "./evaluation-on-record"
import { groupsIn } from "./look-up-references"

/** A group with its criteria as they are evaluated. */
export interface Candidate {
  stored: AdminGroupCriteria
  /** Who belongs, and who leaves if that is said. */
  trees: Criteria[]
  analyses: Analysis[]
}

interface Candidates {
  candidates: Map<string, Candidate>
  /** The groups that the criteria of each active group look at. */
  references: Map<string, string[]>
  /** Those that cannot be evaluated, with the reason. */
  skipped: CustomersEvaluation["skipped"]
}

/** Active groups that can be evaluated for single customers now. */
export const candidatesOf = async (
  dependencies: EvaluationDependencies,
  reason: EvaluationReason,
  groupIds: string[] | undefined,
  context: Context,
): Promise<Candidates> => {
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
  const skipped: Candidates["skipped"] = []
  for (const stored of active) {
    if (wanted && !wanted.has(stored.group_id)) continue
    const candidate = parsed(stored)
    const missing = references.get(stored.group_id)?.find((id) => gone.has(id))
    if (candidate instanceof MedusaError) {
      skipped.push({ group_id: stored.group_id, message: candidate.message })
      await noteFailure(dependencies, { group_id: stored.group_id, reason }, candidate.message, context)
    } else if (missing) {
      skipped.push({ group_id: stored.group_id, message: `There is no group "${missing}"` })
    } else if (
      !held.has(stored.group_id) &&
      !candidate.analyses.some(({ isRanked }) => isRanked) &&
      (status === "ready" || !candidate.analyses.some(readsFacts))
    ) {
      candidates.set(stored.group_id, candidate)
    }
  }
  return { candidates, references, skipped }
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

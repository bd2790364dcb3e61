import { MedusaError } from "@medusajs/framework/utils"
import type { Context } from "@medusajs/framework/types"
import { analyse, referencesOf, type Criteria, type Reference } from "../criteria"
import { REFERENCE_KINDS, type ReferenceKind } from "../criteria/values"
import { cycleThrough } from "../evaluation/group-order"
import type { CriteriaRepository } from "../repositories/criteria"
import type { ReferencesRepository } from "../repositories/references"

interface Dependencies {
  criteriaRepository: CriteriaRepository
  referencesRepository: ReferencesRepository
}

const invalid = (message: string) => new MedusaError(MedusaError.Types.INVALID_DATA, message)

/** Countries are codes of a standard; a shop need not sell to where its customers live. */
const LOOKED_UP = REFERENCE_KINDS.filter((kind) => kind !== "country")

interface LookUp {
  /** Of what; of everything, if left out. */
  kinds?: readonly ReferenceKind[]
  /** What stands before the place in messages: `stay.leave_` of the criteria for leaving. */
  within?: string
}

/**
 * Makes sure that what criteria name exists.
 *
 * @throws INVALID_DATA naming the first place: `criteria.any[0].value: There is no product "prod_1"`
 */
export const requireReferences = async (
  { referencesRepository }: Pick<Dependencies, "referencesRepository">,
  criteria: Criteria,
  context: Context,
  { kinds = LOOKED_UP, within = "" }: LookUp = {},
): Promise<void> => {
  const references = referencesOf(criteria).filter(({ kind }) => kinds.includes(kind))
  const unknown = new Set<Reference>()
  for (const kind of new Set(references.map((reference) => reference.kind))) {
    const named = references.filter((reference) => reference.kind === kind)
    const missing = await referencesRepository.listUnknown(kind, [...new Set(named.map(({ id }) => id))], context)
    for (const reference of named) if (missing.includes(reference.id)) unknown.add(reference)
  }
  const first = references.find((reference) => unknown.has(reference))
  if (first) throw invalid(`${within}${first.path}: There is no ${first.kind.replaceAll("_", " ")} "${first.id}"`)
}

/**
 * Makes sure that a group's criteria do not lead back to the group itself.
 *
 * @throws INVALID_DATA naming the way
 */
export const requireNoCycle = async (
  { criteriaRepository }: Pick<Dependencies, "criteriaRepository">,
  groupId: string,
  criteria: Criteria[],
  context: Context,
): Promise<void> => {
  const others = await criteriaRepository.list(context)
  const references = new Map(
    others.map(({ group_id, criteria, stay }) => [group_id, groupsIn(criteria, stay?.leave_criteria)]),
  )
  references.set(groupId, groupsIn(...criteria))
  const way = cycleThrough(groupId, references)
  if (way) throw invalid(`criteria: Groups must not look at each other in a circle: ${way.join(" → ")}`)
}

/** The groups that criteria look at; none of those that have become invalid, which are not evaluated. */
export const groupsIn = (...criteria: (Criteria | undefined)[]): string[] =>
  criteria.flatMap((one) => {
    try {
      return one ? analyse(one).groupIds : []
    } catch {
      return []
    }
  })

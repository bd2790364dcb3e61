import type { Context } from "@medusajs/framework/types"
import {
  type AdminCriteriaPreviewCondition,
  type AdminReadyCriteriaPreview,
  CRITERIA_PREVIEW_PARTS,
  type CriteriaPreviewPart,
  type PreviewCriteriaInput,
} from "../../../types"
import { requireNoCycle } from "../changes/look-up-references"
import { checkSettings } from "../changes/set-criteria"
import { analyse, compile, conditionsOf, type Criteria, type Environment, type Placed } from "../criteria"
import { treesOf } from "../evaluation/trees"
import { readsFacts } from "../evaluation/waiting-for-facts"
import { groupNotFound } from "../errors"
import type { CountsRepository } from "../repositories/counts"
import type { CriteriaRepository } from "../repositories/criteria"
import type { GroupsRepository } from "../repositories/groups"
import type { PreviewsRepository } from "../repositories/previews"
import type { ReferencesRepository } from "../repositories/references"
import type { ConditionCounts } from "./condition-counts"

export interface PreviewDependencies {
  countsRepository: CountsRepository
  criteriaRepository: CriteriaRepository
  groupsRepository: GroupsRepository
  previewsRepository: PreviewsRepository
  referencesRepository: ReferencesRepository
}

/** What is previewed, once it is known to be right. */
export interface Previewed {
  criteria: Criteria
  groupId?: string
  stayDays?: number
  leaveCriteria?: Criteria
  parts: readonly CriteriaPreviewPart[]
  /** It asks what customers have ordered. */
  readsFacts: boolean
}

/** A page of the builder. */
const SAMPLE_SIZE = 10

/**
 * Checks what is to be previewed as if it were to be saved.
 *
 * @throws NOT_FOUND no such group · INVALID_DATA naming the place in the criteria
 */
export const checkPreview = async (
  dependencies: PreviewDependencies,
  { group_id: groupId, parts = CRITERIA_PREVIEW_PARTS, ...given }: PreviewCriteriaInput,
  context: Context,
): Promise<Previewed> => {
  if (groupId !== undefined && (await dependencies.groupsRepository.listUnknown([groupId], context)).length)
    throw groupNotFound(groupId)
  const settings = await checkSettings(dependencies, given, context)
  const trees = treesOf(settings)
  if (groupId !== undefined) await requireNoCycle(dependencies, groupId, trees, context)
  const { criteria, stay } = settings
  return {
    criteria,
    groupId,
    stayDays: stay?.days,
    leaveCriteria: stay?.leave_criteria,
    parts,
    readsFacts: trees.some((tree) => readsFacts(analyse(tree))),
  }
}

/** A part of a preview that is worked out by itself, within a transaction of the caller's. */
export type PreviewPart = (context: Context) => Promise<void>

/**
 * A preview as parts that can be worked out side by side, the slowest first, and the answer when all of them are done.
 * Changes nothing.
 */
export const partsOfPreview = (
  dependencies: PreviewDependencies,
  previewed: Previewed,
  { counts, environment }: { counts: ConditionCounts; environment: Environment },
): { parts: PreviewPart[]; answer: () => AdminReadyCriteriaPreview } => {
  const wants = (...parts: CriteriaPreviewPart[]) => parts.some((part) => previewed.parts.includes(part))
  const placed = wants("conditions") ? conditionsOf(previewed.criteria) : []
  const conditions: AdminCriteriaPreviewCondition[] = []
  let people: PreviewedPeople = {}

  const countAlone = ({ path, condition }: Placed, index: number): PreviewPart => {
    return async (context) => {
      const alone = compile({ all: [condition] }, "all", environment)
      const counted = await counts.of(condition, environment, () =>
        dependencies.previewsRepository.count(alone, context),
      )
      conditions[index] = { path, count: counted.count, counted_at: counted.countedAt.toISOString() }
    }
  }
  const findPeople: PreviewPart = async (context) => {
    people = await previewPeople(dependencies, previewed, environment, context)
  }
  return {
    parts: [...(wants("total", "sample") ? [findPeople] : []), ...placed.map(countAlone)],
    answer: () => ({
      status: "ready",
      as_of: environment.now.toISOString(),
      ...people,
      ...(wants("conditions") ? { conditions } : {}),
    }),
  }
}

type PreviewedPeople = Omit<AdminReadyCriteriaPreview, "status" | "as_of" | "conditions">

/** Who matches, joins and leaves, in numbers and some customers, within the caller's transaction. Changes nothing. */
const previewPeople = async (
  dependencies: PreviewDependencies,
  previewed: Previewed,
  environment: Environment,
  context: Context,
): Promise<PreviewedPeople> => {
  const { previewsRepository } = dependencies
  const { parts } = previewed
  const size = parts.includes("sample") ? SAMPLE_SIZE : 0
  const { sample, ...numbers } =
    previewed.groupId === undefined
      ? await previewNewGroup(dependencies, previewed.criteria, size, environment, context)
      : await previewGroup(dependencies, { ...previewed, groupId: previewed.groupId }, size, environment, context)
  return {
    ...(parts.includes("total")
      ? { ...numbers, customer_count: await previewsRepository.countCustomers(context) }
      : {}),
    ...(size ? { sample: await previewsRepository.listCustomers(sample, context) } : {}),
  }
}

/** Nobody is in it or excluded from it: who matches joins. */
const previewNewGroup = async (
  { previewsRepository }: PreviewDependencies,
  criteria: Criteria,
  size: number,
  environment: Environment,
  context: Context,
) => {
  const all = compile(criteria, "all", environment)
  const { matching, sample } = size
    ? await previewsRepository.countAndSample(all, size, context)
    : { matching: await previewsRepository.count(all, context), sample: [] }
  return { matching, members_before: 0, members_after: matching, joins: matching, leaves: 0, sample }
}

const previewGroup = async (
  { countsRepository, previewsRepository }: PreviewDependencies,
  { criteria, groupId, stayDays, leaveCriteria }: Previewed & { groupId: string },
  size: number,
  environment: Environment,
  context: Context,
) => {
  const { matching, joins, leaves, sample } = await previewsRepository.findDifference(
    {
      groupId,
      now: environment.now,
      matching: compile(criteria, "all", environment),
      stay: { days: stayDays, leaving: leaveCriteria && compile(leaveCriteria, "all", environment) },
    },
    size,
    context,
  )
  const before = await countsRepository.countMembers(groupId, context)
  return { matching, members_before: before, members_after: before + joins - leaves, joins, leaves, sample }
}

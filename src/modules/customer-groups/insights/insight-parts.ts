import type { Context } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import {
  type AdminGroupInsights,
  GROUP_INSIGHT_PARTS,
  type GroupInsightPart,
  type GroupInsightsInput,
} from "../../../types"
import type { Environment } from "../criteria"
import { todayIn } from "../criteria/dates"
import { groupNotFound } from "../errors"
import type { CountsRepository } from "../repositories/counts"
import type { GroupsRepository } from "../repositories/groups"
import type { InsightsRepository } from "../repositories/insights"
import type { StatisticsRepository } from "../repositories/statistics"
import { progressOf } from "../statistics/progress"
import { type Period, periodOf } from "./period"
import type { Generated, RememberedFigures } from "./remembered"
import { sizeByDay } from "./size-by-day"

export interface InsightDependencies {
  countsRepository: CountsRepository
  groupsRepository: GroupsRepository
  insightsRepository: InsightsRepository
  statisticsRepository: StatisticsRepository
}

/** What is asked, once it is known to be right. */
export interface AskedInsights {
  groupId: string
  period: Period
  overlapWith?: string[]
  parts: readonly GroupInsightPart[]
  /** Those of the parts that are answered as not allowed. */
  hidden: readonly GroupInsightPart[]
}

type Figures = Pick<AdminGroupInsights, GroupInsightPart>

/** A part that is worked out within a transaction of the caller's. */
export type InsightPart = (context: Context) => Promise<void>

/**
 * @throws NOT_FOUND no such group · INVALID_DATA naming the field
 */
export const checkInsights = async (
  { groupsRepository }: InsightDependencies,
  groupId: string,
  { overlap_with, parts = GROUP_INSIGHT_PARTS, hidden = [], ...days }: GroupInsightsInput,
  environment: Environment,
  context: Context,
): Promise<AskedInsights> => {
  if ((await groupsRepository.listUnknown([groupId], context)).length) throw groupNotFound(groupId)
  const period = periodOf(days, todayIn(environment))
  const overlapWith = overlap_with && [...new Set(overlap_with)].sort()
  if (overlapWith?.includes(groupId)) throw invalidOverlap("A group is not compared with itself.")
  const unknown = overlapWith ? await groupsRepository.listUnknown(overlapWith, context) : []
  if (unknown.length)
    throw invalidOverlap(`${unknown.length} of ${overlapWith?.length} groups do not exist: ${unknown.join(", ")}.`)
  return { groupId, period, overlapWith, parts, hidden }
}

const invalidOverlap = (message: string) => new MedusaError(MedusaError.Types.INVALID_DATA, `overlap_with: ${message}`)

/** As measured in a group of 100,000. */
const SLOWEST_FIRST: readonly GroupInsightPart[] = ["orders", "overlaps", "countries", "size"]

/** The parts that are not remembered, to be worked out side by side, and the answer when all of them are done. */
export const insightParts = (
  dependencies: InsightDependencies,
  asked: AskedInsights,
  { remembered, environment }: { remembered: RememberedFigures; environment: Environment },
): { parts: InsightPart[]; answer: () => AdminGroupInsights } => {
  const workers = figuresOf(dependencies, asked, environment)
  const found: Partial<Record<GroupInsightPart, Generated<object>>> = {}
  const parts: InsightPart[] = []
  for (const name of SLOWEST_FIRST.filter((part) => asked.parts.includes(part) && !asked.hidden.includes(part))) {
    const key = keyOf(name, asked)
    found[name] = remembered.find(key)
    if (found[name]) continue
    const work: (context: Context) => Promise<object> = workers[name]
    parts.push(async (context) => {
      found[name] = await remembered.workOut(key, environment.now, () => work(context))
    })
  }
  return {
    parts,
    answer: () => ({
      ...asked.period,
      time_zone: environment.timeZone,
      generated_at: oldest(found, environment.now).toISOString(),
      ...(Object.fromEntries(
        asked.parts.map((part) => [part, found[part]?.figures ?? { status: "not_allowed" }]),
      ) as Figures),
    }),
  }
}

/** What the figures of a part depend on. */
const keyOf = (part: GroupInsightPart, { groupId, period, overlapWith }: AskedInsights): string =>
  JSON.stringify([
    part,
    groupId,
    part === "size" || part === "orders" ? period : null,
    part === "overlaps" ? overlapWith : null,
  ])

const oldest = (found: Partial<Record<GroupInsightPart, Generated<object>>>, now: Date): Date =>
  Object.values(found).reduce((first, { generatedAt }) => (generatedAt < first ? generatedAt : first), now)

type Workers = { [Part in GroupInsightPart]: (context: Context) => Promise<NonNullable<Figures[Part]>> }

const figuresOf = (
  { countsRepository, insightsRepository, statisticsRepository }: InsightDependencies,
  { groupId, period, overlapWith }: AskedInsights,
  environment: Environment,
): Workers => {
  const countMembers = (context: Context) => countsRepository.countMembers(groupId, context)
  return {
    size: async (context) => {
      const member_count = await countMembers(context)
      const known = await insightsRepository.retrieveSize(groupId, period.from, environment, context)
      return sizeByDay({ ...known, member_count }, period, todayIn(environment))
    },
    orders: async (context) => {
      const state = await statisticsRepository.retrieveState(context)
      if (state.status !== "ready") return { status: "statistics_building", progress: progressOf(state) }
      const orders = await insightsRepository.retrieveOrders(groupId, period, environment, context)
      return { status: "ready", member_count: await countMembers(context), ...orders }
    },
    countries: async (context) => {
      const countries = await insightsRepository.retrieveCountries(groupId, context)
      return { status: "ready", member_count: await countMembers(context), ...countries }
    },
    overlaps: async (context) => {
      const groups = await insightsRepository.listOverlaps(groupId, overlapWith, context)
      return { member_count: await countMembers(context), groups }
    },
  }
}

import type { Context } from "@medusajs/framework/types"
import type { Analysis } from "../criteria"
import type { CriteriaRepository } from "../repositories/criteria"
import type { StatisticsRepository } from "../repositories/statistics"
import { analysesOf } from "./trees"

/** Whether criteria ask what customers have ordered. */
export const readsFacts = ({ dataKinds }: Analysis): boolean =>
  dataKinds.some((kind) => kind === "statistics" || kind === "purchases" || kind === "orders")

/**
 * Groups whose criteria read facts of orders that are not there yet; none, once they have been counted. What reads them
 * is known to the catalogue of attributes alone, also those of other plugins, so it is not kept beside the criteria.
 */
export const listWaitingForFacts = async (
  {
    statisticsRepository,
    criteriaRepository,
  }: { statisticsRepository: StatisticsRepository; criteriaRepository: CriteriaRepository },
  context: Context,
): Promise<string[]> => {
  const { status } = await statisticsRepository.retrieveState(context)
  if (status === "ready") return []
  const all = await criteriaRepository.list(context)
  return all.filter((stored) => analysesOf(stored).some(readsFacts)).map(({ group_id }) => group_id)
}

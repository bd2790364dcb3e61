import type { Context } from "@medusajs/framework/types"
import { analyse, type Analysis, type Criteria } from "../criteria"
import type { CriteriaRepository } from "../repositories/criteria"
import type { StatisticsRepository } from "../repositories/statistics"

/** Whether criteria ask what customers have ordered. */
export const readsFacts = ({ dataKinds }: Analysis): boolean =>
  dataKinds.some((kind) => kind === "statistics" || kind === "purchases" || kind === "orders")

/** Whether one of these asks for them; criteria that have become invalid ask for nothing. */
const anyReadsFacts = (trees: (Criteria | undefined)[]): boolean =>
  trees.some((tree) => {
    try {
      return tree !== undefined && readsFacts(analyse(tree))
    } catch {
      return false
    }
  })

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
  return all
    .filter(({ criteria, stay }) => anyReadsFacts([criteria, stay?.leave_criteria]))
    .map(({ group_id }) => group_id)
}

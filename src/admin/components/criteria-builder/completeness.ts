import type { AdminCriteriaAttribute } from "../../../types"
import type { DraftCondition } from "./tree"

const isGiven = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && value.length === 0)

const hasTwoEnds = (value: unknown): boolean => Array.isArray(value) && value.length === 2 && value.every(isGiven)

/** What a condition still needs: its value, or parameters by their ids. Nothing if it is complete. */
export const missingOf = (condition: DraftCondition, attribute: AdminCriteriaAttribute): string[] => {
  const takes = attribute.operators.find(({ id }) => id === condition.operator)?.takes
  const hasValue = takes === "nothing" || (takes === "range" ? hasTwoEnds(condition.value) : isGiven(condition.value))
  const parameters = attribute.parameters.filter(({ id, is_required }) => is_required && !isGiven(condition[id]))
  return [...parameters.map(({ id }) => id), ...(hasValue ? [] : ["value"])]
}

/** Whether a condition can be counted. One whose attribute is gone cannot. */
export const isComplete = (condition: DraftCondition, attribute: AdminCriteriaAttribute | undefined): boolean =>
  attribute !== undefined && missingOf(condition, attribute).length === 0

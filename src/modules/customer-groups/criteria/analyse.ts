import type { DataKind } from "./attribute"
import { RELATIVE_TO_TODAY } from "./operators"
import { referencesOf } from "./references"
import type { Criteria, TimeWindow } from "./schema"
import { conditionsOf, type Placed } from "./tree"
import { attributeOf } from "./validate-condition"

/** What criteria look at: which changes make their group due, and what has to be there before they can be evaluated. */
export interface Analysis {
  attributes: string[]
  dataKinds: DataKind[]
  /** Ids of the groups whose members they ask for; these are evaluated first. */
  groupIds: string[]
  currencyCodes: string[]
  /** The result changes as days go by, with nothing else changing. */
  dependsOnTime: boolean
  /** The result for one customer depends on all others, so the group is evaluated whole. */
  isRanked: boolean
}

const unique = <T>(values: T[]): T[] => [...new Set(values)]

const movesWithTime = ({ condition, path }: Placed): boolean => {
  const window = condition.window as TimeWindow | undefined
  const isMovingWindow = window !== undefined && "last" in window
  const { dependsOnTime = false } = attributeOf(condition, path)
  return dependsOnTime || isMovingWindow || RELATIVE_TO_TODAY.includes(condition.operator)
}

/** @throws CriteriaError if an attribute is not in the catalogue (any more) */
export function analyse(criteria: Criteria): Analysis {
  const conditions = conditionsOf(criteria)
  const attributes = conditions.map(({ condition, path }) => attributeOf(condition, path))
  const references = referencesOf(criteria)
  const idsOf = (wanted: string) => unique(references.filter(({ kind }) => kind === wanted).map(({ id }) => id))
  return {
    attributes: unique(attributes.map(({ id }) => id)),
    dataKinds: unique(attributes.flatMap(({ looksAt }) => looksAt)),
    groupIds: idsOf("group"),
    currencyCodes: idsOf("currency"),
    dependsOnTime: conditions.some(movesWithTime),
    isRanked: attributes.some(({ isRanked }) => isRanked),
  }
}

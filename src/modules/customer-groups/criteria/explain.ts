import { describePart } from "./describe"
import type { CriteriaPath } from "./errors"
import { missingOf, type Missing } from "./missing"
import { isCondition, partsOf, childPath, ROOT } from "./tree"
import type { Child, Condition, Criteria, NodeKind } from "./schema"
import { fill } from "./texts"
import { attributeOf } from "./validate-condition"
import { Words, type Wording } from "./words"

/** What `compileConditions` answered for one customer and one condition. */
export interface ConditionResult {
  path: CriteriaPath
  holds: boolean
  /** One value, several, or null where there is none. */
  found: unknown
}

/** A condition with the value found, and what is missing if its result is not the wanted one. */
export interface ExplainedCondition {
  path: CriteriaPath
  condition: Condition
  holds: boolean
  /** Within `none` a condition has to fail. */
  isWanted: boolean
  found: unknown
  missing?: Missing
}

/** A node with the results of what is in it. */
export interface ExplainedNode {
  path: CriteriaPath
  kind: NodeKind
  holds: boolean
  isWanted: boolean
  children: Explained[]
}

export type Explained = ExplainedNode | ExplainedCondition

/**
 * Why a customer matches, or what is missing: the tree, with what was found at each condition.
 *
 * @param results a result for each condition of the tree, from one row of `compileConditions`
 */
export function explain(criteria: Criteria, results: readonly ConditionResult[]): ExplainedNode {
  const byPath = new Map(results.map((result) => [result.path, result]))
  return explainChild(criteria, ROOT, true, byPath) as ExplainedNode
}

/** Whether a node holds, from its children. */
const holdsBy: Record<NodeKind, (children: readonly Explained[]) => boolean> = {
  all: (children) => children.every(({ holds }) => holds),
  any: (children) => children.some(({ holds }) => holds),
  none: (children) => !children.some(({ holds }) => holds),
}

function explainChild(
  child: Child,
  path: CriteriaPath,
  isWanted: boolean,
  results: Map<CriteriaPath, ConditionResult>,
): Explained {
  if (isCondition(child)) return explainCondition(child, path, isWanted, results.get(path))
  const { kind, children } = partsOf(child)
  const isWantedInside = kind === "none" ? !isWanted : isWanted
  const explained = children.map((inner, index) =>
    explainChild(inner, childPath(path, kind, index), isWantedInside, results),
  )
  return { path, kind, holds: holdsBy[kind](explained), isWanted, children: explained }
}

function explainCondition(
  condition: Condition,
  path: CriteriaPath,
  isWanted: boolean,
  result: ConditionResult | undefined,
): ExplainedCondition {
  if (!result) throw new Error(`No result for ${path}`)
  const { holds, found } = result
  const missing =
    holds === isWanted ? {} : { missing: missingOf(condition, attributeOf(condition, path), found, isWanted) }
  return { path, condition, holds, isWanted, found, ...missing }
}

/** What is missing, in words: "2 orders more". */
export function describeMissing({ condition, missing }: ExplainedCondition, wording: Wording): string | undefined {
  if (!missing) return undefined
  const words = new Words(wording)
  const { value: type } = attributeOf(condition, ROOT)
  return fill(words.texts.missing[missing.key] ?? "", {
    value: missing.by === undefined ? undefined : words.value(missing.by, type, condition),
    sentence: describePart(condition, wording),
  })
}

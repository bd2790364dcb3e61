import type { Clock } from "../dates"
import type { CriteriaPath } from "../errors"
import { allHold, anyHolds, turned, type Truth } from "../missing-data"
import type { Child, NodeKind } from "../schema"
import type { Sets } from "../sources"
import { childPath, conditionsOf, isCondition, partsOf, ROOT } from "../tree"
import { compileCondition, sourceOf } from "./condition"

const joinedBy: Record<NodeKind, (truths: Truth[]) => Truth> = {
  all: allHold,
  any: anyHolds,
  none: (truths) => turned(anyHolds(truths)),
}

/** A tree as SQL over the customer `c` and the sets that its conditions join. */
export function compileTree(child: Child, path: CriteriaPath, sets: Sets): Truth {
  if (isCondition(child)) return compileCondition({ condition: child, path }, sets)
  const { kind, children } = partsOf(child)
  return joinedBy[kind](children.map((inner, index) => compileTree(inner, childPath(path, kind, index), sets)))
}

/** A part of a tree that has to hold (or has to fail) for the whole to hold. */
export interface Demand {
  child: Child
  path: CriteriaPath
  hasToFail: boolean
}

/** What a tree demands in any case: the parts of its outer `all`, and the opposite of those of a `none`. */
export function demandsOf(child: Child, path: CriteriaPath = ROOT, hasToFail = false): Demand[] {
  if (isCondition(child)) return [{ child, path, hasToFail }]
  const { kind, children } = partsOf(child)
  const isSplit = hasToFail ? kind === "any" : kind !== "any"
  if (!isSplit) return [{ child, path, hasToFail }]
  const childHasToFail = hasToFail || kind === "none"
  return children.flatMap((inner, index) => demandsOf(inner, childPath(path, kind, index), childHasToFail))
}

/** A demand as SQL. */
export function compileDemand({ child, path, hasToFail }: Demand, sets: Sets): Truth {
  const truth = compileTree(child, path, sets)
  return hasToFail ? turned(truth) : truth
}

/** The customer alone answers it, without joining anything. */
export const asksCustomerOnly = ({ child, path }: Demand, clock: Clock): boolean =>
  conditionsOf(child, path).every((placed) => sourceOf(placed, clock).asksCustomerOnly)

/** Some part of it asks the customer's own columns. */
export const looksAtCustomer = ({ child, path }: Demand, clock: Clock): boolean =>
  conditionsOf(child, path).some((placed) => sourceOf(placed, clock).asksCustomerOnly)

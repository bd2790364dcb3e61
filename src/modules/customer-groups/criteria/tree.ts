import type { CriteriaPath } from "./errors"
import { NODE_KINDS, type Child, type Condition, type Criteria, type Node, type NodeKind } from "./schema"

/** Where every path starts. */
export const ROOT = "criteria"

/** Conditions have an attribute, nodes have not. */
export const isCondition = (child: Child): child is Condition => "attribute" in child

/** A node as its kind and what is in it. */
export function partsOf(node: Node): { kind: NodeKind; children: Child[] } {
  const kind = NODE_KINDS.find((kind) => kind in node) as NodeKind
  return { kind, children: (node as Record<NodeKind, Child[]>)[kind] }
}

/** The path of a child: `criteria.all[2]`. */
export const childPath = (path: CriteriaPath, kind: NodeKind, index: number): CriteriaPath =>
  `${path}.${kind}[${index}]`

/** A condition and where it stands. */
export interface Placed {
  path: CriteriaPath
  condition: Condition
}

/** Every condition of a tree, in the order in which a person reads them. */
export function conditionsOf(criteria: Criteria | Child, path: CriteriaPath = ROOT): Placed[] {
  if (isCondition(criteria)) return [{ path, condition: criteria }]
  const { kind, children } = partsOf(criteria)
  return children.flatMap((child, index) => conditionsOf(child, childPath(path, kind, index)))
}

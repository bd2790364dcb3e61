import type { Criteria } from "../../../types"
import { type ConditionItem, type DraftCondition, isNode, type NodeItem } from "./tree"

/** Criteria that a tree stands for, and where in them each of its items is. */
export interface Written {
  /** Undefined while there is no condition that counts. */
  criteria: Criteria | undefined
  /** By the item's key: `criteria.all[2].any[0]`. Items that do not count have none. */
  paths: ReadonlyMap<string, string>
}

/**
 * Writes criteria without what is muted, and without conditions that do not count, for instance those that are half
 * finished. A node that has nothing left is left out.
 */
export const write = (root: NodeItem, counts: (item: ConditionItem) => boolean): Written => {
  const paths = new Map<string, string>()
  const writeNode = (node: NodeItem, path: string): Criteria | undefined => {
    const written: (Criteria | DraftCondition)[] = []
    for (const item of node.items) {
      if (item.isMuted) continue
      const place = `${path}.${node.kind}[${written.length}]`
      const one = isNode(item) ? writeNode(item, place) : counts(item) ? item.condition : undefined
      if (!one) continue
      paths.set(item.key, place)
      written.push(one)
    }
    return written.length ? ({ [node.kind]: written } as unknown as Criteria) : undefined
  }
  const criteria = root.isMuted ? undefined : writeNode(root, "criteria")
  if (criteria) paths.set(root.key, "criteria")
  return { criteria, paths }
}

/** The item that a message names by its place: `criteria.all[2].value: is empty`. */
export const itemAt = (paths: ReadonlyMap<string, string>, message: string): string | undefined => {
  const found = [...paths].filter(([, path]) => message.startsWith(path) && !/^\w/.test(message.slice(path.length)))
  return found.sort(([, one], [, other]) => other.length - one.length)[0]?.[0]
}

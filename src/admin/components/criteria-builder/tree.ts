import type { Criteria } from "../../../types"

/** How a node combines what is in it. */
export type NodeKind = "all" | "any" | "none"

/** A condition as it is being written: value and parameters may be missing still. */
export interface DraftCondition {
  attribute: string
  operator: string
  value?: unknown
  [parameter: string]: unknown
}

/** A condition in the builder. The key stays while it is moved and changed. */
export interface ConditionItem {
  key: string
  condition: DraftCondition
  /** Left out, to see what it does. */
  isMuted?: boolean
}

/** Conditions taken together in the builder. */
export interface NodeItem {
  key: string
  kind: NodeKind
  items: Item[]
  isMuted?: boolean
}

export type Item = NodeItem | ConditionItem

/** Nodes within each other, the root included. */
export const MOST_LEVELS = 5

export const isNode = (item: Item): item is NodeItem => "items" in item

let keys = 0
/** A name for a new item, that no other has in this window. */
export const newKey = () => `i${++keys}`

export const aCondition = (condition: DraftCondition): ConditionItem => ({ key: newKey(), condition })
export const aNode = (kind: NodeKind, items: Item[] = []): NodeItem => ({ key: newKey(), kind, items })

const KINDS = ["all", "any", "none"] as const

/** Criteria as the builder edits them. */
export const fromCriteria = (criteria: Criteria): NodeItem => {
  const kind = KINDS.find((each) => each in criteria) ?? "all"
  const children = (criteria as Record<NodeKind, (Criteria | DraftCondition)[]>)[kind]
  return aNode(
    kind,
    children.map((child) =>
      "attribute" in child ? aCondition(child as DraftCondition) : fromCriteria(child as Criteria),
    ),
  )
}

/** Where an item stands. */
export interface Place {
  item: Item
  parent: NodeItem
  index: number
}

export const find = (root: NodeItem, key: string): Place | undefined => {
  for (const [index, item] of root.items.entries()) {
    if (item.key === key) return { item, parent: root, index }
    const within = isNode(item) ? find(item, key) : undefined
    if (within) return within
  }
  return undefined
}

const changeItems = (node: NodeItem, change: (items: Item[], of: NodeItem) => Item[]): NodeItem => ({
  ...node,
  items: change(node.items, node).map((item) => (isNode(item) ? changeItems(item, change) : item)),
})

/** The tree with one item changed. */
export const update = <Changed extends Item>(root: NodeItem, key: string, change: (item: Changed) => Item): NodeItem =>
  root.key === key
    ? (change(root as Changed) as NodeItem)
    : changeItems(root, (items) => items.map((item) => (item.key === key ? change(item as Changed) : item)))

export const remove = (root: NodeItem, key: string): NodeItem =>
  changeItems(root, (items) => items.filter((item) => item.key !== key))

export const insert = (root: NodeItem, parentKey: string, index: number, added: Item): NodeItem =>
  changeItems(root, (items, { key }) =>
    key === parentKey ? [...items.slice(0, index), added, ...items.slice(index)] : items,
  )

/** How many nodes stand within each other, from this item on. */
export const levelsOf = (item: Item): number => (isNode(item) ? 1 + Math.max(0, ...item.items.map(levelsOf)) : 0)

/** At which level a node stands; the root at 1. */
export const levelAt = (root: NodeItem, key: string): number => {
  if (root.key === key) return 1
  const place = find(root, key)
  return place ? levelAt(root, place.parent.key) + 1 : 1
}

const holds = (item: Item, key: string): boolean =>
  item.key === key || (isNode(item) && item.items.some((inner) => holds(inner, key)))

/** Whether an item may stand in a node: not within itself, and not deeper than criteria may go. */
export const mayMoveTo = (root: NodeItem, key: string, parentKey: string): boolean => {
  const place = find(root, key)
  return !!place && !holds(place.item, parentKey) && levelAt(root, parentKey) + levelsOf(place.item) <= MOST_LEVELS
}

/** Puts an item before the one at an index of a node; the same tree where that cannot be. */
export const move = (root: NodeItem, key: string, parentKey: string, index: number): NodeItem => {
  const from = find(root, key)
  if (!from || !mayMoveTo(root, key, parentKey)) return root
  const isBefore = from.parent.key === parentKey && from.index < index
  return insert(remove(root, key), parentKey, isBefore ? index - 1 : index, from.item)
}

/** One place up (-1) or down (1): into a node that is next, out of its own at the edge. */
export const step = (root: NodeItem, key: string, direction: -1 | 1): NodeItem => {
  const place = find(root, key)
  if (!place) return root
  const { parent, index } = place
  const next = parent.items[index + direction]
  if (next && isNode(next) && mayMoveTo(root, key, next.key))
    return move(root, key, next.key, direction === 1 ? 0 : next.items.length)
  if (next) return move(root, key, parent.key, direction === 1 ? index + 2 : index - 1)
  const outer = find(root, parent.key)
  return outer ? move(root, key, outer.parent.key, direction === 1 ? outer.index + 1 : outer.index) : root
}

const copyOf = (item: Item): Item =>
  isNode(item) ? { ...item, key: newKey(), items: item.items.map(copyOf) } : { ...item, key: newKey() }

/** The tree with a copy of an item behind it, and the copy's key. */
export const duplicate = (root: NodeItem, key: string): { root: NodeItem; key: string } => {
  const place = find(root, key)
  if (!place) return { root, key }
  const copy = copyOf(place.item)
  return { root: insert(root, place.parent.key, place.index + 1, copy), key: copy.key }
}

/** All conditions, in the order in which they stand. */
export const conditionsOf = (node: NodeItem): ConditionItem[] =>
  node.items.flatMap((item) => (isNode(item) ? conditionsOf(item) : [item]))

/** What stands where after a deletion: the next item of the node, the one before, or the node. */
export const neighbourOf = (root: NodeItem, key: string): string | undefined => {
  const place = find(root, key)
  if (!place) return undefined
  const { parent, index } = place
  return (parent.items[index + 1] ?? parent.items[index - 1] ?? parent).key
}

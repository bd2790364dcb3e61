import { createContext, useContext } from "react"
import type { AdminCriteriaAttribute } from "../../../types"
import type { ConditionItem, Item, NodeItem } from "./tree"

/** How many customers a condition alone holds. */
export interface ConditionCount {
  count: number | undefined
  /** When it was counted. */
  countedAt: string | undefined
  /** Of all customers. */
  customerCount: number | undefined
  /** Something else is being counted; this is what was there before. */
  isOld: boolean
}

/** What the parts of the builder share. */
export interface Builder {
  root: NodeItem
  attributes: AdminCriteriaAttribute[]
  attributeOf(id: string): AdminCriteriaAttribute | undefined
  /** Changes the tree; changes at the same place that follow each other are taken back as one. */
  change(next: (root: NodeItem) => NodeItem, place?: string): void
  changeItem<Changed extends Item>(key: string, next: (item: Changed) => Item, place?: string): void
  addCondition(parentKey: string, index: number, attribute: AdminCriteriaAttribute): void
  addNode(parentKey: string): void
  remove(key: string): void
  countOf(item: ConditionItem): ConditionCount
  /** What is wrong with an item, once somebody has tried to save. */
  problemOf(key: string): string | undefined
  /** The item that gets the focus when it is drawn next. */
  focused: string | undefined
  onFocused(): void
  /** Opens the list of attributes to put a condition at a place of a node. */
  picking: { parentKey: string; index: number } | undefined
  pick(place: { parentKey: string; index: number } | undefined): void
}

const BuilderContext = createContext<Builder | undefined>(undefined)

export const BuilderProvider = BuilderContext.Provider

export const useBuilder = (): Builder => {
  const builder = useContext(BuilderContext)
  if (!builder) throw new Error("There is no builder around this component.")
  return builder
}

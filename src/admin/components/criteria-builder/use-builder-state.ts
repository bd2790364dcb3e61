import { useStore } from "@medusajs/dashboard/hooks"
import { useCallback, useEffect, useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminCriteriaAttribute, AdminPreviewCriteriaBody, Criteria } from "../../../types"
import { fieldOf, messageOf } from "../../lib/errors"
import { useAttributes } from "../../hooks/criteria-catalogue"
import { useSentence } from "../../hooks/criteria-preview"
import { useDebounced } from "../../hooks/use-debounced"
import { isComplete, missingOf } from "./completeness"
import type { Builder } from "./context"
import { newCondition } from "./new-condition"
import {
  aCondition,
  aNode,
  conditionsOf,
  find,
  fromCriteria,
  insert,
  type Item,
  neighbourOf,
  type NodeItem,
  remove as removeItem,
  update,
} from "./tree"
import { useCounts } from "./use-counts"
import { useHistory } from "./use-history"
import { itemAt, write } from "./written"

/** Milliseconds from the last key to the request. */
const SETTLED_AFTER = 300

/**
 * Everything that the builder's window knows.
 *
 * @param first what it begins with; empty if left out
 * @param rest what a preview is told beside the criteria
 */
export const useBuilderState = (
  first: Criteria | undefined,
  rest: Pick<AdminPreviewCriteriaBody, "group_id" | "stay">,
) => {
  const { t } = useTranslation("customerGroups")
  const { attributes, byId, error: catalogueError, refetch } = useAttributes()
  const { store } = useStore()
  const currencies = store?.supported_currencies
  const currencyCode = (currencies?.find(({ is_default }) => is_default) ?? currencies?.[0])?.currency_code
  const history = useHistory<NodeItem>(() => (first ? fromCriteria(first) : aNode("all")))
  const { value: root, set } = history
  const [focused, setFocused] = useState<string>()
  const [picking, pick] = useState<Builder["picking"]>()
  const [problems, setProblems] = useState<ReadonlyMap<string, string>>(new Map())

  const items = useMemo(() => conditionsOf(root), [root])

  const isReady = attributes !== undefined
  useEffect(() => {
    if (isReady) setFocused(items.find(({ condition }) => !isComplete(condition, byId.get(condition.attribute)))?.key)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once: a template leaves to be filled in what only the shop knows
  }, [isReady])

  const written = useMemo(
    () => write(root, ({ condition }) => isComplete(condition, byId.get(condition.attribute))),
    [root, byId],
  )
  const settled = useDebounced(written, SETTLED_AFTER)
  const sentence = useSentence(settled.criteria)
  const counts = useCounts(items, settled, rest, settled === written)

  const change = useCallback<Builder["change"]>(
    (next, place) => {
      setProblems(new Map())
      set(next, place)
    },
    [set],
  )
  const changeItem = useCallback(
    <Changed extends Item>(key: string, next: (item: Changed) => Item, place?: string) =>
      change((before) => update<Changed>(before, key, next), place),
    [change],
  )
  const addCondition = (parentKey: string, index: number, attribute: AdminCriteriaAttribute) => {
    const item = aCondition(newCondition(attribute, currencyCode))
    change((before) => insert(before, parentKey, index, item))
    pick(undefined)
    setFocused(item.key)
  }
  const addNode = (parentKey: string) => {
    const node = aNode("any")
    const parent = parentKey === root.key ? root : (find(root, parentKey)?.item as NodeItem | undefined)
    change((before) => insert(before, parentKey, parent?.items.length ?? 0, node))
    pick({ parentKey: node.key, index: 0 })
  }
  const remove = (key: string) => {
    setFocused(neighbourOf(root, key))
    change((before) => removeItem(before, key))
  }

  /** What keeps it from being saved, by item; finds the first. Nothing if all is complete. */
  const check = (): boolean => {
    const found = new Map<string, string>()
    for (const item of items) {
      const attribute = byId.get(item.condition.attribute)
      if (item.isMuted) continue
      // It would be lost without a word.
      if (!attribute) found.set(item.key, t("builder.unknownAttribute"))
      else if (missingOf(item.condition, attribute).length) found.set(item.key, t("builder.incomplete"))
    }
    if (!written.criteria && !found.size) found.set(root.key, t("builder.nothing"))
    setProblems(found)
    const [firstKey] = found.keys()
    if (firstKey) setFocused(firstKey)
    return found.size === 0
  }

  /** Shows what the server says of the criteria at the condition that it names; false if it names none. */
  const showError = (error: unknown): boolean => {
    const key = itemAt(written.paths, messageOf(error))
    if (!key) return false
    setProblems(new Map([[key, fieldOf(error).message]]))
    setFocused(key)
    return true
  }

  const builder: Builder = {
    root,
    attributes: attributes ?? [],
    attributeOf: (id) => byId.get(id),
    change,
    changeItem,
    addCondition,
    addNode,
    remove,
    countOf: counts.countOf,
    problemOf: (key) => problems.get(key),
    focused,
    onFocused: useCallback(() => setFocused(undefined), []),
    picking,
    pick,
  }
  return {
    builder,
    history,
    criteria: written.criteria,
    hasMuted: items.some(({ isMuted }) => isMuted),
    isReady,
    catalogueError,
    retryCatalogue: refetch,
    preview: {
      data: counts.total.data,
      isOld: settled !== written || counts.total.isPlaceholderData || counts.total.isFetching,
      error: counts.total.error,
      retry: () => void counts.total.refetch(),
      sentence: sentence.data?.sentence,
      isEmpty: settled.criteria === undefined,
    },
    check,
    showError,
  }
}

export type BuilderState = ReturnType<typeof useBuilderState>

import { useEffect, useMemo, useRef } from "react"
import type { AdminPreviewCriteriaBody } from "../../../types"
import { usePreview } from "../../hooks/criteria-preview"
import type { ConditionCount } from "./context"
import type { ConditionItem } from "./tree"
import type { Written } from "./written"

interface Counted {
  count: number
  countedAt: string
}

const textOf = ({ condition }: ConditionItem) => JSON.stringify(condition)

/**
 * What the criteria would do, and how many each condition alone holds. The total comes first; the conditions are asked
 * for beside it, and what was counted before stays beside a condition, marked as old, until the new number is there.
 */
export const useCounts = (
  items: readonly ConditionItem[],
  { criteria, paths }: Written,
  rest: Pick<AdminPreviewCriteriaBody, "group_id" | "stay">,
  isSettled: boolean,
) => {
  const body = criteria && { ...rest, criteria }
  const total = usePreview(body && { ...body, parts: ["total", "sample"] }, { enabled: isSettled })
  const conditions = usePreview(body && { criteria: body.criteria, parts: ["conditions"] }, { enabled: isSettled })

  const counted = useRef(new Map<string, Counted>())
  const last = useRef(new Map<string, Counted>())
  const { data, isPlaceholderData } = conditions
  const fresh = useMemo(() => {
    if (data?.status !== "ready" || isPlaceholderData || !isSettled) return undefined
    return new Map(data.conditions?.map(({ path, count, counted_at }) => [path, { count, countedAt: counted_at }]))
  }, [data, isPlaceholderData, isSettled])

  useEffect(() => {
    if (!fresh) return
    for (const item of items) {
      const found = fresh.get(paths.get(item.key) ?? "")
      if (!found) continue
      counted.current.set(textOf(item), found)
      last.current.set(item.key, found)
    }
  }, [fresh, items, paths])

  const customerCount = total.data?.status === "ready" ? total.data.customer_count : undefined
  const countOf = (item: ConditionItem): ConditionCount => {
    const path = paths.get(item.key)
    const known = (path === undefined ? undefined : fresh?.get(path)) ?? counted.current.get(textOf(item))
    const shown = known ?? last.current.get(item.key)
    return { count: shown?.count, countedAt: shown?.countedAt, customerCount, isOld: known === undefined }
  }
  return { total, countOf, error: total.error ?? conditions.error }
}

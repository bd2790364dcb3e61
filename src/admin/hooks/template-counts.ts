import { useQueries } from "@tanstack/react-query"
import { useState } from "react"
import type { AdminCriteriaTemplate } from "../../types"
import { previewQuery } from "./criteria-preview"

/** A process works out two previews at once, and others have some to make too. */
const AT_ONCE = 2

/**
 * How many customers of this shop each template would hold, by its id; of those that somebody has to fill first, none.
 * They are counted one after the other, at most two at a time.
 */
export const useTemplateCounts = (templates: AdminCriteriaTemplate[]): Map<string, number> => {
  const whole = templates.filter(({ to_fill }) => !to_fill.length)
  const [allowed, setAllowed] = useState(AT_ONCE)
  const previews = useQueries({
    queries: whole.map(({ criteria }, index) => ({
      ...previewQuery({ criteria, parts: ["total"] }),
      enabled: index < allowed,
    })),
  })

  const settled = previews.filter(({ data, isError }) => isError || data?.status === "ready").length
  if (allowed < settled + AT_ONCE) setAllowed(settled + AT_ONCE)

  return new Map(
    whole.flatMap(({ id }, index) => {
      const data = previews[index]?.data
      return data?.status === "ready" ? [[id, data.matching ?? 0]] : []
    }),
  )
}

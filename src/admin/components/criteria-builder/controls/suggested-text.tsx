import type { ComponentProps } from "react"
import type { AdminCriteriaValueListParams } from "../../../../types"
import { useAttributeValues, useOccurring } from "../../../hooks/criteria-values"
import { useDebounced } from "../../../hooks/use-debounced"
import { Corrections } from "./corrections"
import { TextField } from "./text-field"

interface Props extends Omit<ComponentProps<typeof TextField>, "suggestions"> {
  attributeId: string
  query: AdminCriteriaValueListParams & { key_path?: string[] }
}

/** Milliseconds after the last key: nobody is corrected in the middle of a word. */
const PAUSE = 1_000

/** A text, with those that occur in the shop to choose from; one that does not is pointed out. */
export const SuggestedText = ({ attributeId, query, ...field }: Props) => {
  const text = typeof field.value === "string" ? field.value : ""
  const q = useDebounced(text.trim())
  const { data } = useAttributeValues(attributeId, { ...query, limit: 10, ...(q ? { q } : {}) })
  const written = useDebounced(text, PAUSE)
  const { data: occurring } = useOccurring(attributeId, { ...query, entries: written ? [written] : [] })

  return (
    <div>
      <TextField {...field} suggestions={data?.values.map(({ value }) => value)} />
      {written === text && (
        <Corrections matches={occurring?.matches} onTake={(_entry, value) => field.onChange(value)} />
      )}
    </div>
  )
}

import type { ComponentProps } from "react"
import type { AdminCriteriaValueListParams } from "../../../../types"
import { useAttributeValues } from "../../../hooks/criteria-catalogue"
import { useDebounced } from "../../../hooks/use-debounced"
import { TextField } from "./text-field"

interface Props extends Omit<ComponentProps<typeof TextField>, "suggestions"> {
  attributeId: string
  query: AdminCriteriaValueListParams
}

/** A text, with those that occur in the shop to choose from. */
export const SuggestedText = ({ attributeId, query, ...field }: Props) => {
  const q = useDebounced(typeof field.value === "string" ? field.value.trim() : "")
  const { data } = useAttributeValues(attributeId, { ...query, limit: 10, ...(q ? { q } : {}) })
  return <TextField {...field} suggestions={data?.values.map(({ value }) => value)} />
}

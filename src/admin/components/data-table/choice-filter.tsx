import type { DataTableFilter } from "@medusajs/ui"
import { ChoiceList, type ChoiceOption } from "./choice-list"

interface ChoiceFilter {
  id: string
  label: string
  /** What can be chosen; of a list that searches the store, at least the chosen ones, whose names are shown. */
  options: ChoiceOption[]
  isMultiple?: boolean
  hasSearch?: boolean
  /** Searches elsewhere than among `options`. */
  useOptions?: (search: string) => ChoiceOption[] | undefined
}

/**
 * A filter by one or some of given values. (Medusa's own kinds write "is", "Search..." and "No results found" in
 * English, whatever the language.)
 */
export const choiceFilter = ({ id, label, options, ...list }: ChoiceFilter): DataTableFilter => {
  const filter = {
    id,
    label,
    type: "custom" as const,
    // The table writes the names of the chosen values beside the label.
    options,
    render: ({ value, onChange }: { value: unknown; onChange: (value: unknown) => void }) => (
      <ChoiceList label={label} options={options} value={value} onChange={onChange} {...list} />
    ),
  }
  return filter
}

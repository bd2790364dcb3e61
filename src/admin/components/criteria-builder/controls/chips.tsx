import { Combobox } from "@medusajs/dashboard/components"
import type { ClipboardEvent, ReactNode } from "react"

interface Props {
  label: string
  value: string[]
  onChange: (value: string[]) => void
  options: { value: string; label: string }[]
  search: string
  onSearch: (search: string) => void
  /** Whether what is typed and is no option may be added. */
  isFree?: boolean
  isInvalid?: boolean
  noResults?: ReactNode
}

const SEPARATORS = /[\n\r,;\t]+/

/** Several values as chips, searched for or typed; a pasted list becomes one chip for each of its entries. */
export const Chips = ({ label, value, onChange, options, search, onSearch, isFree, isInvalid, noResults }: Props) => {
  const add = (more: string[]) => onChange([...new Set([...value, ...more])])

  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const entries = event.clipboardData
      .getData("text")
      .split(SEPARATORS)
      .map((entry) => entry.trim())
      .filter(Boolean)
    if (entries.length < 2) return
    event.preventDefault()
    const byName = new Map(
      options.flatMap((option) => [
        [option.label.toLowerCase(), option.value],
        [option.value.toLowerCase(), option.value],
      ]),
    )
    const known = entries.flatMap((entry) => byName.get(entry.toLowerCase()) ?? (isFree ? entry : []))
    add(known)
  }

  return (
    <div className="min-w-52 max-w-full flex-1">
      <Combobox<string[]>
        aria-label={label}
        aria-invalid={isInvalid}
        displayMode="chips"
        placeholder={label}
        value={value}
        onChange={(next) => onChange([...new Set(next ?? [])])}
        options={options}
        searchValue={search}
        onSearchValueChange={onSearch}
        noResultsPlaceholder={noResults}
        onPaste={onPaste}
      />
    </div>
  )
}

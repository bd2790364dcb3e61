import { Combobox } from "@medusajs/dashboard/components"
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"

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
  /** Enter, when nothing is typed and nothing was looked for in the list. */
  onEnter?: () => void
}

const SEPARATORS = /[\n\r,;\t]+/

/** Several values as chips, searched for or typed; a pasted list becomes one chip for each of its entries. */
export const Chips = ({
  label,
  value,
  onChange,
  options,
  search,
  onSearch,
  isFree,
  isInvalid,
  noResults,
  onEnter,
}: Props) => {
  const { t } = useTranslation("customerGroups")
  const frame = useRef<HTMLDivElement>(null)
  const isLooking = useRef(false)
  const add = (more: string[]) => onChange([...new Set([...value, ...more])])

  useEffect(() => {
    // Medusa's chips have buttons without a name.
    for (const button of frame.current?.querySelectorAll("button:not([aria-haspopup])") ?? [])
      button.setAttribute("aria-label", t("builder.removeValue", { value: button.parentElement?.textContent }))
  })

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

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") isLooking.current = true
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return
    // What was chosen last is still lit: a second Enter would take it away again.
    const isDone = onEnter && value.length > 0 && search === "" && !isLooking.current
    isLooking.current = false
    if (!isDone) return
    event.preventDefault()
    event.stopPropagation()
    onEnter()
  }

  return (
    <div ref={frame} className="min-w-64 max-w-full flex-1" onKeyDownCapture={onKeyDown}>
      <Combobox<string[]>
        aria-label={label}
        aria-invalid={isInvalid}
        displayMode="chips"
        placeholder={t("builder.choose")}
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

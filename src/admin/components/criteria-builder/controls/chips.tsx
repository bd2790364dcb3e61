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
  /** A list of several was pasted. */
  onPasted: (entries: string[]) => void
  isInvalid?: boolean
  /** Enter, when nothing is typed and nothing was looked for in the list. */
  onEnter?: () => void
  /** Beneath them. */
  children?: ReactNode
}

const SEPARATORS = /[\n\r,;\t]+/

/** What a pasted text lists, each once. */
const entriesIn = (text: string): string[] => [
  ...new Set(
    text
      .split(SEPARATORS)
      .map((entry) => entry.trim())
      .filter(Boolean),
  ),
]

/** Several values as chips, searched for, typed or pasted as a list. */
export const Chips = (props: Props) => {
  const { label, value, onChange, options, search, onSearch, onPasted, isInvalid, onEnter, children } = props
  const { t } = useTranslation("customerGroups")
  const frame = useRef<HTMLDivElement>(null)
  const isLooking = useRef(false)

  useEffect(() => {
    // Medusa's chips have buttons without a name.
    for (const button of frame.current?.querySelectorAll("button:not([aria-haspopup])") ?? [])
      button.setAttribute("aria-label", t("builder.removeValue", { value: button.parentElement?.textContent }))
  })

  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const entries = entriesIn(event.clipboardData.getData("text"))
    if (entries.length < 2) return
    event.preventDefault()
    onPasted(entries)
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
    <div className="min-w-64 max-w-full flex-1">
      <div ref={frame} onKeyDownCapture={onKeyDown}>
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
          onPaste={onPaste}
        />
      </div>
      {children}
    </div>
  )
}

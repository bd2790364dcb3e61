import { Input } from "@medusajs/ui"
import { type KeyboardEvent, useId } from "react"

interface Props {
  label: string
  value: unknown
  onChange: (value: string | undefined) => void
  onEnter?: () => void
  isInvalid?: boolean
  /** Texts that occur, offered while somebody types. */
  suggestions?: string[]
}

/** Calls for Enter alone: with Ctrl or ⌘ it saves the whole window. */
export const onPlainEnter = (run: (() => void) | undefined) => (event: KeyboardEvent) => {
  if (event.key !== "Enter" || event.ctrlKey || event.metaKey || !run) return
  event.preventDefault()
  event.stopPropagation()
  run()
}

export const TextField = ({ label, value, onChange, onEnter, isInvalid, suggestions }: Props) => {
  const listId = useId()
  return (
    <div className="w-44">
      <Input
        list={suggestions?.length ? listId : undefined}
        size="small"
        aria-label={label}
        aria-invalid={isInvalid}
        placeholder={label}
        value={typeof value === "string" ? value : ""}
        onChange={({ target }) => onChange(target.value === "" ? undefined : target.value)}
        onKeyDown={onPlainEnter(onEnter)}
      />
      {suggestions && suggestions.length > 0 && (
        <datalist id={listId}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
    </div>
  )
}

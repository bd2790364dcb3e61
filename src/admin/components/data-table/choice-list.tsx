import { CheckMini, EllipseMiniSolid, MagnifyingGlass } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"

export interface ChoiceOption {
  label: string
  value: string
}

interface Props {
  label: string
  options: ChoiceOption[]
  value: unknown
  onChange: (value: unknown) => void
  isMultiple?: boolean
  hasSearch?: boolean
  /** Searches elsewhere than among `options`. */
  useOptions?: (search: string) => ChoiceOption[] | undefined
  className?: string
}

const useSameOptions = () => undefined

export const ChoiceList = ({
  label,
  value,
  onChange,
  isMultiple,
  hasSearch,
  className = "w-[250px]",
  ...props
}: Props) => {
  const { t } = useTranslation("customerGroups")
  const [search, setSearch] = useState("")
  const useOptions = props.useOptions ?? useSameOptions
  const found = useOptions(search)

  const needle = search.trim().toLowerCase()
  const options = found ?? props.options.filter((option) => option.label.toLowerCase().includes(needle))
  const chosen: unknown[] = Array.isArray(value) ? value : value ? [value] : []

  const choose = (option: string) => {
    if (!isMultiple) return onChange(option)
    const next = chosen.includes(option) ? chosen.filter((other) => other !== option) : [...chosen, option]
    onChange(next.length ? next : undefined)
  }

  return (
    <div className={className}>
      {hasSearch && (
        <div className="flex items-center gap-x-2 border-b px-3 py-1.5">
          <MagnifyingGlass className="text-ui-fg-muted" />
          <input
            className="txt-compact-small placeholder:text-ui-fg-muted h-8 flex-1 bg-transparent outline-none"
            aria-label={t("table.searchIn", { table: label })}
            placeholder={t("table.search")}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        </div>
      )}
      <div role="group" aria-label={label} className="max-h-[300px] overflow-auto p-1">
        {!options.length && (
          <Text size="small" className="text-ui-fg-muted px-2 py-4 text-center">
            {t("filters.nothingFound")}
          </Text>
        )}
        {options.map((option) => (
          <button
            key={option.value}
            type="button"
            role={isMultiple ? "checkbox" : "radio"}
            aria-checked={chosen.includes(option.value)}
            className="txt-compact-small hover:bg-ui-bg-component-hover focus-visible:bg-ui-bg-component-hover flex w-full items-center gap-x-2 rounded-md px-2 py-1.5 text-left outline-none"
            onClick={() => choose(option.value)}
          >
            <span className="flex size-[15px] flex-shrink-0 items-center justify-center">
              {chosen.includes(option.value) && (isMultiple ? <CheckMini /> : <EllipseMiniSolid />)}
            </span>
            <span className="min-w-0 truncate">{option.label}</span>
          </button>
        ))}
      </div>
    </div>
  )
}

import { Combobox } from "@medusajs/dashboard/components"
import { useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminCriteriaValue, AdminCriteriaValueListParams } from "../../../../types"
import { useAttributeValues } from "../../../hooks/criteria-catalogue"
import { useDebounced } from "../../../hooks/use-debounced"
import { Chips } from "./chips"

interface Props {
  attributeId: string
  /** Which values: of a parameter, or at a place of the metadata. */
  query?: AdminCriteriaValueListParams
  label: string
  value: unknown
  isList: boolean
  /** Whether what the shop does not have may be written too. */
  isFree?: boolean
  isInvalid?: boolean
  onChange: (value: unknown) => void
  /** Enter in a list, when nothing is typed. */
  onEnter?: () => void
}

const SHOWN = 20
const MOST_NAMED = 100

const asList = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(String) : value === undefined || value === "" ? [] : [String(value)]

/** Things of the shop by their names, or values that occur in it; searched for while somebody types. */
export const ReferencePicker = ({
  attributeId,
  query = {},
  label,
  value,
  isList,
  isFree,
  isInvalid,
  onChange,
  onEnter,
}: Props) => {
  const { t } = useTranslation("customerGroups")
  const [search, setSearch] = useState("")
  const q = useDebounced(search.trim())
  const chosen = asList(value)
  const { data: found } = useAttributeValues(attributeId, { ...query, limit: SHOWN, ...(q ? { q } : {}) })
  const { data: named } = useAttributeValues(
    attributeId,
    { ...query, value: chosen.slice(0, MOST_NAMED), limit: MOST_NAMED },
    { enabled: chosen.length > 0 },
  )

  const typed = search.trim()
  const options = useMemo(() => {
    const toOption = ({ value: id, label: name, hint }: AdminCriteriaValue) => ({
      value: id,
      label: hint ? `${name} · ${hint}` : name,
    })
    // What was found for the letters before is no answer to those that are typed now: Enter takes the first.
    const matching = (found?.values ?? []).map(toOption).filter(({ label: name, value: id }) => {
      const text = `${name} ${id}`.toLowerCase()
      return typed
        .toLowerCase()
        .split(/\s+/)
        .every((word) => text.includes(word))
    })
    const isNew = isFree && typed && !matching.some(({ label: name }) => name.toLowerCase() === typed.toLowerCase())
    const all = [
      ...(isNew ? [{ value: typed, label: typed }] : []),
      ...matching,
      // Chosen ones are drawn by their options, wherever these stand.
      ...(named?.values ?? []).map(toOption),
      ...asList(value).map((id) => ({ value: id, label: id })),
    ]
    return [...new Map([...all].reverse().map((option) => [option.value, option])).values()].reverse()
  }, [found, named, value, typed, isFree])

  if (isList)
    return (
      <Chips
        label={label}
        value={chosen}
        onChange={(next) => onChange(next)}
        options={options}
        search={search}
        onSearch={setSearch}
        isFree={isFree}
        isInvalid={isInvalid}
        onEnter={onEnter}
      />
    )
  return (
    <div className="min-w-64 max-w-full flex-1">
      <Combobox<string>
        aria-label={label}
        aria-invalid={isInvalid}
        placeholder={t("builder.choose")}
        value={chosen[0] ?? ""}
        onChange={(next) => onChange(next === "" ? undefined : next)}
        options={options}
        searchValue={search}
        onSearchValueChange={setSearch}
      />
    </div>
  )
}

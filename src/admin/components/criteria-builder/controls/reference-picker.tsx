import { Combobox } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"
import { useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminCriteriaValue, AdminCriteriaValueListParams, AdminCriteriaValueMatch } from "../../../../types"
import { useAttributeValues, useMatchPasted, useOccurring } from "../../../hooks/criteria-values"
import { useDebounced } from "../../../hooks/use-debounced"
import { messageOf } from "../../../lib/errors"
import { Chips } from "./chips"
import { Corrections } from "./corrections"

interface Props {
  attributeId: string
  /** Which values: of a parameter, or at a place of the metadata. */
  query?: AdminCriteriaValueListParams & { key_path?: string[] }
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
/** As many values as a condition may have. */
const MOST_PASTED = 1_000

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
      <ChosenList
        {...{ attributeId, query, label, isFree, isInvalid, onEnter, options, search, chosen }}
        onSearch={setSearch}
        onChange={onChange}
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

interface ChosenListProps extends Pick<Props, "attributeId" | "label" | "isFree" | "isInvalid" | "onEnter"> {
  query: NonNullable<Props["query"]>
  chosen: string[]
  onChange: (value: string[]) => void
  options: { value: string; label: string }[]
  search: string
  onSearch: (search: string) => void
}

/** Several of them; what a pasted list names, and what occurs of what was written, is asked of the shop. */
const ChosenList = ({ attributeId, query, isFree, chosen, onChange, ...list }: ChosenListProps) => {
  const { mutateAsync } = useMatchPasted(attributeId)
  const [pasted, setPasted] = useState<AdminCriteriaValueMatch[]>([])
  const { data: occurring } = useOccurring(attributeId, { ...query, entries: isFree ? chosen : [] })
  const add = (...more: string[]) => onChange([...new Set([...chosen, ...more])])

  const onPasted = async (entries: string[]) => {
    if (isFree) return add(...entries)
    try {
      const { matches } = await mutateAsync({ ...query, entries: entries.slice(0, MOST_PASTED) })
      setPasted(matches)
      add(...matches.flatMap(({ value }) => value?.value ?? []))
    } catch (error) {
      toast.error(messageOf(error))
    }
  }
  const onTake = (entry: string, value: string) => {
    if (isFree) return onChange([...new Set(chosen.map((each) => (each === entry ? value : each)))])
    setPasted((before) => before.filter((match) => match.entry !== entry))
    add(value)
  }

  return (
    <Chips {...list} value={chosen} onChange={onChange} onPasted={(entries) => void onPasted(entries)}>
      <Corrections matches={isFree ? occurring?.matches : pasted} onTake={onTake} />
    </Chips>
  )
}

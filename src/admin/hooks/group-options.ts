import { useCallback, useMemo } from "react"
import type { ChoiceOption } from "../components/data-table/choice-list"
import { useCustomerGroups } from "./customer-groups"
import { useDebounced } from "./use-debounced"

const SHOWN = 50

/** The first groups whose name matches, to choose from. */
export const useGroupOptions = (search: string): ChoiceOption[] => {
  const q = useDebounced(search.trim())
  const { data } = useCustomerGroups({ q: q || undefined, order: "name", limit: SHOWN })
  return useMemo(() => data?.customer_groups.map(({ id, name }) => ({ value: id, label: name })) ?? [], [data])
}

/** The names of groups that are chosen already. */
export const useChosenGroups = (ids: string[]): ChoiceOption[] => {
  const { data } = useCustomerGroups({ id: ids, limit: Math.max(1, ids.length) }, { enabled: ids.length > 0 })
  return useMemo(
    () =>
      data?.customer_groups.filter(({ id }) => ids.includes(id)).map(({ id, name }) => ({ value: id, label: name })) ??
      [],
    [data, ids],
  )
}

/** Groups to choose from, but one or none, for a list that searches; those that are chosen stay in sight, to be taken back. */
export const useOtherGroups = (groupId: string | undefined, chosenIds: string[]) => {
  const chosen = useChosenGroups(chosenIds)
  return useCallback(
    function useOthers(search: string) {
      const found = useGroupOptions(search).filter(({ value: id }) => id !== groupId)
      const missing = search ? [] : chosen.filter(({ value: id }) => !found.some((option) => option.value === id))
      return [...missing, ...found]
    },
    [groupId, chosen],
  )
}

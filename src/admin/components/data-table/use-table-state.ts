import type { DataTableFilteringState, DataTablePaginationState, DataTableSortingState } from "@medusajs/ui"
import { useMemo, useState } from "react"
import { useSearchParams } from "react-router-dom"
import { formatFilter, isEmptyFilter, parseFilter, parseOffset } from "./filter-params"

type Changes = Record<string, string | null>

/**
 * State of a table, kept in the address bar: `<prefix>_q`, `_order`, `_offset` and one parameter a filter.
 *
 * @param prefix keeps two tables on one page apart; none for the only one
 */
export const useTableState = ({
  prefix,
  filterIds,
  sortIds = [],
  pageSize = 20,
}: {
  prefix?: string
  filterIds: string[]
  sortIds?: string[]
  pageSize?: number
}) => {
  const [params, setParams] = useSearchParams()
  // Filters as they were set last. The address follows a moment later, and never gets those that have no value yet.
  const [set, setSet] = useState<{ address: string; filters: DataTableFilteringState }>()

  const nameOf = (key: string) => (prefix ? `${prefix}_${key}` : key)
  const get = (key: string) => params.get(nameOf(key))

  // One call a change: the router does not queue updates, so a second one in the same tick would undo the first.
  const write = (changes: Changes, { replace = false } = {}) =>
    setParams(
      () => {
        // Not the parameters of the last render: a change that came in between would be lost. (The search field writes
        // a moment after the last key, by the `write` of an earlier render.)
        const after = new URLSearchParams(window.location.search)
        for (const [key, value] of Object.entries(changes)) {
          if (value) after.set(nameOf(key), value)
          else after.delete(nameOf(key))
        }
        return after
      },
      { replace, preventScrollReset: true },
    )

  const q = get("q") ?? ""
  const wantedOrder = get("order") ?? ""
  const order = sortIds.includes(wantedOrder.replace(/^-/, "")) ? wantedOrder : ""
  const offset = parseOffset(get("offset"), pageSize)
  const address = filterIds.map((id) => get(id)).join("\n")
  const filters = useMemo(
    () =>
      Object.fromEntries(
        filterIds.flatMap((id) => {
          const value = parseFilter(get(id))
          return value === undefined ? [] : [[id, value]]
        }),
      ),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `address` says all that `get` can give
    [address],
  )

  const unfinished = Object.entries(set?.filters ?? {}).filter(([, value]) => isEmptyFilter(value))
  const shownFilters = set?.address === address ? set.filters : { ...Object.fromEntries(unfinished), ...filters }

  return {
    q,
    order,
    offset,
    limit: pageSize,
    filters,
    isNarrowed: q !== "" || Object.keys(filters).length > 0,
    /** Says whether the rows that match are still the same ones. */
    matchKey: JSON.stringify([q, filters]),
    query: { q: q || undefined, order: order || undefined, offset, limit: pageSize, ...filters },
    goToPage: (index: number) => write({ offset: index > 0 ? String(index * pageSize) : null }, { replace: true }),
    table: {
      autoResetPageIndex: false,
      pagination: {
        state: { pageIndex: Math.floor(offset / pageSize), pageSize },
        onPaginationChange: ({ pageIndex }: DataTablePaginationState) =>
          write({ offset: pageIndex > 0 ? String(pageIndex * pageSize) : null }),
      },
      search: {
        state: q,
        onSearchChange: (text: string) => write({ q: text, offset: null }, { replace: true }),
      },
      sorting: {
        state: order ? { id: order.replace(/^-/, ""), desc: order.startsWith("-") } : null,
        onSortingChange: (sorting: DataTableSortingState | null | undefined) =>
          write({ order: sorting?.id ? `${sorting.desc ? "-" : ""}${sorting.id}` : null, offset: null }),
      },
      filtering: {
        state: shownFilters,
        onFilteringChange: (state: DataTableFilteringState) => {
          setSet({ address, filters: state })
          const next = Object.fromEntries(filterIds.map((id) => [id, formatFilter(state[id])]))
          if (filterIds.some((id) => next[id] !== get(id))) write({ ...next, offset: null })
        },
      },
    },
  }
}

export type TableState = ReturnType<typeof useTableState>

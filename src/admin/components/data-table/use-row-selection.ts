import type { DataTableRowSelectionState } from "@medusajs/ui"
import { useState } from "react"

/** Some rows by id, or all that match the search and filters but some. */
export type RowChoice = { ids: string[] } | { all: true; except: string[] }

interface Selection {
  /** Which rows matched when this was chosen: another search or filter makes "all that match" somebody else. */
  matchKey: string
  isAll: boolean
  /** The chosen rows; with `isAll` the ones left out. */
  ids: string[]
}

/**
 * What is checked in a table, over its pages.
 *
 * @param matchKey says whether the rows that match are still the same (see `useTableState`)
 * @param count how many rows match
 */
export const useRowSelection = (matchKey: string, count: number) => {
  const [stored, setSelection] = useState<Selection>({ matchKey, isAll: false, ids: [] })
  const isStale = stored.isAll && stored.matchKey !== matchKey
  const { isAll, ids }: Selection = isStale ? { matchKey, isAll: false, ids: [] } : stored

  const choice: RowChoice = isAll ? { all: true, except: ids } : { ids }
  return {
    isAll,
    choice,
    count: isAll ? count - ids.length : ids.length,
    clear: () => setSelection({ matchKey, isAll: false, ids: [] }),
    chooseAll: () => setSelection({ matchKey, isAll: true, ids: [] }),
    isChosen: (id: string) => ids.includes(id) !== isAll,

    /** The selection of the rows on this page, as the table wants it; with "all" those of other pages are implied. */
    stateFor: (pageIds: string[]): DataTableRowSelectionState => {
      const chosen = isAll ? pageIds.filter((id) => !ids.includes(id)) : ids
      return Object.fromEntries(chosen.map((id) => [id, true]))
    },
    change: (state: DataTableRowSelectionState, pageIds: string[]) => {
      const chosen = Object.keys(state).filter((id) => state[id])
      if (!isAll) return setSelection({ matchKey, isAll, ids: chosen })
      const leftOut = pageIds.filter((id) => !chosen.includes(id))
      setSelection({ matchKey, isAll, ids: [...ids.filter((id) => !pageIds.includes(id)), ...leftOut] })
    },
  }
}

export type RowSelection = ReturnType<typeof useRowSelection>

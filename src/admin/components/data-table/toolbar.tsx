import { DataTable as UiDataTable, type DataTableFilter, type UseDataTableReturn } from "@medusajs/ui"
import { useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import { FilterMenu } from "./filter-menu"
import { nameControls } from "./name-controls"

interface Props<Row> {
  instance: UseDataTableReturn<Row>
  /** What the table shows, for the name of its search field. */
  heading: string
  columns: { enableSorting?: boolean }[]
  filters?: DataTableFilter[]
  autoFocusSearch?: boolean
}

/** Filters at the left, search and sorting at the right. */
export const Toolbar = <Row,>({ instance, heading, columns, filters = [], autoFocusSearch }: Props<Row>) => {
  const { t } = useTranslation("customerGroups")

  // The menu throws where there is nothing to sort by.
  const isSortable = columns.some(({ enableSorting }) => enableSorting)

  const wrapper = useRef<HTMLDivElement>(null)
  useEffect(() => nameControls(wrapper.current, { sort: t("table.sort"), removeFilter: t("table.removeFilter") }))

  return (
    <div ref={wrapper} className="border-t">
      <UiDataTable.Toolbar translations={{ clearAll: t("actions.clearAll") }}>
        <div className="flex w-full items-center justify-between gap-2">
          {filters.length > 0 && (
            <FilterMenu
              filters={filters}
              active={Object.keys(instance.getFiltering())}
              onAdd={({ id }) => instance.addFilter({ id, value: null })}
            />
          )}
          <div className="ml-auto flex min-w-0 items-center gap-2">
            <div className="min-w-0">
              <UiDataTable.Search
                placeholder={t("table.search")}
                aria-label={t("table.searchIn", { table: heading })}
                autoFocus={autoFocusSearch}
              />
            </div>
            {isSortable && (
              <span data-control="sort" className="flex flex-shrink-0">
                <UiDataTable.SortingMenu tooltip={t("table.sort")} />
              </span>
            )}
          </div>
        </div>
      </UiDataTable.Toolbar>
    </div>
  )
}

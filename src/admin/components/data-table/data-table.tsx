import {
  clx,
  DataTable as UiDataTable,
  useDataTable,
  type DataTableColumnDef,
  type DataTableCommand,
  type DataTableFilter,
} from "@medusajs/ui"
import { useEffect, type ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { SectionError } from "../section-error"
import { SectionHeader } from "../section-header"
import { ChooseAllBar } from "./choose-all-bar"
import { Pagination } from "./pagination"
import { Toolbar } from "./toolbar"
import { useRowNavigation } from "./use-row-navigation"
import type { RowSelection } from "./use-row-selection"
import type { TableState } from "./use-table-state"

/** The line below a row belongs to its cells: those that stay in sight while others scroll would paint over the row's. */
const linesBelow = "[&_table]:border-separate [&_table]:border-spacing-0 [&_tbody>tr:not(:last-child)>td]:border-b"

/** Keeps the menu of each row in sight where the columns don't fit, as Medusa does with the first column. */
const stickyMenu = [
  "[&_tr>:last-child]:sticky [&_tr>:last-child]:right-0",
  "[&_th:last-child]:bg-ui-bg-subtle [&_td:last-child]:bg-ui-bg-base [&_tr:hover>td:last-child]:bg-ui-bg-base-hover",
]

/** In a narrow place the columns stand closer; the arrow of a sorted one then stands in the room between them. */
const closer = [
  "[container-type:inline-size]",
  "[@container_(max-width:800px)]:[&_:is(td,th)]:pr-4",
  "[@container_(max-width:800px)]:[&_th_button]:gap-0",
  "[@container_(max-width:800px)]:[&_th_button>svg]:-mr-[15px]",
]

/** The same in a place as wide as a laptop leaves. */
const closerSooner = [
  "[@container_(max-width:1100px)]:[&_:is(td,th)]:pr-4",
  "[@container_(max-width:1100px)]:[&_th_button]:gap-0",
  "[@container_(max-width:1100px)]:[&_th_button>svg]:-mr-[15px]",
]

export interface DataTableProps<Row> {
  heading: string
  headingLevel?: "h1" | "h2"
  subHeading?: string
  /** What stands at the right of the heading, e.g. the button that adds something. */
  actions?: ReactNode
  state: TableState
  rows: Row[] | undefined
  count: number | undefined
  /** True while rows of the search before are shown. */
  isPlaceholder?: boolean
  error: unknown
  onRetry: () => void
  columns: DataTableColumnDef<Row, any>[] // eslint-disable-line @typescript-eslint/no-explicit-any -- as Medusa types it
  filters?: DataTableFilter[]
  getRowId: (row: Row) => string
  rowHref?: (row: Row) => string
  onRowClick?: (row: Row) => void
  /** What stands instead of the rows when there are none at all. */
  empty: ReactNode
  selection?: RowSelection
  canSelect?: (row: Row) => boolean
  /** What can be done with the chosen rows, at the bottom centre. */
  commands?: DataTableCommand[]
  autoFocusSearch?: boolean
  fill?: boolean
  /** More columns than a laptop has room for, unless they stand closer. */
  hasManyColumns?: boolean
}

/**
 * Medusa's table with its state in the address bar, and every state drawn. (The dashboard's own wrapper stays on page 7
 * when one searches, and its configurable one serves Medusa's own entities only.)
 */
export const DataTable = <Row,>(props: DataTableProps<Row>) => {
  const { t } = useTranslation("customerGroups")
  const { state, selection, count = 0 } = props
  const rows = props.rows ?? []
  const pageIds = rows.map(props.getRowId)
  const navigate = useRowNavigation(props.rowHref, props.onRowClick)

  const instance = useDataTable<Row>({
    data: rows,
    columns: props.columns,
    filters: props.filters,
    commands: props.commands,
    rowCount: count,
    getRowId: props.getRowId,
    isLoading: props.rows === undefined && !props.error,
    onRowClick: navigate,
    rowSelection: selection && {
      state: selection.stateFor(pageIds),
      onRowSelectionChange: (chosen) => selection.change(chosen, pageIds),
      enableRowSelection: props.canSelect ? (row) => props.canSelect!(row.original) : true,
    },
    ...state.table,
  })

  const hasMenu = props.columns.some((column) => column.id === "action")

  // The last row of the last page may be gone: show the page before.
  const isBeyondEnd = props.rows?.length === 0 && count > 0 && state.offset >= count
  useEffect(() => {
    if (isBeyondEnd) state.goToPage(Math.ceil(count / state.limit) - 1)
  }, [isBeyondEnd]) // eslint-disable-line react-hooks/exhaustive-deps -- once, when it happens

  const choosable = props.rows?.filter((row) => props.canSelect?.(row) ?? true).map(props.getRowId) ?? []
  const isPageChosen = choosable.length > 0 && choosable.every((id) => selection?.isChosen(id))
  const offersAll = selection && (selection.isAll || (isPageChosen && count > rows.length))

  const header = (
    <SectionHeader title={props.heading} level={props.headingLevel} hint={props.subHeading} actions={props.actions} />
  )
  // Nothing to search in: without the tools, it is plain what to do next.
  const hasNothing = props.rows?.length === 0 && !count && !state.isNarrowed && !props.isPlaceholder
  if (hasNothing) {
    return (
      <>
        {header}
        <div className="flex min-h-[250px] flex-1 items-center justify-center border-t">{props.empty}</div>
      </>
    )
  }

  const noResults = { heading: t("table.noResults"), description: t("table.noResultsHint") }
  return (
    <UiDataTable instance={instance} className={clx(linesBelow, props.fill && "h-full", hasMenu && stickyMenu)}>
      {header}
      <Toolbar {...props} instance={instance} />
      {offersAll && <ChooseAllBar selection={selection} onPage={choosable.length} count={count} />}
      {props.error && !props.rows ? (
        <SectionError error={props.error} onRetry={props.onRetry} className="min-h-[250px] border-t" />
      ) : (
        <>
          <div className={clx("flex min-h-0 w-full flex-1 flex-col", closer, props.hasManyColumns && closerSooner)}>
            <UiDataTable.Table emptyState={{ empty: noResults, filtered: noResults }} />
          </div>
          <Pagination
            offset={state.offset}
            limit={state.limit}
            count={count}
            onPage={(pageIndex) => state.table.pagination.onPaginationChange({ pageIndex, pageSize: state.limit })}
          />
        </>
      )}
      {props.commands && selection && (
        <UiDataTable.CommandBar selectedLabel={() => t("table.chosen", { count: selection.count })} />
      )}
    </UiDataTable>
  )
}

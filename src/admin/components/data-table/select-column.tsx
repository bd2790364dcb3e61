import { Checkbox, createDataTableColumnHelper, Tooltip, type DataTableColumnDef } from "@medusajs/ui"

interface Options<Row> {
  selectPage: string
  selectRow: (row: Row) => string
  /** Why this row can't be chosen: it is shown as checked, with this text. */
  fixedText?: (row: Row) => string | undefined
}

/** The column of checkboxes, with names that a screen reader can read (those of Medusa's own have none). */
export const selectColumn = <Row,>({ selectPage, selectRow, fixedText }: Options<Row>): DataTableColumnDef<Row> =>
  createDataTableColumnHelper<Row>().display({
    id: "select",
    header: ({ table }) => (
      <Checkbox
        aria-label={selectPage}
        disabled={!table.getRowModel().rows.some((row) => row.getCanSelect())}
        checked={table.getIsAllPageRowsSelected() || (table.getIsSomePageRowsSelected() ? "indeterminate" : false)}
        onCheckedChange={(checked) => table.toggleAllPageRowsSelected(checked === true)}
      />
    ),
    cell: ({ row }) => {
      const fixed = fixedText?.(row.original)
      const checkbox = (
        <Checkbox
          aria-label={fixed ? `${selectRow(row.original)}: ${fixed}` : selectRow(row.original)}
          disabled={fixed !== undefined}
          checked={fixed !== undefined || row.getIsSelected()}
          onCheckedChange={(checked) => row.toggleSelected(checked === true)}
          onClick={(event) => event.stopPropagation()}
        />
      )
      if (!fixed) return checkbox
      return (
        <Tooltip content={fixed} side="right">
          <span className="inline-flex">{checkbox}</span>
        </Tooltip>
      )
    },
  })

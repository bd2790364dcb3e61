import { DataTable as UiDataTable, Heading, Text, type DataTableFilter, type UseDataTableReturn } from "@medusajs/ui"
import { type ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { FilterMenu } from "./filter-menu"

interface Props<Row> {
  instance: UseDataTableReturn<Row>
  heading: string
  headingLevel?: "h1" | "h2"
  subHeading?: string
  actions?: ReactNode
  filters?: DataTableFilter[]
  autoFocusSearch?: boolean
}

/** Medusa's sorting menu has a picture only: this gives its button a name. */
const nameMenuButton = (label: string) => (wrapper: HTMLElement | null) =>
  wrapper?.querySelector("button")?.setAttribute("aria-label", label)

/** Heading, filters, sorting, search and what can be done, in one line where there is room. */
export const Toolbar = <Row,>({
  instance,
  heading,
  headingLevel = "h2",
  subHeading,
  actions,
  ...props
}: Props<Row>) => {
  const { t } = useTranslation("customerGroups")
  const filters = props.filters ?? []

  return (
    <UiDataTable.Toolbar translations={{ clearAll: t("actions.clearAll") }}>
      <div className="flex w-full flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div>
          <Heading level={headingLevel}>{heading}</Heading>
          {subHeading && (
            <Text size="small" className="text-ui-fg-subtle">
              {subHeading}
            </Text>
          )}
        </div>
        <div className="flex flex-wrap items-center gap-2">
          {filters.length > 0 && (
            <FilterMenu
              filters={filters}
              active={Object.keys(instance.getFiltering())}
              onAdd={({ id, type }) => instance.addFilter({ id, value: type === "multiselect" ? [] : null })}
            />
          )}
          <span ref={nameMenuButton(t("table.sort"))} className="contents">
            <UiDataTable.SortingMenu tooltip={t("table.sort")} />
          </span>
          <UiDataTable.Search
            placeholder={t("table.search")}
            aria-label={t("table.searchIn", { table: heading })}
            autoFocus={props.autoFocusSearch}
          />
          {actions}
        </div>
      </div>
    </UiDataTable.Toolbar>
  )
}

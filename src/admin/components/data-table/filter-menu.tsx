import { Funnel } from "@medusajs/icons"
import { Button, DropdownMenu, type DataTableFilter } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

interface Props {
  filters: DataTableFilter[]
  active: string[]
  onAdd: (filter: DataTableFilter) => void
}

/** The filters that are not used yet. */
export const FilterMenu = ({ filters, active, onAdd }: Props) => {
  const { t } = useTranslation("customerGroups")
  const left = filters.filter((filter) => !active.includes(filter.id))

  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild disabled={!left.length}>
        <Button type="button" size="small" variant="secondary" className="flex-shrink-0">
          <Funnel />
          {t("table.addFilter")}
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="start" onCloseAutoFocus={(event) => event.preventDefault()}>
        {left.map((filter) => (
          <DropdownMenu.Item key={filter.id} onClick={() => onAdd(filter)}>
            {filter.label}
          </DropdownMenu.Item>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}

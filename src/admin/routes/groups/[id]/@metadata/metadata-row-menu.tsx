import { ArrowDownMini, ArrowUpMini, EllipsisVertical, Trash } from "@medusajs/icons"
import { DropdownMenu, IconButton } from "@medusajs/ui"
import { useRef } from "react"
import { useTranslation } from "react-i18next"

/** Does something to the rows, and gives back how to focus where one goes on. */
type RowAction = () => () => void

interface Props {
  label: string
  onInsertAbove: RowAction
  onInsertBelow: RowAction
  onDelete: RowAction
}

/** Shows on hover and on focus of its row. */
export const MetadataRowMenu = ({ label, onInsertAbove, onInsertBelow, onDelete }: Props) => {
  const { t } = useTranslation("customerGroups")
  // The menu keeps the focus until it is closed, so what an action focuses has to wait for that.
  const focusNext = useRef<() => void>()
  const choose = (act: RowAction) => () => {
    focusNext.current = act()
  }

  return (
    <div role="cell" className="absolute inset-y-0 -right-2.5 flex items-center !border-l-0">
      <DropdownMenu onOpenChange={(isOpen) => isOpen && (focusNext.current = undefined)}>
        <DropdownMenu.Trigger asChild>
          <IconButton
            type="button"
            size="2xsmall"
            aria-label={label}
            className="opacity-0 focus-visible:opacity-100 group-focus-within/row:opacity-100 group-hover/row:opacity-100 data-[state=open]:opacity-100"
          >
            <EllipsisVertical />
          </IconButton>
        </DropdownMenu.Trigger>
        <DropdownMenu.Content
          align="end"
          onCloseAutoFocus={(event) => {
            if (!focusNext.current) return
            event.preventDefault()
            focusNext.current()
          }}
        >
          <DropdownMenu.Item className="[&_svg]:text-ui-fg-subtle gap-x-2" onClick={choose(onInsertAbove)}>
            <ArrowUpMini />
            {t("metadata.insertAbove")}
          </DropdownMenu.Item>
          <DropdownMenu.Item className="[&_svg]:text-ui-fg-subtle gap-x-2" onClick={choose(onInsertBelow)}>
            <ArrowDownMini />
            {t("metadata.insertBelow")}
          </DropdownMenu.Item>
          <DropdownMenu.Separator />
          <DropdownMenu.Item className="[&_svg]:text-ui-fg-subtle gap-x-2" onClick={choose(onDelete)}>
            <Trash />
            {t("metadata.deleteRow")}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu>
    </div>
  )
}

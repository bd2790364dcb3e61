import { ArrowDownMini, ArrowUpMini, EllipsisVertical, Trash } from "@medusajs/icons"
import { DropdownMenu, IconButton } from "@medusajs/ui"
import { useRef } from "react"
import { useTranslation } from "react-i18next"

interface Props {
  label: string
  onInsertAbove: () => void
  onInsertBelow: () => void
  onDelete: () => void
}

/** Shows on hover and on focus of its row. */
export const MetadataRowMenu = ({ label, onInsertAbove, onInsertBelow, onDelete }: Props) => {
  const { t } = useTranslation("customerGroups")
  // A new row takes the focus itself; the menu must not fetch it back while closing.
  const keepsFocus = useRef(true)
  const moveFocus = (act: () => void) => () => {
    keepsFocus.current = false
    act()
  }

  return (
    <DropdownMenu onOpenChange={(isOpen) => isOpen && (keepsFocus.current = true)}>
      <DropdownMenu.Trigger asChild>
        <IconButton
          type="button"
          size="2xsmall"
          aria-label={label}
          className="absolute inset-y-0 -right-2.5 my-auto opacity-0 focus-visible:opacity-100 group-focus-within/row:opacity-100 group-hover/row:opacity-100 data-[state=open]:opacity-100"
        >
          <EllipsisVertical />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content
        align="end"
        onCloseAutoFocus={(event) => {
          if (!keepsFocus.current) event.preventDefault()
        }}
      >
        <DropdownMenu.Item className="[&_svg]:text-ui-fg-subtle gap-x-2" onClick={moveFocus(onInsertAbove)}>
          <ArrowUpMini />
          {t("metadata.insertAbove")}
        </DropdownMenu.Item>
        <DropdownMenu.Item className="[&_svg]:text-ui-fg-subtle gap-x-2" onClick={moveFocus(onInsertBelow)}>
          <ArrowDownMini />
          {t("metadata.insertBelow")}
        </DropdownMenu.Item>
        <DropdownMenu.Separator />
        <DropdownMenu.Item className="[&_svg]:text-ui-fg-subtle gap-x-2" onClick={onDelete}>
          <Trash />
          {t("metadata.deleteRow")}
        </DropdownMenu.Item>
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}

import { ActionMenu, type ActionGroup } from "@medusajs/dashboard/components"
import { EllipsisHorizontal } from "@medusajs/icons"
import { IconButton } from "@medusajs/ui"

interface Props {
  /** What a screen reader says of the button; Medusa's own menu has no name. */
  label: string
  groups: ActionGroup[]
}

/** Medusa's menu behind three dots; nothing at all if there is nothing to do. A click in it is none on the row. */
export const ActionsMenu = ({ label, groups }: Props) => {
  const offered = groups.filter((group) => group.actions.length)
  if (!offered.length) return null

  return (
    <div className="inline-flex" onClick={(event) => event.stopPropagation()}>
      <ActionMenu groups={offered}>
        <IconButton type="button" size="small" variant="transparent" aria-label={label}>
          <EllipsisHorizontal />
        </IconButton>
      </ActionMenu>
    </div>
  )
}

import { FocusModal } from "@medusajs/ui"
import { CombineGroupsForm } from "./combine-groups-form"

interface Props {
  group: { id: string; name: string }
  onClose: () => void
}

/** Not the cross that closes the window, which comes first. */
const focusSearch = (event: Event) => {
  event.preventDefault()
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.querySelector("input")?.focus()
}

/** A window over the page in which a group is taken together with others. */
export const CombineGroupsWindow = ({ group, onClose }: Props) => (
  <FocusModal open onOpenChange={(isOpen) => !isOpen && onClose()}>
    <FocusModal.Content onOpenAutoFocus={focusSearch}>
      <CombineGroupsForm group={group} onClose={onClose} />
    </FocusModal.Content>
  </FocusModal>
)

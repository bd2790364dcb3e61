import { FocusModal } from "@medusajs/ui"
import { CombineGroupsForm } from "./combine-groups-form"

interface Props {
  group: { id: string; name: string }
  onClose: () => void
}

/** A window over the page in which a group is taken together with others. */
export const CombineGroupsWindow = ({ group, onClose }: Props) => (
  <FocusModal open onOpenChange={(isOpen) => !isOpen && onClose()}>
    <FocusModal.Content>
      <CombineGroupsForm group={group} onClose={onClose} />
    </FocusModal.Content>
  </FocusModal>
)

import { toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useDeleteGroup } from "../../hooks/customer-groups"
import { useRestoreGroup } from "../../hooks/deleted-groups"
import { undoAction } from "../../hooks/undo"
import { messageOf } from "../../lib/errors"
import { ConfirmPrompt } from "../confirm-prompt"
import { Consequences } from "./consequences"

interface Group {
  id: string
  name: string
  member_count: number
}

interface Props {
  group: Group
  open: boolean
  onClose: () => void
  onDeleted?: () => void
}

/** Asks before a group is deleted, and says what is lost and what is not. */
export const DeleteGroupPrompt = ({ group, open, onClose, onDeleted }: Props) => {
  const { t } = useTranslation("customerGroups")
  const { mutateAsync } = useDeleteGroup(group.id)
  const { restore } = useRestoreGroup()

  const bringBack = () => restore(group.id).catch((error: Error) => toast.error(messageOf(error)))

  const remove = async () => {
    try {
      await mutateAsync()
      toast.success(t("delete.success", { name: group.name }), { action: undoAction(t("undo.action"), bringBack) })
      onDeleted?.()
    } catch (error) {
      toast.error(messageOf(error))
    }
  }

  return (
    <ConfirmPrompt
      open={open}
      title={t("delete.title", { name: group.name })}
      confirmText={t("actions.delete")}
      onConfirm={remove}
      onClose={onClose}
    >
      <Consequences group={group} />
    </ConfirmPrompt>
  )
}

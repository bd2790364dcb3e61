import { toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminMemberFilter, GroupKind } from "../../../../types"
import { ConfirmPrompt } from "../../../components/confirm-prompt"
import type { RowChoice } from "../../../components/data-table"
import { useChangeMembers } from "../../../hooks/members"
import { messageOf } from "../../../lib/errors"

interface Props {
  group: { id: string; name: string; kind: GroupKind }
  /** Who is to be removed; closed without. */
  removal?: { choice: RowChoice; count: number; filter: AdminMemberFilter }
  onClose: () => void
  onRemoved: () => void
}

/** Asks before customers are taken out of the group. */
export const RemoveMembersPrompt = ({ group, removal, onClose, onRemoved }: Props) => {
  const { t } = useTranslation("customerGroups")
  const { mutateAsync } = useChangeMembers(group.id)
  const count = removal?.count ?? 0

  const remove = async () => {
    if (!removal) return
    const { choice, filter } = removal
    try {
      const { operation } = await mutateAsync({
        remove: "ids" in choice ? { ids: choice.ids } : { filter, except: choice.except },
      })
      toast.success(t("members.removed", { count: operation.left }))
      onRemoved()
    } catch (error) {
      toast.error(messageOf(error))
    }
  }

  return (
    <ConfirmPrompt
      open={removal !== undefined}
      title={t("members.removeTitle", { count })}
      confirmText={t("actions.continue")}
      onConfirm={remove}
      onClose={onClose}
    >
      <span className="break-words">{t("members.removeHint", { count, name: group.name })}</span>
      {group.kind === "automatic" && <span>{t("members.staysOut", { count })}</span>}
    </ConfirmPrompt>
  )
}

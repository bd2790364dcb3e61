import { DatePicker, Input, Label, toast } from "@medusajs/ui"
import { useId, useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminMemberFilter, GroupKind } from "../../../../types"
import { ConfirmPrompt } from "../../../components/confirm-prompt"
import type { RowChoice } from "../../../components/data-table"
import { useChangeMembers } from "../../../hooks/members"
import { useUndoToast } from "../../../hooks/undo"
import { messageOf } from "../../../lib/errors"

interface Props {
  group: { id: string; name: string; kind: GroupKind }
  /** Who is to be removed; closed without. */
  removal?: { choice: RowChoice; count: number; filter: AdminMemberFilter }
  onClose: () => void
  onRemoved: () => void
}

const LONGEST_REASON = 255

const tomorrow = () => {
  const day = new Date()
  day.setHours(24, 0, 0, 0)
  return day
}

/** Asks before customers are taken out of the group. */
export const RemoveMembersPrompt = ({ group, removal, onClose, onRemoved }: Props) => {
  const { t } = useTranslation("customerGroups")
  const { mutateAsync } = useChangeMembers(group.id)
  const sayUndoable = useUndoToast(group.id)
  const [reason, setReason] = useState("")
  const [until, setUntil] = useState<Date | null>(null)
  const fieldId = useId()
  const count = removal?.count ?? 0

  const remove = async () => {
    if (!removal) return
    const { choice, filter } = removal
    try {
      const { operation } = await mutateAsync({
        remove: "ids" in choice ? { ids: choice.ids } : { filter, except: choice.except },
        ...(group.kind === "automatic" ? { reason: reason.trim() || null, until: until?.toISOString() ?? null } : {}),
      })
      setReason("")
      setUntil(null)
      sayUndoable(t("members.removed", { count: operation.left }), operation)
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
      {group.kind === "automatic" && (
        <>
          <span>{t("members.staysOut", { count })}</span>
          <div className="grid grid-cols-1 gap-3 md:grid-cols-2">
            <div className="flex flex-col gap-y-1">
              <Label size="xsmall" htmlFor={`${fieldId}-reason`}>
                {t("exclusions.reason")}
              </Label>
              <Input
                id={`${fieldId}-reason`}
                size="small"
                maxLength={LONGEST_REASON}
                value={reason}
                onChange={({ target }) => setReason(target.value)}
              />
            </div>
            <div className="flex flex-col gap-y-1">
              <Label size="xsmall" id={`${fieldId}-until`}>
                {t("exclusions.untilLabel")}
              </Label>
              <DatePicker
                size="small"
                modal
                aria-labelledby={`${fieldId}-until`}
                minValue={tomorrow()}
                value={until}
                onChange={setUntil}
              />
            </div>
          </div>
        </>
      )}
    </ConfirmPrompt>
  )
}

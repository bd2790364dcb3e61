import { Input, Label, Switch, Text } from "@medusajs/ui"
import { useId, useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminCriteriaPreview } from "../../../../../types"
import { ConfirmPrompt } from "../../../../components/confirm-prompt"
import { useGroupUsage } from "../../../../hooks/usage"

export interface SavePromptProps {
  group: { id: string; name: string }
  /** Undefined while it is not there yet. */
  preview: AdminCriteriaPreview | undefined
  hasMuted: boolean
  onSave: (said: { tell_customers: boolean; note?: string }) => void
  onClose: () => void
}

const LONGEST_NOTE = 255

/** Says whom a change of criteria moves, and where the group is used, before it is saved. */
export const SavePrompt = ({ group, preview, hasMuted, onSave, onClose }: SavePromptProps) => {
  const { t } = useTranslation("customerGroups")
  const usage = useGroupUsage(group.id).data?.usage
  const [tellsCustomers, setTellsCustomers] = useState(false)
  const [note, setNote] = useState("")
  const noteId = useId()
  const switchId = useId()
  const uses = usage && [
    ...usage.price_lists.map(({ title }) => t("delete.priceList", { name: title })),
    ...usage.promotions.map(({ code }) => t("delete.promotion", { name: code })),
  ]

  return (
    <ConfirmPrompt
      open
      variant="confirmation"
      title={t("builder.saveTitle", { name: group.name })}
      confirmText={t("actions.save")}
      onConfirm={() => onSave({ tell_customers: tellsCustomers, ...(note.trim() ? { note: note.trim() } : {}) })}
      onClose={onClose}
    >
      <Text size="small" className="tabular-nums">
        {preview?.status === "ready"
          ? t("builder.moves", { joins: preview.joins ?? 0, leaves: preview.leaves ?? 0 })
          : t("builder.movesUnknown")}
      </Text>
      {uses && uses.length > 0 && (
        <Text size="small" className="text-pretty break-words">
          {t("builder.usedIn", { list: uses.join(", ") })}
        </Text>
      )}
      {hasMuted && <Text size="small">{t("builder.mutedNotSaved")}</Text>}
      <div className="flex flex-col gap-y-2">
        <Label htmlFor={noteId} size="small" weight="plus">
          {t("builder.note")}
        </Label>
        <Input
          id={noteId}
          size="small"
          maxLength={LONGEST_NOTE}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
      </div>
      <div className="flex items-start gap-x-3">
        <Switch id={switchId} checked={tellsCustomers} onCheckedChange={setTellsCustomers} />
        <Label htmlFor={switchId} size="small" className="text-pretty">
          {t("builder.tellCustomers")}
        </Label>
      </div>
    </ConfirmPrompt>
  )
}

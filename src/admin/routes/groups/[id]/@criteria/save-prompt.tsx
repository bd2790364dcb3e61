import { Label, Switch, Text } from "@medusajs/ui"
import { useId, useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminCriteriaPreview } from "../../../../../types"
import { ConfirmPrompt } from "../../../../components/confirm-prompt"
import { useGroupUsage } from "../../../../hooks/usage"

interface Props {
  group: { id: string; name: string }
  /** Undefined while it is not there yet. */
  preview: AdminCriteriaPreview | undefined
  hasMuted: boolean
  onSave: (tellsCustomers: boolean) => void
  onClose: () => void
}

/** Says whom a change of criteria moves, and where the group is used, before it is saved. */
export const SavePrompt = ({ group, preview, hasMuted, onSave, onClose }: Props) => {
  const { t } = useTranslation("customerGroups")
  const usage = useGroupUsage(group.id).data?.usage
  const [tellsCustomers, setTellsCustomers] = useState(false)
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
      onConfirm={() => onSave(tellsCustomers)}
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
      <div className="flex items-start gap-x-3">
        <Switch id={switchId} checked={tellsCustomers} onCheckedChange={setTellsCustomers} />
        <Label htmlFor={switchId} size="small" className="text-pretty">
          {t("builder.tellCustomers")}
        </Label>
      </div>
    </ConfirmPrompt>
  )
}

import { SectionRow } from "@medusajs/dashboard/components"
import { useDate } from "@medusajs/dashboard/hooks"
import { ArrowDownTray, ArrowUpTray, PencilSquare, SquaresPlus, SquareTwoStack, Trash } from "@medusajs/icons"
import { Container, Heading } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import type { AdminGroupDetails } from "../../../../types"
import { ActionsMenu } from "../../../components/actions-menu"
import { Count, Growth, KindBadge, RelativeTime } from "../../../components/cells"
import { CombineGroupsWindow } from "../../../components/combine-groups/combine-groups-window"
import { DeleteGroupPrompt } from "../../../components/delete-group/delete-group-prompt"
import { DuplicateGroupPrompt } from "../../../components/duplicate-group/duplicate-group-prompt"
import { ExportGroupPrompt } from "../../../components/export-group/export-group-prompt"
import { usePermissions } from "../../../hooks/permissions"
import { useLinkOver } from "../../../hooks/use-link-over"

export const GeneralSection = ({ group }: { group: AdminGroupDetails }) => {
  const { t } = useTranslation("customerGroups")
  const { getFullDate } = useDate()
  const can = usePermissions()
  const linkOver = useLinkOver()
  const navigate = useNavigate()
  const [isDuplicating, setDuplicating] = useState(false)
  const [isCombining, setCombining] = useState(false)
  const [isExporting, setExporting] = useState(false)
  const [isDeleting, setDeleting] = useState(false)

  const date = getFullDate({ date: group.created_at, includeTime: true })
  const name = group.created_by_name ?? group.created_by
  const edit = { icon: <PencilSquare />, label: t("actions.edit"), to: linkOver(`/groups/${group.id}/edit`) }
  const duplicate = { icon: <SquareTwoStack />, label: t("actions.duplicate"), onClick: () => setDuplicating(true) }
  const combine = { icon: <SquaresPlus />, label: t("combine.menu"), onClick: () => setCombining(true) }
  const exportIt = { icon: <ArrowDownTray />, label: t("export.menu"), onClick: () => setExporting(true) }
  const importInto = { icon: <ArrowUpTray />, label: t("import.menu"), to: linkOver(`/groups/${group.id}/import`) }
  const remove = { icon: <Trash />, label: t("actions.delete"), onClick: () => setDeleting(true) }

  return (
    <Container className="divide-y p-0">
      <div className="flex items-start justify-between gap-x-4 px-6 py-4">
        <Heading className="min-w-0 break-words">{group.name}</Heading>
        <div className="flex items-center gap-x-4">
          <KindBadge kind={group.kind} />
          <ActionsMenu
            label={t("actions.menuOf", { name: group.name })}
            groups={[
              {
                actions: [
                  ...(can("customer_group", "update") ? [edit] : []),
                  ...(can("customer_group", "create") ? [duplicate] : []),
                  ...(can("customer_group", "create") || can("customer_group", "update") ? [combine] : []),
                  ...(can("customer", "read") ? [exportIt] : []),
                  ...(can("customer_group", "update") && can("customer", "read") ? [importInto] : []),
                ],
              },
              { actions: can("customer_group", "delete") ? [remove] : [] },
            ]}
          />
        </div>
      </div>
      <SectionRow title={t("fields.customers")} value={<Count value={group.member_count} />} />
      <SectionRow
        title={t("details.growth")}
        value={<Growth joined={group.joined_30_days} left={group.left_30_days} />}
      />
      <SectionRow title={t("details.created")} value={name ? t("details.createdBy", { date, name }) : date} />
      <SectionRow title={t("details.updated")} value={<RelativeTime date={group.updated_at} />} />
      {isDuplicating && <DuplicateGroupPrompt group={group} onClose={() => setDuplicating(false)} />}
      {isCombining && <CombineGroupsWindow group={group} onClose={() => setCombining(false)} />}
      {isExporting && <ExportGroupPrompt group={group} onClose={() => setExporting(false)} />}
      <DeleteGroupPrompt
        group={group}
        open={isDeleting}
        onClose={() => setDeleting(false)}
        onDeleted={() => navigate("/groups", { replace: true })}
      />
    </Container>
  )
}

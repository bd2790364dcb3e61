import { Trash } from "@medusajs/icons"
import { Button, Container, createDataTableColumnHelper, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminDeletedGroup } from "../../../../types"
import { Clipped, Count, KindStatus, Nothing, RelativeTime } from "../../../components/cells"
import { DataTable, useTableState } from "../../../components/data-table"
import { EmptyState } from "../../../components/empty-state"
import { isNameTaken } from "../../../hooks/customer-groups"
import { useDeletedGroups, useRestoreGroup } from "../../../hooks/deleted-groups"
import { usePermissions } from "../../../hooks/permissions"
import { messageOf } from "../../../lib/errors"
import { RestorePrompt } from "./restore-prompt"

const helper = createDataTableColumnHelper<AdminDeletedGroup>()

const useColumns = (onRestore: (group: AdminDeletedGroup) => void) => {
  const { t } = useTranslation("customerGroups")
  const can = usePermissions()
  return [
    helper.accessor("name", {
      header: t("fields.name"),
      size: 320,
      minSize: 160,
      maxSize: 420,
      cell: ({ getValue }) => <Clipped text={getValue()} canBreak />,
    }),
    helper.accessor("kind", { header: t("fields.kind"), cell: ({ getValue }) => <KindStatus kind={getValue()} /> }),
    helper.accessor("member_count", {
      header: t("fields.customers"),
      align: "right",
      cell: ({ getValue }) => <Count value={getValue()} />,
    }),
    helper.accessor("deleted_at", {
      header: t("deleted.when"),
      cell: ({ getValue }) => <RelativeTime date={getValue()} isClipped />,
    }),
    helper.accessor("deleted_by_name", {
      header: t("deleted.by"),
      cell: ({ getValue }) => getValue() ?? <Nothing />,
    }),
    helper.display({
      id: "action",
      cell: ({ row: { original: group } }) =>
        can("customer_group", "delete") && (
          <div className="flex justify-end">
            <Button
              type="button"
              size="small"
              variant="secondary"
              aria-label={t("deleted.restoreThis", { name: group.name })}
              onClick={() => onRestore(group)}
            >
              {t("deleted.restore")}
            </Button>
          </div>
        ),
    }),
  ]
}

export const DeletedGroupsTable = () => {
  const { t } = useTranslation("customerGroups")
  const [toName, setToName] = useState<AdminDeletedGroup>()
  const { restore, isPending } = useRestoreGroup()
  const state = useTableState({ filterIds: [] })
  const { data, error, refetch, isPlaceholderData } = useDeletedGroups(state.query)

  const restoreAs = async ({ id }: AdminDeletedGroup, name: string) => {
    await restore(id, name)
    setToName(undefined)
  }
  /** Under its own name, unless another group has that by now. */
  const restoreOrAsk = async (group: AdminDeletedGroup) => {
    try {
      if (await isNameTaken(group.name)) setToName(group)
      else await restore(group.id)
    } catch (failure) {
      toast.error(messageOf(failure))
    }
  }
  const columns = useColumns((group) => void restoreOrAsk(group))

  return (
    <Container className="divide-y p-0">
      <DataTable
        heading={t("deleted.title")}
        headingLevel="h1"
        subHeading={t("deleted.subtitle")}
        state={state}
        rows={data?.customer_groups}
        count={data?.count}
        isPlaceholder={isPlaceholderData}
        error={error}
        onRetry={refetch}
        columns={columns}
        getRowId={(group) => group.id}
        empty={<EmptyState icon={<Trash />} title={t("deleted.empty")} hint={t("deleted.emptyHint")} />}
      />
      {toName && (
        <RestorePrompt
          group={toName}
          isRestoring={isPending}
          onRestore={(name) => restoreAs(toName, name)}
          onClose={() => setToName(undefined)}
        />
      )}
    </Container>
  )
}

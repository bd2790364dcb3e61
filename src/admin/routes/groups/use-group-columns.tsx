import { PencilSquare, Trash } from "@medusajs/icons"
import { createDataTableColumnHelper, Tooltip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminGroupOverview } from "../../../types"
import { ActionsMenu } from "../../components/actions-menu"
import { Count, DateText, Growth, KindStatus, Nothing, RelativeTime } from "../../components/cells"
import { usePermissions } from "../../hooks/permissions"

const helper = createDataTableColumnHelper<AdminGroupOverview>()

export const groupSortIds = [
  "name",
  "kind",
  "member_count",
  "growth_30_days",
  "usage_count",
  "updated_at",
  "created_at",
]

/** Columns of the list of groups; their ids are the ones the API sorts by. */
export const useGroupColumns = ({ onDelete }: { onDelete: (group: AdminGroupOverview) => void }) => {
  const { t } = useTranslation("customerGroups")
  const can = usePermissions()

  const sortable = { enableSorting: true, sortAscLabel: t("table.ascending"), sortDescLabel: t("table.descending") }
  const menuOf = (group: AdminGroupOverview) => [
    can("customer_group", "update")
      ? { actions: [{ icon: <PencilSquare />, label: t("actions.edit"), to: `/groups/${group.id}/edit` }] }
      : { actions: [] },
    can("customer_group", "delete")
      ? { actions: [{ icon: <Trash />, label: t("actions.delete"), onClick: () => onDelete(group) }] }
      : { actions: [] },
  ]

  return [
    helper.accessor("name", {
      ...sortable,
      header: t("fields.name"),
      maxSize: 320,
      cell: ({ row: { original: group } }) => (
        <Link
          to={`/groups/${group.id}`}
          onClick={(event) => event.stopPropagation()}
          className="text-ui-fg-base txt-compact-small-plus rounded-sm"
        >
          {group.name}
        </Link>
      ),
    }),
    helper.accessor("kind", {
      ...sortable,
      header: t("fields.kind"),
      cell: ({ getValue }) => <KindStatus kind={getValue()} />,
    }),
    helper.accessor("member_count", {
      ...sortable,
      header: t("fields.customers"),
      align: "right",
      cell: ({ getValue }) => <Count value={getValue()} />,
    }),
    helper.accessor((group) => group.joined_30_days - group.left_30_days, {
      ...sortable,
      id: "growth_30_days",
      header: t("fields.growth"),
      align: "right",
      cell: ({ row: { original: group } }) => <Growth joined={group.joined_30_days} left={group.left_30_days} />,
    }),
    helper.accessor("usage_count", {
      ...sortable,
      header: t("fields.usedIn"),
      align: "right",
      cell: ({ getValue }) =>
        getValue() ? (
          <Tooltip content={t("list.usage", { count: getValue() })}>
            <span>
              <Count value={getValue()} />
            </span>
          </Tooltip>
        ) : (
          <Nothing />
        ),
    }),
    helper.accessor("updated_at", {
      ...sortable,
      header: t("fields.updatedAt"),
      cell: ({ getValue }) => <RelativeTime date={getValue()} />,
    }),
    helper.accessor("created_at", {
      ...sortable,
      header: t("fields.createdAt"),
      cell: ({ getValue }) => <DateText date={getValue()} />,
    }),
    helper.display({
      id: "action",
      cell: ({ row: { original: group } }) => (
        <ActionsMenu label={t("actions.menuOf", { name: group.name })} groups={menuOf(group)} />
      ),
    }),
  ]
}

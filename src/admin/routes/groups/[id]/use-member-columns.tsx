import { PencilSquare, QuestionMarkCircle, Trash } from "@medusajs/icons"
import { useTranslation } from "react-i18next"
import type { AdminGroupMember } from "../../../../types"
import { ActionsMenu } from "../../../components/actions-menu"
import { DateText } from "../../../components/cells"
import { useCustomerColumns } from "../../../components/customer-columns"
import { usePermissions } from "../../../hooks/permissions"
import { customerName } from "../../../lib/customer-name"

interface Options {
  /** Not given if the user may not. */
  onRemove?: (member: AdminGroupMember) => void
  /** Not given in a group whose members are all picked by hand. */
  onWhy?: (member: AdminGroupMember) => void
}

export const memberSortIds = ["name", "email", "has_account", "source", "joined_at", "created_at"]

export const useMemberColumns = ({ onRemove, onWhy }: Options) => {
  const { t } = useTranslation("customerGroups")
  const can = usePermissions()
  const { helper, sortable, narrow, ...columns } = useCustomerColumns<AdminGroupMember>({ linked: true })

  const menuOf = (member: AdminGroupMember) => [
    can("customer", "update")
      ? { actions: [{ icon: <PencilSquare />, label: t("actions.edit"), to: `/customers/${member.id}/edit` }] }
      : { actions: [] },
    onWhy
      ? { actions: [{ icon: <QuestionMarkCircle />, label: t("why.action"), onClick: () => onWhy(member) }] }
      : { actions: [] },
    onRemove
      ? { actions: [{ icon: <Trash />, label: t("actions.remove"), onClick: () => onRemove(member) }] }
      : { actions: [] },
  ]

  return [
    columns.name,
    columns.email,
    columns.account,
    ...(onWhy
      ? [
          helper.accessor("source", {
            ...sortable,
            ...narrow,
            header: t("source.title"),
            cell: ({ getValue }) => t(`source.${getValue()}`),
          }),
        ]
      : []),
    helper.accessor("joined_at", {
      ...sortable,
      ...narrow,
      header: t("fields.joinedAt"),
      cell: ({ getValue }) => <DateText date={getValue()} />,
    }),
    // In an automatic group the source takes its place: the table is as wide as it can be.
    ...(onWhy ? [] : [columns.created]),
    helper.display({
      id: "action",
      cell: ({ row: { original: member } }) => (
        <ActionsMenu
          label={t("actions.menuOf", { name: customerName(member) || member.email || member.id })}
          groups={menuOf(member)}
        />
      ),
    }),
  ]
}

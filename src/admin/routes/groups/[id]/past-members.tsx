import { useDate } from "@medusajs/dashboard/hooks"
import { Users } from "@medusajs/icons"
import { Badge, Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminGroupDetails, AdminPastGroupMember, AdminPastGroupMemberListParams } from "../../../../types"
import { Clipped, DateText } from "../../../components/cells"
import { useCustomerColumns } from "../../../components/customer-columns"
import { DataTable, useTableState } from "../../../components/data-table"
import { dateOf, DateField, dayOf } from "../../../components/date-field"
import { EmptyState } from "../../../components/empty-state"
import { usePastMembers } from "../../../hooks/history"
import { customerName } from "../../../lib/customer-name"

interface Props {
  group: AdminGroupDetails
  day: string
  /** Shows another day; today's members, without one. */
  onDay: (day: string | undefined) => void
}

/** Who was in the group at the end of a day; only to be looked at. */
export const PastMembers = ({ group, day, onDay }: Props) => {
  const { t } = useTranslation("customerGroups")
  const { getFullDate } = useDate()
  const state = useTableState({ prefix: "m", filterIds: [], sortIds: ["name", "email", "source", "joined_at"] })
  const { data, error, refetch } = usePastMembers(group.id, {
    ...(state.query as Omit<AdminPastGroupMemberListParams, "at">),
    at: day,
  })
  const columns = usePastColumns()
  const isToday = day === dayOf(new Date())
  const hint = isToday
    ? t("members.asOfToday")
    : t("members.asOfHint", { date: getFullDate({ date: dateOf(day) }).trim() })

  return (
    <div className="divide-y">
      <div className="flex flex-wrap items-center gap-2 px-6 py-3">
        <DateField
          label={t("members.asOfDate")}
          value={day}
          onChange={(chosen) => onDay(chosen ?? dayOf(new Date()))}
          min={new Date(group.created_at)}
          max={new Date()}
        />
        <Button type="button" size="small" variant="transparent" onClick={() => onDay(undefined)}>
          {t("members.asOfBack")}
        </Button>
      </div>
      <DataTable
        heading={t("members.title")}
        subHeading={hint}
        state={state}
        rows={data?.members}
        count={data?.count}
        error={error}
        onRetry={refetch}
        columns={columns}
        getRowId={(member) => member.id}
        empty={<EmptyState icon={<Users />} title={t("members.asOfEmpty")} hint={t("members.asOfEmptyHint")} />}
      />
    </div>
  )
}

const usePastColumns = () => {
  const { t } = useTranslation("customerGroups")
  const { helper, sortable, narrow, name, email } = useCustomerColumns<AdminPastGroupMember>({ linked: false })
  return [
    { ...name, cell: ({ row }: { row: { original: AdminPastGroupMember } }) => <Name member={row.original} /> },
    email,
    helper.accessor("source", {
      ...sortable,
      ...narrow,
      header: t("source.title"),
      cell: ({ getValue }) => t(`source.${getValue()}`),
    }),
    helper.accessor("joined_at", {
      ...sortable,
      header: t("fields.joinedAt"),
      cell: ({ getValue }) => <DateText date={getValue()} />,
    }),
  ]
}

/** With a link, as long as the customer has a page. */
const Name = ({ member }: { member: AdminPastGroupMember }) => {
  const { t } = useTranslation("customerGroups")
  const name = customerName(member) || member.email || member.id
  if (member.is_purged) return <Clipped text={t("members.purged", { id: member.id })} canBreak />
  if (member.deleted_at)
    return (
      <span className="flex items-center gap-x-2">
        <span className="min-w-0 flex-1">
          <Clipped text={name} canBreak />
        </span>
        <Badge size="2xsmall" className="flex-shrink-0">
          {t("members.deleted")}
        </Badge>
      </span>
    )
  return (
    <Link to={`/customers/${member.id}`} className="text-ui-fg-base txt-compact-small-plus rounded-sm">
      <Clipped text={name} canBreak />
    </Link>
  )
}

import { createDataTableColumnHelper, Tooltip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminGroupOverview } from "../../../types"
import { Clipped, Count, DateText, Growth, KindStatus, Nothing, RelativeTime } from "../../components/cells"
import { CriteriaSign } from "../../components/criteria-sign"
import { GroupMenu } from "./group-menu"

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

/** As narrow as what stands in the column allows. In pixels. */
const narrow = { size: 64, minSize: 64 }

interface Options {
  onDuplicate: (group: AdminGroupOverview) => void
  onCombine: (group: AdminGroupOverview) => void
  onDelete: (group: AdminGroupOverview) => void
}

/** Columns of the list of groups; their ids are the ones the API sorts by. */
export const useGroupColumns = ({ onDuplicate, onCombine, onDelete }: Options) => {
  const { t } = useTranslation("customerGroups")

  const sortable = { enableSorting: true, sortAscLabel: t("table.ascending"), sortDescLabel: t("table.descending") }
  return [
    helper.accessor("name", {
      ...sortable,
      header: t("fields.name"),
      size: 220,
      minSize: 120,
      maxSize: 320,
      cell: ({ row: { original: group } }) => (
        <Link
          to={`/groups/${group.id}`}
          onClick={(event) => event.stopPropagation()}
          className="text-ui-fg-base txt-compact-small-plus rounded-sm"
        >
          <Clipped text={group.name} canBreak />
        </Link>
      ),
    }),
    helper.accessor("kind", {
      ...sortable,
      header: t("fields.kind"),
      ...narrow,
      cell: ({ row: { original: group } }) => (
        <span className="flex items-center gap-x-2">
          <KindStatus kind={group.kind} />
          <CriteriaSign status={group.criteria_status} />
        </span>
      ),
    }),
    helper.accessor("member_count", {
      ...sortable,
      header: t("fields.customers"),
      ...narrow,
      align: "right",
      cell: ({ getValue }) => <Count value={getValue()} />,
    }),
    helper.accessor((group) => group.joined_30_days - group.left_30_days, {
      ...sortable,
      id: "growth_30_days",
      header: t("fields.growth"),
      ...narrow,
      align: "right",
      cell: ({ row: { original: group } }) => <Growth joined={group.joined_30_days} left={group.left_30_days} />,
    }),
    helper.accessor("criteria_sentence", {
      header: t("fields.criteria"),
      size: 220,
      minSize: 120,
      maxSize: 420,
      cell: ({ row: { original: group } }) => <Sentence group={group} />,
    }),
    helper.accessor("usage_count", {
      ...sortable,
      header: t("fields.usedIn"),
      ...narrow,
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
      size: 108,
      minSize: 108,
      cell: ({ getValue }) => <RelativeTime date={getValue()} isClipped />,
    }),
    helper.accessor("created_at", {
      ...sortable,
      header: t("fields.createdAt"),
      ...narrow,
      cell: ({ getValue }) => <DateText date={getValue()} />,
    }),
    helper.display({
      id: "action",
      cell: ({ row: { original: group } }) => (
        <GroupMenu
          group={group}
          onDuplicate={() => onDuplicate(group)}
          onCombine={() => onCombine(group)}
          onDelete={() => onDelete(group)}
        />
      ),
    }),
  ]
}

/** The criteria of a group in words: as much as there is room for, and all of it on hover. */
const Sentence = ({ group: { kind, criteria_sentence } }: { group: AdminGroupOverview }) => {
  const { t } = useTranslation("customerGroups")
  if (kind === "manual") return <Nothing />
  const text = criteria_sentence ?? t("criteria.invalid")
  return (
    <Tooltip content={text} maxWidth={360}>
      <span className="block w-0 min-w-full truncate">{text}</span>
    </Tooltip>
  )
}

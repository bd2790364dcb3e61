import { useDate } from "@medusajs/dashboard/hooks"
import { Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminCustomerGroupChange } from "../../../types"
import { useGroupChanges } from "../../hooks/history"
import { ChangeBadge } from "../change-badge"
import { MorePages } from "../data-table"
import { RowsSkeleton } from "../rows-skeleton"
import { SectionError } from "../section-error"

const PAGE_SIZE = 20

export const HistoryList = ({ customerId }: { customerId: string }) => {
  const { t } = useTranslation("customerGroups")
  const { getFullDate } = useDate()
  const [offset, setOffset] = useState(0)
  const { data, error, refetch } = useGroupChanges(customerId, { limit: PAGE_SIZE, offset })

  if (error && !data) return <SectionError error={error} onRetry={refetch} />
  if (!data) return <RowsSkeleton rows={4} />
  return (
    <div className="divide-y">
      {data.count > 0 && (
        <ul className="divide-y">
          {data.changes.map((change) => (
            <Change key={change.id} change={change} />
          ))}
        </ul>
      )}
      <MorePages offset={offset} limit={PAGE_SIZE} count={data.count} onOffset={setOffset} />
      <Text size="small" className="text-ui-fg-subtle px-6 py-4">
        {[
          data.count === 0 && t("customer.history.empty"),
          data.known_since && t("customer.history.since", { date: getFullDate({ date: data.known_since }).trim() }),
        ]
          .filter(Boolean)
          .join(" ")}
      </Text>
    </div>
  )
}

const Change = ({ change: { group, change, cause, created_at } }: { change: AdminCustomerGroupChange }) => {
  const { t } = useTranslation("customerGroups")
  const { getFullDate } = useDate()
  const name = group.name ?? t("customer.history.purgedGroup")

  return (
    <li className="flex items-center justify-between gap-x-4 px-6 py-3">
      <div className="flex min-w-0 flex-col">
        <Text as="span" size="small" leading="compact" weight="plus" className="break-words">
          {group.is_deleted ? (
            <span className="text-ui-fg-muted">{name}</span>
          ) : (
            <Link to={`/groups/${group.id}`} className="hover:text-ui-fg-interactive transition-fg rounded-sm">
              {name}
            </Link>
          )}
        </Text>
        <Text as="span" size="small" className="text-ui-fg-subtle break-words">
          {[
            getFullDate({ date: created_at, includeTime: true }).trim(),
            t(`activity.types.${cause.type}`),
            cause.actor.name ?? (cause.actor.type === "workflow" && t("activity.aWorkflow")),
          ]
            .filter(Boolean)
            .join(" · ")}
        </Text>
      </div>
      <ChangeBadge change={change} />
    </li>
  )
}

import { Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminMembershipChange } from "../../../../../types"
import { ChangeBadge } from "../../../../components/change-badge"
import { MorePages } from "../../../../components/data-table"
import { RowsSkeleton } from "../../../../components/rows-skeleton"
import { SectionError } from "../../../../components/section-error"
import { useChanges } from "../../../../hooks/operations"
import { customerName } from "../../../../lib/customer-name"

const PAGE_SIZE = 10

/** The customers an operation moved. */
export const Changes = ({ operationId }: { operationId: string }) => {
  const { t } = useTranslation("customerGroups")
  const [offset, setOffset] = useState(0)
  const { data, error, refetch } = useChanges(operationId, { limit: PAGE_SIZE, offset })

  if (error && !data) return <SectionError error={error} onRetry={refetch} />
  if (!data) return <RowsSkeleton rows={2} />
  if (!data.count) return <ChangesRemark text={t("activity.noChanges")} />

  return (
    <div className="bg-ui-bg-subtle border-t">
      <ul className="divide-y">
        {data.changes.map((change) => (
          <Change key={change.id} change={change} />
        ))}
      </ul>
      <MorePages offset={offset} limit={PAGE_SIZE} count={data.count} onOffset={setOffset} />
    </div>
  )
}

/** Why there are none to see. */
export const ChangesRemark = ({ text }: { text: string }) => (
  <Text size="small" className="text-ui-fg-subtle px-6 pb-4">
    {text}
  </Text>
)

const Change = ({ change }: { change: AdminMembershipChange }) => {
  const { t } = useTranslation("customerGroups")
  const name = [customerName(change), change.email].filter(Boolean).join(" · ")

  return (
    <li className="flex items-center justify-between gap-x-4 px-6 py-2">
      <Text as="span" size="small" leading="compact" className="min-w-0 break-words">
        {name ? (
          <Link
            to={`/customers/${change.customer_id}`}
            className="hover:text-ui-fg-interactive transition-fg rounded-sm"
          >
            {name}
          </Link>
        ) : (
          <span className="text-ui-fg-muted">{t("activity.gone")}</span>
        )}
      </Text>
      <ChangeBadge change={change.change} />
    </li>
  )
}

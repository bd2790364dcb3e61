import { Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminCustomerGroupMembership, AdminExplainedCondition, AdminExplainedNode } from "../../../types"
import { useCustomerMemberships } from "../../hooks/members"
import { MorePages } from "../data-table"
import { RowsSkeleton } from "../rows-skeleton"
import { SectionError } from "../section-error"
import { GroupRow } from "./group-row"

interface Props {
  customerId: string
  onWhy: (membership: AdminCustomerGroupMembership) => void
}

const PAGE_SIZE = 10
/** What is missing in words, before it would be too long for a line. */
const SHOWN = 2

const missingIn = (item: AdminExplainedNode | AdminExplainedCondition): string[] =>
  "children" in item ? item.children.flatMap(missingIn) : item.missing ? [item.missing.sentence] : []

const missingOf = ({ why }: AdminCustomerGroupMembership): string => {
  const missing = why?.status === "explained" ? missingIn(why.criteria) : []
  return [...missing.slice(0, SHOWN), ...(missing.length > SHOWN ? ["…"] : [])].join(" · ")
}

/** The automatic groups that a customer is not in, each with what is missing. */
export const NotInList = ({ customerId, onWhy }: Props) => {
  const { t } = useTranslation("customerGroups")
  const [offset, setOffset] = useState(0)
  const { data, error, refetch } = useCustomerMemberships(customerId, { is_member: false, limit: PAGE_SIZE, offset })

  if (error && !data) return <SectionError error={error} onRetry={refetch} />
  if (!data) return <RowsSkeleton rows={2} />
  if (!data.count)
    return (
      <Text size="small" className="text-ui-fg-subtle px-6 py-4">
        {t("customer.inAll")}
      </Text>
    )
  return (
    <>
      <ul className="divide-y">
        {data.group_memberships.map((membership) => (
          <GroupRow
            key={membership.id}
            group={membership}
            why={{
              label: t("why.actionForOutside", { name: membership.name }),
              onClick: () => onWhy(membership),
            }}
          >
            {membership.exclusion ? t("customer.excluded") : missingOf(membership)}
          </GroupRow>
        ))}
      </ul>
      <MorePages offset={offset} limit={PAGE_SIZE} count={data.count} onOffset={setOffset} />
    </>
  )
}

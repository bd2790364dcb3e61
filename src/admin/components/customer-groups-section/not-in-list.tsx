import { QuestionMarkCircle } from "@medusajs/icons"
import { IconButton, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminCustomerGroupMembership, AdminExplainedCondition, AdminExplainedNode } from "../../../types"
import { useCustomerMemberships } from "../../hooks/members"
import { Pagination } from "../data-table"
import { RowsSkeleton } from "../rows-skeleton"
import { SectionError } from "../section-error"

interface Props {
  customerId: string
  onWhy: (membership: AdminCustomerGroupMembership) => void
}

const PAGE_SIZE = 10
/** What is missing in words, before it would be too long for a line. */
const SHOWN = 2

const missingIn = (item: AdminExplainedNode | AdminExplainedCondition): string[] =>
  "children" in item ? item.children.flatMap(missingIn) : item.missing ? [item.missing.sentence] : []

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
          <li key={membership.id} className="flex items-center justify-between gap-x-3 px-6 py-3">
            <div className="flex min-w-0 flex-col">
              <Text as="span" size="small" leading="compact" className="break-words">
                <Link to={`/groups/${membership.id}`} className="hover:text-ui-fg-interactive transition-fg rounded-sm">
                  {membership.name}
                </Link>
              </Text>
              <Missing membership={membership} />
            </div>
            <IconButton
              type="button"
              size="small"
              variant="transparent"
              aria-label={t("why.actionForOutside", { name: membership.name })}
              onClick={() => onWhy(membership)}
            >
              <QuestionMarkCircle />
            </IconButton>
          </li>
        ))}
      </ul>
      {data.count > PAGE_SIZE && (
        <Pagination
          offset={offset}
          limit={PAGE_SIZE}
          count={data.count}
          onPage={(page) => setOffset(page * PAGE_SIZE)}
        />
      )}
    </>
  )
}

const Missing = ({ membership: { why, exclusion } }: { membership: AdminCustomerGroupMembership }) => {
  const { t } = useTranslation("customerGroups")
  const missing = why?.status === "explained" ? missingIn(why.criteria) : []
  const text = exclusion ? t("customer.excluded") : missing.slice(0, SHOWN).join(" · ")
  if (!text) return null
  return (
    <Text as="span" size="small" className="text-ui-fg-subtle break-words">
      {missing.length > SHOWN && !exclusion ? `${text} · …` : text}
    </Text>
  )
}

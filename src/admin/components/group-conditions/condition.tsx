import { Skeleton, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useGroupReach } from "../../hooks/customer-groups"
import type { GroupCondition } from "../../lib/group-condition"
import { Count } from "../cells"
import { SectionError } from "../section-error"

interface Props {
  condition: GroupCondition
  /** Who it is for, in words. */
  text: string
}

/** One condition on customer groups: their names, and how many customers they reach together. */
export const Condition = ({ condition, text }: Props) => {
  const { t } = useTranslation("customerGroups")
  const { data, error, refetch } = useGroupReach(condition.groupIds)

  if (error && !data) return <SectionError error={error} onRetry={refetch} />
  if (!data) {
    return (
      <div aria-hidden className="flex flex-col gap-y-3 px-6 py-4">
        <Skeleton className="h-4 w-2/3 rounded" />
        <Skeleton className="h-4 w-1/2 rounded" />
      </div>
    )
  }

  const { customer_groups: groups, customer_count: count } = data.reach
  const missing = new Set(condition.groupIds).size - groups.length
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <Text size="small" className="text-ui-fg-subtle">
        {text}
      </Text>
      <ul className="flex flex-col gap-y-2">
        {groups.map((group) => (
          <li key={group.id} className="txt-compact-small flex items-start justify-between gap-x-3">
            <Link
              to={`/groups/${group.id}`}
              className="txt-compact-small-plus hover:text-ui-fg-interactive transition-fg min-w-0 break-words rounded-sm"
            >
              {group.name}
            </Link>
            <span className="text-ui-fg-subtle">
              <Count value={group.member_count} />
            </span>
          </li>
        ))}
      </ul>
      {missing > 0 && (
        <Text size="small" className="text-ui-fg-error">
          {t("conditions.missing", { count: missing })}
        </Text>
      )}
      <Text size="small">
        {condition.isNegated ? t("conditions.spares", { count }) : t("conditions.reach", { count })}
        {groups.length > 1 && <span className="text-ui-fg-subtle"> · {t("conditions.eachOnce")}</span>}
      </Text>
    </div>
  )
}

import { Spinner } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminGroupCriteria, AdminGroupDetails } from "../../../../../types"
import { RelativeTime } from "../../../../components/cells"

interface Props {
  group: AdminGroupDetails
  criteria: AdminGroupCriteria
  isRunning: boolean
}

/** How many are in, when that was worked out, and when it is worked out next. */
export const CriteriaStatusLine = ({ group, criteria, isRunning }: Props) => {
  const { t, i18n } = useTranslation("customerGroups")
  if (isRunning)
    return (
      <Text size="small" className="text-ui-fg-subtle flex items-center gap-x-2" role="status">
        <Spinner className="animate-spin" />
        {t("criteria.running")}
      </Text>
    )

  const next = criteria.due_at ? new Date(criteria.due_at) : undefined
  const isNextShown = next && criteria.status === "active" && group.criteria_status !== "held"
  const time = next?.toLocaleString(i18n.language, { weekday: "short", hour: "2-digit", minute: "2-digit" })
  return (
    <Text size="small" className="text-ui-fg-subtle flex flex-wrap gap-x-1 tabular-nums">
      <span>{t("criteria.members", { count: group.member_count })}</span>
      {criteria.evaluated_at ? (
        <span>
          · {t("criteria.evaluatedAt")} <RelativeTime date={criteria.evaluated_at} />
        </span>
      ) : (
        <span>· {t("criteria.neverEvaluated")}</span>
      )}
      {isNextShown && <span>· {t("criteria.next", { time })}</span>}
    </Text>
  )
}

import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminMembershipChange } from "../../types"

const colorOf = { joined: "green", left: "red", source_changed: "blue" } as const

/** Whether somebody joined, left, or is a member in another way. */
export const ChangeBadge = ({ change }: Pick<AdminMembershipChange, "change">) => {
  const { t } = useTranslation("customerGroups")
  return (
    <StatusBadge className="flex-shrink-0" color={colorOf[change]}>
      {t(`activity.change.${change}`)}
    </StatusBadge>
  )
}

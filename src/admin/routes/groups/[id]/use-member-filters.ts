import type { DataTableFilter } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { choiceFilter } from "../../../components/data-table"
import { useAccountFilter } from "../../../hooks/account-filter"
import { useDateFilters } from "../../../hooks/date-filters"

export const memberFilterIds = ["source", "joined_at", "has_account", "created_at"]

/** Filters of the group's customers. */
export const useMemberFilters = ({ hasSources }: { hasSources: boolean }): DataTableFilter[] => {
  const { t } = useTranslation("customerGroups")
  const [joined, created] = useDateFilters(["joinedAt", "createdAt"])
  const source = choiceFilter({
    id: "source",
    label: t("source.title"),
    options: (["manual", "criteria"] as const).map((value) => ({ value, label: t(`source.${value}`) })),
  })
  return [...(hasSources ? [source] : []), joined, useAccountFilter(), created]
}

import type { DataTableFilter } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { CriteriaStatus } from "../../../types"
import { choiceFilter } from "../../components/data-table"
import { useDateFilters } from "../../hooks/date-filters"

export const groupFilterIds = ["kind", "criteria_status", "has_customers", "is_used", "created_at", "updated_at"]

/** The most urgent first. Groups without criteria are those of the kind *Manual*. */
const criteriaStatuses = [
  "held",
  "failed",
  "paused",
  "running",
  "statistics_building",
  "active",
] as const satisfies CriteriaStatus[]

/** Filters of the list of groups. */
export const useGroupFilters = (): DataTableFilter[] => {
  const { t } = useTranslation("customerGroups")
  const dates = useDateFilters(["createdAt", "updatedAt"])

  return [
    choiceFilter({
      id: "kind",
      label: t("fields.kind"),
      options: [
        { label: t("kind.manual"), value: "manual" },
        { label: t("kind.automatic"), value: "automatic" },
      ],
    }),
    choiceFilter({
      id: "criteria_status",
      label: t("fields.criteria"),
      isMultiple: true,
      options: criteriaStatuses.map((status) => ({ label: t(`criteriaStatus.${status}.label`), value: status })),
    }),
    choiceFilter({
      id: "has_customers",
      label: t("filters.hasCustomers"),
      options: [
        { label: t("filters.hasCustomersYes"), value: "true" },
        { label: t("filters.hasCustomersNo"), value: "false" },
      ],
    }),
    choiceFilter({
      id: "is_used",
      label: t("filters.usedIn"),
      options: [
        { label: t("filters.used"), value: "true" },
        { label: t("filters.unused"), value: "false" },
      ],
    }),
    ...dates,
  ]
}

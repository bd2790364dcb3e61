import type { DataTableFilter } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { choiceFilter } from "../../components/data-table"
import { useDateFilters } from "../../hooks/date-filters"

export const groupFilterIds = ["kind", "has_customers", "is_used", "created_at", "updated_at"]

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

import { useDataTableDateFilters } from "@medusajs/dashboard/hooks"
import type { DataTableFilter } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

type DateField = "createdAt" | "updatedAt" | "joinedAt"

const parameterOf: Record<DateField, string> = {
  createdAt: "created_at",
  updatedAt: "updated_at",
  joinedAt: "joined_at",
}

/** The dashboard's date filter (today, last 7 days … custom range) for the dates of a table. */
export const useDateFilters = (fields: DateField[]): DataTableFilter[] => {
  const { t } = useTranslation("customerGroups")
  const [template] = useDataTableDateFilters()
  return fields.map((field) => ({ ...template, id: parameterOf[field], label: t(`fields.${field}`) }))
}

import type { DataTableFilter } from "@medusajs/ui"
import { useAccountFilter } from "../../../hooks/account-filter"
import { useDateFilters } from "../../../hooks/date-filters"

export const memberFilterIds = ["joined_at", "has_account", "created_at"]

/** Filters of the group's customers. */
export const useMemberFilters = (): DataTableFilter[] => {
  const [joined, created] = useDateFilters(["joinedAt", "createdAt"])
  return [joined, useAccountFilter(), created]
}

import type { DataTableFilter } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { choiceFilter } from "../../../../components/data-table"
import { useAccountFilter } from "../../../../hooks/account-filter"
import { useDateFilters } from "../../../../hooks/date-filters"
import { useChosenGroups, useGroupOptions } from "../../../../hooks/group-options"
import { countriesIn } from "../../../../lib/countries"

export const candidateFilterIds = ["customer_group_id", "country_code", "has_account", "created_at"]

const NONE: string[] = []

/**
 * Filters of the *Add customers* window.
 *
 * @param chosen the values in use, of which the names are shown
 */
export const useCandidateFilters = (chosen: Record<string, unknown>): DataTableFilter[] => {
  const { t, i18n } = useTranslation("customerGroups")
  const groupIds = Array.isArray(chosen.customer_group_id) ? (chosen.customer_group_id as string[]) : NONE
  const chosenGroups = useChosenGroups(groupIds)
  const countries = useMemo(() => countriesIn(i18n.language), [i18n.language])
  const account = useAccountFilter()
  const created = useDateFilters(["createdAt"])

  return [
    choiceFilter({
      id: "customer_group_id",
      label: t("fields.group"),
      options: chosenGroups,
      useOptions: useGroupOptions,
      isMultiple: true,
      hasSearch: true,
    }),
    choiceFilter({
      id: "country_code",
      label: t("fields.country"),
      options: countries,
      isMultiple: true,
      hasSearch: true,
    }),
    account,
    ...created,
  ]
}

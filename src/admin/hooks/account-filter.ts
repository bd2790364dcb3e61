import type { DataTableFilter } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { choiceFilter } from "../components/data-table"

/** Customers with an account, or guests. */
export const useAccountFilter = (): DataTableFilter => {
  const { t } = useTranslation("customerGroups")
  return choiceFilter({
    id: "has_account",
    label: t("fields.account"),
    options: [
      { label: t("account.yes"), value: "true" },
      { label: t("account.no"), value: "false" },
    ],
  })
}

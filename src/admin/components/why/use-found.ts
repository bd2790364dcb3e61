import { useTranslation } from "react-i18next"
import type { AdminExplainedCondition } from "../../../types"
import { useAttributes } from "../../hooks/criteria-catalogue"
import { useAttributeValues } from "../../hooks/criteria-values"

/** As many as are explained of a customer. */
const MOST_NAMED = 100

/** What was found of a customer, as a person of the language reads it: money with its currency, things by their names. */
export const useFound = ({ found, condition }: AdminExplainedCondition): string => {
  const { t, i18n } = useTranslation("customerGroups")
  const attribute = useAttributes().byId.get(condition.attribute)
  const values = Array.isArray(found) ? found : found === null || found === undefined ? [] : [found]
  const isNamed = attribute !== undefined && ["picker", "choice"].includes(attribute.value.control)
  const { data } = useAttributeValues(
    condition.attribute,
    { value: values.map(String).slice(0, MOST_NAMED), limit: MOST_NAMED },
    { enabled: isNamed && values.length > 0 },
  )
  const names = new Map(isNamed ? data?.values.map(({ value, label }) => [value, label]) : [])
  const currency = attribute?.value.control === "money" ? condition.currency_code : undefined

  const inWords = (value: unknown): string => {
    if (typeof value === "boolean") return value ? t("builder.yes") : t("builder.no")
    if (typeof value === "number") {
      const money = typeof currency === "string" ? { style: "currency" as const, currency } : {}
      return new Intl.NumberFormat(i18n.language, money).format(value)
    }
    if (typeof value === "string" && /^\d{4}-\d{2}-\d{2}/.test(value))
      return new Date(value).toLocaleDateString(i18n.language, { dateStyle: "medium" })
    return names.get(String(value)) ?? String(value)
  }
  return values.length ? t("why.found", { value: values.map(inWords).join(", ") }) : t("why.foundNothing")
}

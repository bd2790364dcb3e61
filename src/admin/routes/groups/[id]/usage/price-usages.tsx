import { useTranslation } from "react-i18next"
import type { AdminGroupPriceUsage } from "../../../../../types"
import { UsageItem, UsageList } from "./usage-list"

export const PriceUsages = ({ prices }: { prices: AdminGroupPriceUsage[] }) => {
  const { t, i18n } = useTranslation("customerGroups")
  const moneyOf = ({ amount, currency_code }: AdminGroupPriceUsage) =>
    new Intl.NumberFormat(i18n.language, { style: "currency", currency: currency_code }).format(amount)

  return (
    <UsageList title={t("usage.prices")} items={prices}>
      {(price) => (
        <UsageItem
          key={price.id}
          to={price.product_id ? `/products/${price.product_id}` : undefined}
          name={[price.product_title ?? t("usage.unknownProduct"), price.variant_title].filter(Boolean).join(" · ")}
          hint={moneyOf(price)}
        />
      )}
    </UsageList>
  )
}

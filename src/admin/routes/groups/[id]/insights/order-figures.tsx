import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminGroupCurrency, AdminGroupInsights } from "../../../../../types"
import { Figures, HiddenFigures, NoFigures } from "./figures"

/** What today's members ordered in the period. */
export const OrderFigures = ({ orders }: { orders: NonNullable<AdminGroupInsights["orders"]> }) => {
  const { t } = useTranslation("customerGroups")

  return (
    <Figures title={t("insights.orders")} hint={orders.status === "ready" ? t("insights.ordersHint") : undefined}>
      {orders.status === "not_allowed" && <HiddenFigures />}
      {orders.status === "statistics_building" && (
        <Text size="small" role="status" className="text-ui-fg-subtle text-pretty">
          {t("insights.building", { progress: orders.progress })}
        </Text>
      )}
      {orders.status === "ready" && !orders.currencies.length && <NoFigures>{t("insights.noOrders")}</NoFigures>}
      {orders.status === "ready" && orders.currencies.length > 0 && (
        <ul className="flex flex-col gap-y-3">
          {orders.currencies.map((currency) => (
            <Currency key={currency.currency_code} currency={currency} memberCount={orders.member_count} />
          ))}
        </ul>
      )}
    </Figures>
  )
}

const Currency = ({ currency, memberCount }: { currency: AdminGroupCurrency; memberCount: number }) => {
  const { t, i18n } = useTranslation("customerGroups")
  const money = new Intl.NumberFormat(i18n.language, { style: "currency", currency: currency.currency_code })

  return (
    <li>
      <Text size="large" leading="compact" weight="plus" className="tabular-nums">
        {money.format(currency.revenue)}
      </Text>
      <Text size="small" className="text-ui-fg-subtle flex flex-wrap gap-x-1 tabular-nums">
        <span>{t("insights.orderCount", { count: currency.order_count })}</span>
        <span>
          ·{" "}
          {t("insights.buyers", {
            count: currency.customer_count,
            share: memberCount ? Math.min(1, currency.customer_count / memberCount) : 0,
          })}
        </span>
        <span>· {t("insights.average", { amount: money.format(currency.revenue / currency.order_count) })}</span>
      </Text>
    </li>
  )
}

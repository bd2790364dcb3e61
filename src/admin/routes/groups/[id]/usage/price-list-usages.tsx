import { StatusBadge, Tooltip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminGroupPriceListUsage } from "../../../../../types"
import { UsageItem, UsageList } from "./usage-list"

export const PriceListUsages = ({ priceLists }: { priceLists: AdminGroupPriceListUsage[] }) => {
  const { t } = useTranslation("customerGroups")

  return (
    <UsageList title={t("usage.priceLists")} items={priceLists}>
      {(priceList) => (
        <UsageItem
          key={priceList.id}
          to={`/price-lists/${priceList.id}`}
          name={priceList.title}
          hint={t("usage.in")}
          badge={<PriceListStatus priceList={priceList} />}
        />
      )}
    </UsageList>
  )
}

const PriceListStatus = ({ priceList }: { priceList: AdminGroupPriceListUsage }) => {
  const { t } = useTranslation("customerGroups")
  if (priceList.never_matches) {
    return (
      <Tooltip content={t("usage.neverMatchesHint")}>
        <span>
          <StatusBadge color="red">{t("usage.neverMatches")}</StatusBadge>
        </span>
      </Tooltip>
    )
  }

  const now = Date.now()
  const isOver = priceList.ends_at !== null && Date.parse(priceList.ends_at) < now
  const isComing = priceList.starts_at !== null && Date.parse(priceList.starts_at) > now
  if (priceList.status === "draft") return <StatusBadge color="grey">{t("usage.status.draft")}</StatusBadge>
  if (isOver) return <StatusBadge color="red">{t("usage.status.expired")}</StatusBadge>
  if (isComing) return <StatusBadge color="orange">{t("usage.status.scheduled")}</StatusBadge>
  return <StatusBadge color="green">{t("usage.status.active")}</StatusBadge>
}

import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminGroupPromotionUsage } from "../../../../../types"
import { UsageItem, UsageList } from "./usage-list"

const colorOf = { active: "green", draft: "grey", inactive: "red" } as const

export const PromotionUsages = ({ promotions }: { promotions: AdminGroupPromotionUsage[] }) => {
  const { t } = useTranslation("customerGroups")

  return (
    <UsageList title={t("usage.promotions")} items={promotions}>
      {(promotion) => (
        <UsageItem
          key={`${promotion.id}-${promotion.applies_to}-${promotion.operator}`}
          to={`/promotions/${promotion.id}`}
          name={promotion.code}
          hint={t("usage.condition", {
            condition: promotion.operator === "ne" ? t("usage.notIn") : t("usage.in"),
            appliesTo: t(`usage.appliesTo.${promotion.applies_to}`),
          })}
          badge={<StatusBadge color={colorOf[promotion.status]}>{t(`usage.status.${promotion.status}`)}</StatusBadge>}
        />
      )}
    </UsageList>
  )
}

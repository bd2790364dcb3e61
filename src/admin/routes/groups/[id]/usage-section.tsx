import { Tag } from "@medusajs/icons"
import { Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { EmptyState } from "../../../components/empty-state"
import { RowsSkeleton } from "../../../components/rows-skeleton"
import { SectionError } from "../../../components/section-error"
import { SectionHeader } from "../../../components/section-header"
import { useGroupUsage } from "../../../hooks/usage"
import { PriceListUsages } from "./usage/price-list-usages"
import { PriceUsages } from "./usage/price-usages"
import { PromotionUsages } from "./usage/promotion-usages"

/** Price lists, prices and promotions with this group among their conditions. */
export const UsageSection = ({ groupId }: { groupId: string }) => {
  const { t } = useTranslation("customerGroups")
  const { data, error, refetch } = useGroupUsage(groupId)
  const usage = data?.usage
  const isUnused = usage && !usage.price_lists.length && !usage.prices.length && !usage.promotions.length

  return (
    <Container className="divide-y p-0">
      <SectionHeader title={t("usage.title")} />
      {!usage && !error && <RowsSkeleton rows={3} />}
      {!usage && error && <SectionError error={error} onRetry={refetch} />}
      {isUnused && <EmptyState icon={<Tag />} title={t("usage.empty")} hint={t("usage.emptyHint")} />}
      {usage && usage.price_lists.length > 0 && <PriceListUsages priceLists={usage.price_lists} />}
      {usage && usage.promotions.length > 0 && <PromotionUsages promotions={usage.promotions} />}
      {usage && usage.prices.length > 0 && <PriceUsages prices={usage.prices} />}
    </Container>
  )
}

import { ChartBar } from "@medusajs/icons"
import { clx, Container, Select, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminGroupInsights } from "../../../../types"
import { RelativeTime } from "../../../components/cells"
import { EmptyState } from "../../../components/empty-state"
import { SectionError } from "../../../components/section-error"
import { SectionHeader } from "../../../components/section-header"
import { useGroupInsights } from "../../../hooks/insights"
import { useSeen } from "../../../hooks/use-seen"
import { CountryFigures } from "./insights/country-figures"
import { InsightsSkeleton } from "./insights/insights-skeleton"
import { OrderFigures } from "./insights/order-figures"
import { OverlapFigures } from "./insights/overlap-figures"
import { SizeFigures } from "./insights/size-figures"
import { PERIODS, useInsightsState, type PeriodDays } from "./insights/use-insights-state"

/** How the group grew, and what its members do. Nothing is asked for before it comes into view. */
export const InsightsSection = ({ groupId }: { groupId: string }) => {
  const { t } = useTranslation("customerGroups")
  const { ref, isSeen } = useSeen<HTMLDivElement>()
  const { days, setDays } = useInsightsState()

  return (
    <Container ref={ref} className="divide-y p-0">
      <SectionHeader title={t("insights.title")} actions={<PeriodSelect days={days} onChange={setDays} />} />
      {isSeen ? <Insights groupId={groupId} days={days} /> : <InsightsSkeleton />}
    </Container>
  )
}

const Insights = ({ groupId, days }: { groupId: string; days: PeriodDays }) => {
  const { t } = useTranslation("customerGroups")
  const { comparedIds, compareWith } = useInsightsState()
  const { data, error, refetch, isPlaceholderData } = useGroupInsights(groupId, {
    days,
    parts: ["size", "orders", "countries"],
  })
  if (error && (!data || isPlaceholderData)) return <SectionError error={error} onRetry={refetch} />
  if (!data) return <InsightsSkeleton />
  if (isEmpty(data))
    return <EmptyState icon={<ChartBar />} title={t("insights.empty")} hint={t("insights.emptyHint")} />

  return (
    <>
      <div
        className={clx("divide-y transition-opacity", isPlaceholderData && "opacity-50")}
        aria-busy={isPlaceholderData}
      >
        {data.size && <SizeFigures size={data.size} timeZone={data.time_zone} />}
        {data.orders && <OrderFigures orders={data.orders} />}
        {data.countries && <CountryFigures countries={data.countries} />}
      </div>
      <OverlapFigures groupId={groupId} comparedIds={comparedIds} onCompare={compareWith} />
      <Text size="xsmall" className="text-ui-fg-subtle px-6 py-3">
        {t("insights.generated")} <RelativeTime date={data.generated_at} />
      </Text>
    </>
  )
}

/** Nobody is in it, or was in the period. */
const isEmpty = ({ size }: AdminGroupInsights) => size?.days.every((day) => !day.size && !day.joined && !day.left)

const PeriodSelect = ({ days, onChange }: { days: PeriodDays; onChange: (days: PeriodDays) => void }) => {
  const { t } = useTranslation("customerGroups")
  return (
    <Select size="small" value={String(days)} onValueChange={(value) => onChange(Number(value) as PeriodDays)}>
      <Select.Trigger aria-label={t("insights.period")} className="w-fit min-w-32">
        <Select.Value />
      </Select.Trigger>
      <Select.Content>
        {PERIODS.map((each) => (
          <Select.Item key={each} value={String(each)}>
            {t("insights.lastDays", { count: each })}
          </Select.Item>
        ))}
      </Select.Content>
    </Select>
  )
}

import { TriangleDownMini, TriangleUpMini } from "@medusajs/icons"
import { Button, Skeleton, Text } from "@medusajs/ui"
import { lazy, Suspense, useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminGroupSize } from "../../../../../types"
import { Count } from "../../../../components/cells"
import { Figures } from "./figures"
import { SizeTable } from "./size-table"
import { useDayFormat } from "./use-day-format"

/** Nobody needs the code of charts for a group that they only add a customer to. */
const SizeChart = lazy(() => import("./size-chart"))

interface Props {
  size: AdminGroupSize
  /** The store's. */
  timeZone: string
}

export const SizeFigures = ({ size, timeZone }: Props) => {
  const { t } = useTranslation("customerGroups")
  const { longDay } = useDayFormat()
  const [isTable, setTable] = useState(false)
  const first = size.days[0]!
  const last = size.days[size.days.length - 1]!
  const beginsOn = size.known_since ? new Date(size.known_since).toLocaleDateString("en-CA", { timeZone }) : undefined
  const summary = t("insights.summary", {
    from: longDay(first.day),
    to: longDay(last.day),
    // Before the first day's changes.
    before: first.size - first.joined + first.left,
    after: last.size,
    joined: size.joined,
    left: size.left,
  })

  return (
    <Figures
      title={t("insights.size")}
      action={
        <Button
          type="button"
          size="small"
          variant="transparent"
          className="text-ui-fg-subtle -mx-2 -my-1"
          onClick={() => setTable(!isTable)}
        >
          {isTable ? t("insights.asChart") : t("insights.asTable")}
        </Button>
      }
    >
      <div className="flex flex-wrap items-baseline gap-x-3">
        <Text size="xlarge" leading="compact" weight="plus">
          <Count value={size.member_count} />
        </Text>
        <Text as="span" size="small" className="text-ui-fg-subtle flex items-center">
          <TriangleUpMini className="text-ui-tag-green-icon" />
          {t("insights.joinedCount", { count: size.joined })}
        </Text>
        <Text as="span" size="small" className="text-ui-fg-subtle flex items-center">
          <TriangleDownMini className="text-ui-tag-red-icon" />
          {t("insights.leftCount", { count: size.left })}
        </Text>
      </div>
      {isTable ? (
        <SizeTable days={size.days} label={summary} />
      ) : (
        <Suspense fallback={<Skeleton className="h-[200px] w-full rounded-md" />}>
          <SizeChart days={size.days} beginsOn={beginsOn} label={summary} />
        </Suspense>
      )}
      {beginsOn && (
        <Text size="xsmall" className="text-ui-fg-subtle text-pretty">
          {t("insights.knownSince", { date: longDay(beginsOn) })}
        </Text>
      )}
    </Figures>
  )
}

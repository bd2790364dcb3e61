import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Bucket } from "./buckets"
import { useDayFormat } from "./use-day-format"

interface Props {
  bucket: Bucket
  /** Where it points to, in per cent of the width; the box stands on the side where there is room. */
  position: number
}

/** The figures that somebody points at. */
export const SizeTooltip = ({ bucket, position }: Props) => {
  const { t } = useTranslation("customerGroups")
  const { bucketDays } = useDayFormat()

  return (
    <div
      aria-hidden
      className="bg-ui-bg-component shadow-elevation-tooltip pointer-events-none absolute top-1 z-10 whitespace-nowrap rounded-lg px-2.5 py-1.5"
      style={{ left: `${position}%`, transform: `translateX(${position > SIDE ? "calc(-100% - 8px)" : "8px"})` }}
    >
      <Text size="xsmall" className="text-ui-fg-subtle">
        {bucketDays(bucket)}
      </Text>
      <Text size="small" weight="plus" className="tabular-nums">
        {t("insights.members", { count: bucket.size })}
      </Text>
      <Text size="xsmall" className="text-ui-fg-subtle tabular-nums">
        {t("insights.moved", { joined: bucket.joined, left: bucket.left })}
      </Text>
    </div>
  )
}

const SIDE = 50

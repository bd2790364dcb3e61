import { ArrowPath, ArrowUpRightMini } from "@medusajs/icons"
import { Badge, Button, clx, Heading, Skeleton, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminCriteriaPreview, AdminCriteriaPreviewCustomer } from "../../../types"
import { messageOf } from "../../lib/errors"
import { customerName } from "../../lib/customer-name"

interface Props {
  preview: AdminCriteriaPreview | undefined
  /** Newer numbers are on the way. */
  isOld: boolean
  error: unknown
  onRetry: () => void
  /** The criteria in words. */
  sentence: string | undefined
  /** There is no finished condition yet. */
  isEmpty: boolean
  /** There are conditions, but none is finished. */
  isHalfFinished: boolean
}

/** Who the criteria mean: how many, who would come and go, and some of them. */
export const PreviewPanel = ({ preview, isOld, error, onRetry, sentence, isEmpty, isHalfFinished }: Props) => {
  const { t } = useTranslation("customerGroups")
  if (isEmpty)
    return (
      <Text size="small" className="text-ui-fg-subtle text-pretty">
        {isHalfFinished ? t("builder.preview.halfFinished") : t("builder.preview.empty")}
      </Text>
    )
  if (error && isOld === false)
    return (
      <div role="alert" className="flex flex-col items-start gap-y-3">
        <Text size="small" className="text-pretty">
          {t("builder.preview.failed", { message: messageOf(error) })}
        </Text>
        <Button type="button" size="small" variant="secondary" onClick={onRetry}>
          <ArrowPath />
          {t("actions.retry")}
        </Button>
      </div>
    )
  if (!preview) return <PreviewSkeleton />
  if (preview.status === "statistics_building")
    return (
      <Text size="small" className="text-ui-fg-subtle text-pretty">
        {t("builder.preview.building", { progress: preview.progress })}
      </Text>
    )

  const { matching = 0, members_before = 0, joins = 0, leaves = 0, customer_count = 0, sample } = preview
  return (
    <div aria-live="polite" aria-busy={isOld} className={clx("flex flex-col gap-y-4", isOld && "opacity-50")}>
      <div>
        <Heading className="tabular-nums" data-total>
          {t("builder.preview.matching", { count: matching })}
        </Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("builder.preview.share", { share: customer_count ? matching / customer_count : 0 })}
        </Text>
        <div className="mt-2 flex flex-wrap gap-x-4 gap-y-1">
          <Text size="small" className="tabular-nums" data-joins>
            {t("builder.preview.joins", { count: joins })}
          </Text>
          <Text size="small" className={clx("tabular-nums", leaves > 0 && "text-ui-fg-error")} data-leaves>
            {t("builder.preview.leaves", { count: leaves })}
          </Text>
        </div>
        {members_before > 0 && leaves > members_before / 2 && (
          <Text size="small" className="text-ui-fg-error mt-1 text-pretty">
            {t("builder.preview.mostLeave")}
          </Text>
        )}
      </div>
      {sample && sample.length > 0 && <Sample customers={sample} />}
      {sentence && (
        <div className="border-t pt-4">
          <Text size="xsmall" weight="plus" className="text-ui-fg-subtle">
            {t("builder.preview.inWords")}
          </Text>
          <Text size="small" className="text-pretty break-words" data-sentence>
            {sentence}
          </Text>
        </div>
      )}
    </div>
  )
}

const SHOWN = 5

const Sample = ({ customers }: { customers: AdminCriteriaPreviewCustomer[] }) => {
  const { t } = useTranslation("customerGroups")
  const [isWhole, setWhole] = useState(false)

  return (
    <div className="border-t pt-4">
      <ul className="flex flex-col gap-y-2">
        {customers.slice(0, isWhole ? undefined : SHOWN).map((customer) => (
          <li key={customer.id} className="flex items-center justify-between gap-x-2">
            <a
              href={`/app/customers/${customer.id}`}
              target="_blank"
              rel="noreferrer"
              className="txt-compact-small hover:text-ui-fg-interactive flex min-w-0 items-center gap-x-1"
            >
              <span className="truncate">{customerName(customer) || customer.email || customer.id}</span>
              <ArrowUpRightMini className="text-ui-fg-muted flex-shrink-0" />
            </a>
            <Badge
              size="2xsmall"
              color={customer.change === "joins" ? "green" : customer.change === "leaves" ? "red" : "grey"}
            >
              {t(`builder.preview.change.${customer.change}`)}
            </Badge>
          </li>
        ))}
      </ul>
      {customers.length > SHOWN && !isWhole && (
        <Button type="button" size="small" variant="transparent" className="mt-2" onClick={() => setWhole(true)}>
          {t("builder.preview.more", { count: customers.length - SHOWN })}
        </Button>
      )}
    </div>
  )
}

const PreviewSkeleton = () => (
  <div aria-hidden className="flex flex-col gap-y-3">
    <Skeleton className="h-7 w-48 rounded" />
    <Skeleton className="h-4 w-32 rounded" />
    <Skeleton className="h-4 w-40 rounded" />
    {[1, 2, 3].map((row) => (
      <Skeleton key={row} className="h-4 w-full rounded" />
    ))}
  </div>
)

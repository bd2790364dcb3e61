import { ClockSolidMini, ExclamationCircle, PauseSolid, Spinner, XCircle } from "@medusajs/icons"
import { Tooltip } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { CriteriaStatus } from "../../types"

/** Groups of which the criteria do as they should have no sign. */
const signs: Partial<Record<CriteriaStatus, ReactNode>> = {
  held: <ExclamationCircle className="text-ui-tag-orange-icon" />,
  failed: <XCircle className="text-ui-tag-red-icon" />,
  paused: <PauseSolid className="text-ui-fg-muted" />,
  running: <Spinner className="text-ui-fg-muted animate-spin motion-reduce:animate-none" />,
  statistics_building: <ClockSolidMini className="text-ui-fg-muted" />,
}

/** What a person should know of an automatic group, and what to do about it on hover or focus. */
export const CriteriaSign = ({ status }: { status: CriteriaStatus }) => {
  const { t } = useTranslation("customerGroups")
  const sign = signs[status]
  if (!sign) return null

  return (
    <Tooltip content={t(`criteriaStatus.${status}.hint`)} maxWidth={260}>
      <span
        role="img"
        tabIndex={0}
        aria-label={`${t(`criteriaStatus.${status}.label`)}: ${t(`criteriaStatus.${status}.hint`)}`}
        className="focus-visible:shadow-borders-focus flex flex-shrink-0 rounded-sm outline-none"
      >
        {sign}
      </span>
    </Tooltip>
  )
}

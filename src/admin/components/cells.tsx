import { TriangleDownMini, TriangleUpMini } from "@medusajs/icons"
import { clx, StatusBadge, Text, Tooltip } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useDate } from "@medusajs/dashboard/hooks"
import { useTranslation } from "react-i18next"
import type { GroupKind } from "../../types"

const dots = {
  green: "bg-ui-tag-green-icon",
  orange: "bg-ui-tag-orange-icon",
  blue: "bg-ui-tag-blue-icon",
  grey: "bg-ui-tag-neutral-icon",
}

/** A state in a table: a coloured dot and a word, as in Medusa's tables. */
const Status = ({ color, children }: { color: keyof typeof dots; children: ReactNode }) => (
  <span className="flex items-center gap-x-2">
    <span aria-hidden className="flex h-5 w-2 items-center justify-center">
      <span className={clx("size-2 rounded-sm shadow-[0px_0px_0px_1px_rgba(0,0,0,0.12)_inset]", dots[color])} />
    </span>
    <span className="truncate">{children}</span>
  </span>
)

const kindColors = { automatic: "blue", manual: "grey" } as const

export const KindStatus = ({ kind }: { kind: GroupKind }) => {
  const { t } = useTranslation("customerGroups")
  return <Status color={kindColors[kind]}>{t(`kind.${kind}`)}</Status>
}

export const KindBadge = ({ kind }: { kind: GroupKind }) => {
  const { t } = useTranslation("customerGroups")
  return <StatusBadge color={kindColors[kind]}>{t(`kind.${kind}`)}</StatusBadge>
}

export const AccountStatus = ({ hasAccount }: { hasAccount: boolean }) => {
  const { t } = useTranslation("customerGroups")
  return <Status color={hasAccount ? "green" : "orange"}>{hasAccount ? t("account.yes") : t("account.no")}</Status>
}

/** How a group grew or shrank: what joined less what left, both on hover. */
export const Growth = ({ joined, left }: { joined: number; left: number }) => {
  const { t } = useTranslation("customerGroups")
  if (!joined && !left) return <span className="text-ui-fg-muted">{t("none")}</span>

  const difference = joined - left
  return (
    <Tooltip content={t("list.growth", { joined, left })}>
      <span className="flex w-fit items-center gap-x-1 tabular-nums">
        {difference > 0 && <TriangleUpMini className="text-ui-tag-green-icon" />}
        {difference < 0 && <TriangleDownMini className="text-ui-tag-red-icon" />}
        <SignedNumber value={difference} />
      </span>
    </Tooltip>
  )
}

const SignedNumber = ({ value }: { value: number }) => {
  const { i18n } = useTranslation()
  return <>{new Intl.NumberFormat(i18n.language, { signDisplay: "exceptZero" }).format(value)}</>
}

export const Count = ({ value }: { value: number }) => {
  const { i18n } = useTranslation()
  return <span className="tabular-nums">{new Intl.NumberFormat(i18n.language).format(value)}</span>
}

/** Breaks a text over two lines in a table too narrow for it even when its columns stand closer (see data-table.tsx). */
const breaks = [
  "[@container_(max-width:680px)]:line-clamp-2",
  "[@container_(max-width:680px)]:whitespace-normal",
  "[@container_(max-width:680px)]:leading-[18px]",
]

const clipped = "block w-0 min-w-full truncate"

/** A text that asks for no width of its own: its column gets what the others leave. Whole on hover. */
export const Clipped = ({ text, canBreak }: { text: string; canBreak?: boolean }) => (
  <span title={text} className={clx(clipped, canBreak && breaks)}>
    {text}
  </span>
)

/** A date as the dashboard writes it, with the time on hover. */
export const DateText = ({ date }: { date: string }) => {
  const { getFullDate } = useDate()
  return (
    <Tooltip content={getFullDate({ date, includeTime: true })}>
      <span className={clx(breaks)}>{getFullDate({ date })}</span>
    </Tooltip>
  )
}

/**
 * How long ago, with the date and time on hover.
 *
 * @param isClipped whether it asks for no width of its own, in a column that has one
 */
export const RelativeTime = ({ date, isClipped }: { date: string; isClipped?: boolean }) => {
  const { getFullDate, getRelativeDate } = useDate()
  return (
    <Tooltip content={getFullDate({ date, includeTime: true })}>
      <span className={clx(isClipped && clipped)}>{getRelativeDate(date)}</span>
    </Tooltip>
  )
}

export const Nothing = () => {
  const { t } = useTranslation("customerGroups")
  return (
    <Text as="span" size="small" className="text-ui-fg-muted">
      {t("none")}
    </Text>
  )
}

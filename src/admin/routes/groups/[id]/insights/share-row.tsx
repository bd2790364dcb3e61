import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"

interface Props {
  name: ReactNode
  count: number
  /** What the count is a share of. */
  of: number
  /** What the share is of, for the title of the number. */
  hint: string
}

/** A name, how many, and the share that it is, as a bar. */
export const ShareRow = ({ name, count, of, hint }: Props) => {
  const { i18n } = useTranslation()
  // Counts that are remembered may be a moment older than each other.
  const share = of > 0 ? Math.min(1, count / of) : 0
  const number = new Intl.NumberFormat(i18n.language)
  const percent = new Intl.NumberFormat(i18n.language, {
    style: "percent",
    maximumFractionDigits: share < 0.1 ? 1 : 0,
  })

  return (
    <li className="flex flex-col gap-y-1.5">
      <div className="flex items-baseline justify-between gap-x-3">
        <Text as="span" size="small" leading="compact" className="min-w-0 break-words">
          {name}
        </Text>
        <Text as="span" size="small" leading="compact" className="flex-shrink-0 tabular-nums" title={hint}>
          {number.format(count)}
          <span className="text-ui-fg-subtle ml-2 inline-block min-w-10 text-right">{percent.format(share)}</span>
        </Text>
      </div>
      <div aria-hidden className="bg-ui-bg-component h-1 overflow-hidden rounded-full">
        <div className="bg-ui-fg-interactive h-full rounded-full" style={{ width: `${share * 100}%` }} />
      </div>
    </li>
  )
}

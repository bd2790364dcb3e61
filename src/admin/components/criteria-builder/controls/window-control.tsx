import { Select } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { DateField } from "./date-field"
import { NumberField } from "./number-field"

/** The time that a condition looks at, as it may stand half finished. */
type Window = { last: { n?: number; unit: "day" | "month" } } | { from?: string; to?: string }

interface Props {
  label: string
  value: unknown
  onChange: (window: Window | undefined) => void
}

const ALL_TIME = "all"
const COMMON = [
  { n: 30, unit: "day" },
  { n: 90, unit: "day" },
  { n: 12, unit: "month" },
] as const
const OTHER = "other"
const DATES = "dates"

const nameOf = ({ n, unit }: { n?: number; unit: string }) => `${n}-${unit}`

/** All time, the last so many days or months, or two days with what lies between them. */
export const WindowControl = ({ label, value, onChange }: Props) => {
  const { t } = useTranslation("customerGroups")
  const window = value as Window | undefined
  const last = window && "last" in window ? window.last : undefined
  const dates = window && !("last" in window) ? window : undefined
  const isCommon = last && COMMON.some((one) => nameOf(one) === nameOf(last))
  const chosen = !window ? ALL_TIME : dates ? DATES : isCommon ? nameOf(last!) : OTHER

  const choose = (next: string) => {
    const common = COMMON.find((one) => nameOf(one) === next)
    if (next === ALL_TIME) return onChange(undefined)
    if (next === DATES) return onChange({})
    // A number of its own, so that it is not taken for one of the common ones.
    return onChange({ last: common ? { ...common } : { n: 7, unit: "day" } })
  }

  return (
    <>
      <Select size="small" value={chosen} onValueChange={choose}>
        <Select.Trigger aria-label={label} className="w-fit min-w-24">
          <Select.Value />
        </Select.Trigger>
        <Select.Content>
          <Select.Item value={ALL_TIME}>{t("builder.window.allTime")}</Select.Item>
          {COMMON.map((one) => (
            <Select.Item key={nameOf(one)} value={nameOf(one)}>
              {t(`builder.window.last_${one.unit}`, { count: one.n })}
            </Select.Item>
          ))}
          <Select.Item value={OTHER}>{t("builder.window.other")}</Select.Item>
          <Select.Item value={DATES}>{t("builder.window.dates")}</Select.Item>
        </Select.Content>
      </Select>
      {chosen === OTHER && last && (
        <>
          <NumberField
            label={t("builder.window.number")}
            value={last.n}
            min={1}
            isWhole
            onChange={(n) => onChange({ last: { unit: last.unit, ...(n === undefined ? {} : { n }) } })}
          />
          <Select
            size="small"
            value={last.unit}
            onValueChange={(unit) => onChange({ last: { ...last, unit: unit as "day" | "month" } })}
          >
            <Select.Trigger aria-label={t("builder.window.unit")} className="w-fit min-w-24">
              <Select.Value />
            </Select.Trigger>
            <Select.Content>
              <Select.Item value="day">{t("builder.window.day")}</Select.Item>
              <Select.Item value="month">{t("builder.window.month")}</Select.Item>
            </Select.Content>
          </Select>
        </>
      )}
      {dates && (
        <>
          <DateField
            label={t("builder.window.from")}
            value={dates.from}
            onChange={(from) => onChange({ ...dates, from })}
          />
          <DateField label={t("builder.window.to")} value={dates.to} onChange={(to) => onChange({ ...dates, to })} />
        </>
      )}
    </>
  )
}

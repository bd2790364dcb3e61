import { useTranslation } from "react-i18next"
import { ChoiceSelect } from "./choice-select"
import { DateField } from "../../date-field"
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
const UNITS = ["day", "month"] as const
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
      <ChoiceSelect
        label={label}
        value={chosen}
        onChange={choose}
        choices={[
          { value: ALL_TIME, label: t("builder.window.allTime") },
          ...COMMON.map((one) => ({
            value: nameOf(one),
            label: t(`builder.window.last_${one.unit}`, { count: one.n }),
          })),
          { value: OTHER, label: t("builder.window.other") },
          { value: DATES, label: t("builder.window.dates") },
        ]}
      />
      {chosen === OTHER && last && (
        <>
          <NumberField
            label={t("builder.window.number")}
            value={last.n}
            min={1}
            isWhole
            onChange={(n) => onChange({ last: { unit: last.unit, ...(n === undefined ? {} : { n }) } })}
          />
          <ChoiceSelect
            label={t("builder.window.unit")}
            value={last.unit}
            onChange={(unit) => onChange({ last: { ...last, unit: unit as "day" | "month" } })}
            choices={UNITS.map((unit) => ({ value: unit, label: t(`builder.window.${unit}`) }))}
          />
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

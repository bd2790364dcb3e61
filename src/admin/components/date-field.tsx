import { DatePicker } from "@medusajs/ui"

interface Props {
  label: string
  value: unknown
  onChange: (day: string | undefined) => void
  isInvalid?: boolean
  /** The first and the last moment whose days can be chosen. */
  min?: Date
  max?: Date
}

const twoDigits = (value: number) => String(value).padStart(2, "0")

/** The day as somebody sees it in the calendar, whatever zone the browser is in. */
export const dayOf = (date: Date) =>
  `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`

/** The beginning of a day in the browser's zone, for showing it. */
export const dateOf = (day: string) => new Date(`${day}T00:00:00`)

export const DateField = ({ label, value, onChange, isInvalid, min, max }: Props) => (
  <div className="w-44">
    <DatePicker
      size="small"
      aria-label={label}
      isInvalid={isInvalid}
      value={typeof value === "string" ? dateOf(value) : null}
      minValue={min}
      maxValue={max}
      onChange={(date) => onChange(date ? dayOf(date) : undefined)}
    />
  </div>
)

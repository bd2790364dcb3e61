import { DatePicker } from "@medusajs/ui"

interface Props {
  label: string
  value: unknown
  onChange: (day: string | undefined) => void
  isInvalid?: boolean
}

const twoDigits = (value: number) => String(value).padStart(2, "0")

/** The day as somebody sees it in the calendar, whatever zone the browser is in. */
const dayOf = (date: Date) => `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`

const dateOf = (day: unknown) => (typeof day === "string" ? new Date(`${day}T00:00:00`) : null)

export const DateField = ({ label, value, onChange, isInvalid }: Props) => (
  <div className="w-44">
    <DatePicker
      size="small"
      aria-label={label}
      isInvalid={isInvalid}
      value={dateOf(value)}
      onChange={(date) => onChange(date ? dayOf(date) : undefined)}
    />
  </div>
)

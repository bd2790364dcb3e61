import { Input, Text } from "@medusajs/ui"
import { onPlainEnter } from "./text-field"

interface Props {
  label: string
  value: unknown
  onChange: (value: number | undefined) => void
  /** What is counted. */
  unit?: string | null
  isWhole?: boolean
  min?: number
  max?: number
  onEnter?: () => void
  isInvalid?: boolean
}

export const NumberField = ({ label, value, onChange, unit, isWhole, min = 0, max, onEnter, isInvalid }: Props) => (
  <div className="flex items-center gap-x-2">
    <div className="w-24">
      <Input
        size="small"
        type="number"
        inputMode={isWhole ? "numeric" : "decimal"}
        step={isWhole ? 1 : "any"}
        min={min}
        max={max}
        aria-label={unit ? `${label} (${unit})` : label}
        aria-invalid={isInvalid}
        value={typeof value === "number" ? value : ""}
        onChange={({ target }) => onChange(Number.isNaN(target.valueAsNumber) ? undefined : target.valueAsNumber)}
        onKeyDown={onPlainEnter(onEnter)}
      />
    </div>
    {unit && (
      <Text size="small" className="text-ui-fg-subtle">
        {unit}
      </Text>
    )}
  </div>
)

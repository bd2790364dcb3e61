import { clx, Select } from "@medusajs/ui"

interface Props {
  label: string
  value: string | undefined
  onChange: (value: string) => void
  choices: readonly { value: string; label: string }[]
  isInvalid?: boolean
  /** For the width: it is as wide as what is chosen. */
  className?: string
}

/** One of a few choices, as wide as what is chosen. */
export const ChoiceSelect = ({ label, value, onChange, choices, isInvalid, className }: Props) => (
  <Select size="small" value={value ?? ""} onValueChange={onChange}>
    <Select.Trigger
      aria-label={label}
      aria-invalid={isInvalid}
      className={clx("w-fit min-w-20 max-w-full gap-x-2", className)}
    >
      <Select.Value placeholder={label} />
    </Select.Trigger>
    <Select.Content>
      {choices.map((choice) => (
        <Select.Item key={choice.value} value={choice.value}>
          {choice.label}
        </Select.Item>
      ))}
    </Select.Content>
  </Select>
)

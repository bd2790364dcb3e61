import { getCurrencySymbol } from "@medusajs/dashboard/lib"
import { CurrencyInput } from "@medusajs/ui"
import { onPlainEnter } from "./text-field"

interface Props {
  label: string
  value: unknown
  onChange: (value: number | undefined) => void
  currencyCode: string
  onEnter?: () => void
  isInvalid?: boolean
}

/** An amount in the main unit of its currency. */
export const MoneyField = ({ label, value, onChange, currencyCode, onEnter, isInvalid }: Props) => (
  <div className="w-36">
    <CurrencyInput
      size="small"
      aria-label={label}
      aria-invalid={isInvalid}
      code={currencyCode.toUpperCase()}
      symbol={getCurrencySymbol(currencyCode)}
      allowNegativeValue={false}
      defaultValue={typeof value === "number" ? value : undefined}
      onValueChange={(_text, _name, values) => onChange(values?.float ?? undefined)}
      onKeyDown={onPlainEnter(onEnter)}
    />
  </div>
)

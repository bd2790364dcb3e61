import { CurrencyInput } from "@medusajs/ui"
import { useState } from "react"
import { onPlainEnter } from "./text-field"

interface Props {
  label: string
  value: unknown
  onChange: (value: number | undefined) => void
  onEnter?: () => void
  isInvalid?: boolean
}

const textOf = (value: unknown) => (typeof value === "number" ? String(value) : "")

/** An amount in the main unit of its currency, which is chosen beside it and so not said here again. */
export const MoneyField = ({ label, value, onChange, onEnter, isInvalid }: Props) => {
  // "12." is 12 and yet not the same text: what is typed stands until the amount becomes another from outside.
  const [typed, setTyped] = useState(textOf(value))
  const isTyped = (typed === "" ? undefined : Number(typed)) === value

  return (
    <div className="w-28">
      <CurrencyInput
        size="small"
        className="px-2 [&>span]:hidden"
        aria-label={label}
        aria-invalid={isInvalid}
        code=""
        symbol=""
        allowNegativeValue={false}
        value={isTyped ? typed : textOf(value)}
        onValueChange={(text = "") => {
          setTyped(text)
          onChange(text === "" ? undefined : Number(text))
        }}
        onKeyDown={onPlainEnter(onEnter)}
      />
    </div>
  )
}

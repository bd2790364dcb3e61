import { useStore } from "@medusajs/dashboard/hooks"
import { useTranslation } from "react-i18next"
import { ChoiceSelect } from "./choice-select"

interface Props {
  value: string | undefined
  onChange: (code: string) => void
}

/** The currencies of the store, and the one that is chosen though the store has it no more. */
export const CurrencySelect = ({ value, onChange }: Props) => {
  const { t } = useTranslation("customerGroups")
  const { store } = useStore()
  const codes = new Set((store?.supported_currencies ?? []).map(({ currency_code }) => currency_code))
  if (value) codes.add(value)

  return (
    <ChoiceSelect
      label={t("builder.currency")}
      value={value}
      onChange={onChange}
      choices={[...codes].map((code) => ({ value: code, label: code.toUpperCase() }))}
    />
  )
}

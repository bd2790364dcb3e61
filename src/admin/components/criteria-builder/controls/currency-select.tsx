import { useStore } from "@medusajs/dashboard/hooks"
import { Select } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

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
    <Select size="small" value={value} onValueChange={onChange}>
      <Select.Trigger aria-label={t("builder.currency")} className="w-fit min-w-20">
        <Select.Value placeholder={t("builder.currency")} />
      </Select.Trigger>
      <Select.Content>
        {[...codes].map((code) => (
          <Select.Item key={code} value={code}>
            {code.toUpperCase()}
          </Select.Item>
        ))}
      </Select.Content>
    </Select>
  )
}

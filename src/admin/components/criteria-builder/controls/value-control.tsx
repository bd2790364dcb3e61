import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminCriteriaAttribute } from "../../../../types"
import { withValue } from "../new-condition"
import type { DraftCondition } from "../tree"
import { ChoiceSelect } from "./choice-select"
import { CurrencySelect } from "./currency-select"
import { DateField } from "../../date-field"
import { MoneyField } from "./money-field"
import { NumberField } from "./number-field"
import { NumberList } from "./number-list"
import { ReferencePicker } from "./reference-picker"
import { SuggestedText } from "./suggested-text"
import { TextField } from "./text-field"

interface Props {
  attribute: AdminCriteriaAttribute
  condition: DraftCondition
  onChange: (condition: DraftCondition) => void
  onEnter: () => void
  isInvalid: boolean
}

/** What an operator compares with, drawn as its type is. */
export const ValueControl = ({ attribute, condition, onChange, onEnter, isInvalid }: Props) => {
  const { t } = useTranslation("customerGroups")
  const operator = attribute.operators.find(({ id }) => id === condition.operator)
  const set = (value: unknown) => onChange(withValue(condition, value))
  const field = { attribute, condition, onEnter, isInvalid }
  const currency = attribute.value.control === "money" && (
    <CurrencySelect
      value={condition.currency_code as string | undefined}
      onChange={(currency_code) => onChange({ ...condition, currency_code })}
    />
  )

  switch (operator?.takes) {
    case "list":
      return (
        <>
          <ListOfValues {...field} onChange={set} />
          {currency}
        </>
      )
    case "range": {
      const [from, to]: unknown[] = Array.isArray(condition.value) ? condition.value : []
      return (
        <>
          <OneValue {...field} label={t("builder.from")} value={from} onChange={(next) => set([next, to])} />
          <Text size="small" className="text-ui-fg-subtle flex min-h-7 items-center">
            {t("builder.and")}
          </Text>
          <OneValue {...field} label={t("builder.to")} value={to} onChange={(next) => set([from, next])} />
          {currency}
        </>
      )
    }
    case "days":
      return (
        <NumberField
          label={attribute.label}
          value={condition.value}
          unit={t("builder.days")}
          isWhole
          min={operator.min}
          max={operator.max}
          onChange={set}
          onEnter={onEnter}
          isInvalid={isInvalid}
        />
      )
    case "value":
      return (
        <>
          <OneValue {...field} label={attribute.label} value={condition.value} onChange={set} />
          {currency}
        </>
      )
    default:
      return null
  }
}

interface FieldProps extends Omit<Props, "onChange"> {
  onChange: (value: unknown) => void
}

/** Values that occur in the metadata are those at the place that the condition names. */
const queryOf = ({ key_path }: DraftCondition) =>
  Array.isArray(key_path) && key_path.length ? { key_path: key_path as string[] } : {}

const OneValue = ({
  attribute,
  condition,
  label,
  value,
  onChange,
  onEnter,
  isInvalid,
}: FieldProps & { label: string; value: unknown }) => {
  const { t } = useTranslation("customerGroups")
  const { control, unit, type, choices } = attribute.value
  const field = { label, value, onChange, onEnter, isInvalid }

  switch (control) {
    case "number":
      return <NumberField {...field} unit={unit} isWhole={type === "integer"} />
    case "money":
      return <MoneyField {...field} />
    case "date":
      return <DateField {...field} />
    case "switch":
      return (
        <ChoiceSelect
          label={label}
          value={String(value)}
          onChange={(next) => onChange(next === "true")}
          choices={[
            { value: "true", label: t("builder.yes") },
            { value: "false", label: t("builder.no") },
          ]}
        />
      )
    case "choice":
      return (
        <ChoiceSelect
          label={label}
          value={value as string | undefined}
          onChange={onChange}
          choices={choices ?? []}
          isInvalid={isInvalid}
        />
      )
    case "picker":
      return <ReferencePicker attributeId={attribute.id} {...field} isList={false} />
    case "text":
      return attribute.suggestions && ["eq", "ne"].includes(condition.operator) ? (
        <SuggestedText attributeId={attribute.id} query={queryOf(condition)} {...field} />
      ) : (
        <TextField {...field} />
      )
  }
}

const ListOfValues = ({ attribute, condition, onChange, onEnter, isInvalid }: FieldProps) => {
  const { control } = attribute.value
  if (control === "number" || control === "money")
    return (
      <NumberList
        label={attribute.label}
        value={condition.value}
        onChange={onChange}
        onEnter={onEnter}
        isInvalid={isInvalid}
      />
    )
  return (
    <ReferencePicker
      attributeId={attribute.id}
      query={queryOf(condition)}
      label={attribute.label}
      value={condition.value}
      isList
      isFree={control === "text"}
      isInvalid={isInvalid}
      onChange={onChange}
      onEnter={onEnter}
    />
  )
}

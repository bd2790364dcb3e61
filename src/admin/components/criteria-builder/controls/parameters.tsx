import type { AdminCriteriaAttribute, AdminCriteriaParameter } from "../../../../types"
import { without } from "../new-condition"
import type { DraftCondition } from "../tree"
import { ChoiceSelect } from "./choice-select"
import { CurrencySelect } from "./currency-select"
import { KeyPath } from "./key-path"
import { ReferencePicker } from "./reference-picker"
import { TextField } from "./text-field"
import { WindowControl } from "./window-control"

interface Props {
  attribute: AdminCriteriaAttribute
  condition: DraftCondition
  onChange: (condition: DraftCondition) => void
}

/** What a condition says beside operator and value: which time, which currency, which address. */
export const Parameters = ({ attribute, condition, onChange }: Props) =>
  attribute.parameters
    // An amount has its currency beside it.
    .filter(({ id }) => !(id === "currency_code" && attribute.value.control === "money"))
    .map((parameter) => (
      <Parameter
        key={parameter.id}
        attribute={attribute}
        parameter={parameter}
        condition={condition}
        onChange={(value) =>
          onChange(value === undefined ? without(condition, parameter.id) : { ...condition, [parameter.id]: value })
        }
      />
    ))

interface ParameterProps {
  attribute: AdminCriteriaAttribute
  parameter: AdminCriteriaParameter
  condition: DraftCondition
  onChange: (value: unknown) => void
}

const Parameter = ({ attribute, parameter, condition, onChange }: ParameterProps) => {
  const { id, label, control, is_list, choices, fallback } = parameter
  const value = condition[id]
  if (id === "currency_code") return <CurrencySelect value={value as string | undefined} onChange={onChange} />
  switch (control) {
    case "window":
      return <WindowControl label={label} value={value} onChange={onChange} />
    case "keys":
      return <KeyPath label={label} value={value} onChange={onChange} />
    case "picker":
      return (
        <ReferencePicker
          attributeId={attribute.id}
          query={{ parameter: id, ...(typeof condition.of === "string" ? { of: condition.of } : {}) }}
          label={label}
          value={value}
          isList={is_list}
          onChange={onChange}
        />
      )
    case "choice":
      return (
        <ChoiceSelect
          label={label}
          value={(value as string | undefined) ?? fallback ?? undefined}
          onChange={onChange}
          choices={choices ?? []}
        />
      )
    case "text":
      return <TextField label={label} value={value} onChange={onChange} />
  }
}

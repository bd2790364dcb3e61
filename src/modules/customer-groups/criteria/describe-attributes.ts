import { z } from "@medusajs/framework/zod"
import type { Attribute } from "./attribute"
import { listAttributes } from "./catalogue"
import { positiveOf, type Operand } from "./operators"
import type { Parameter, ParameterControl } from "./parameters"
import type { OperatorId } from "./schema"
import { fill, texts, type Language } from "./texts"
import type { Control, ReferenceKind, ValueType } from "./values"

/** Something to choose, with its text. */
export interface Choice {
  value: string
  label: string
}

/** An operator of an attribute, for the builder. */
export interface DescribedOperator {
  id: OperatorId
  label: string
  takes: Operand
  /** Of `days`. */
  min?: number
  max?: number
}

/** A parameter of an attribute, for the builder. */
export interface DescribedParameter {
  id: string
  label: string
  control: ParameterControl | "choice" | "picker" | "text"
  is_list: boolean
  is_required: boolean
  fallback: string | null
  choices: Choice[] | null
}

/** An attribute as the builder draws it: everything about it, in one language. */
export interface DescribedAttribute {
  id: string
  family: string
  family_label: string
  label: string
  explanation: string
  value: {
    type: ValueType["type"]
    control: Control
    unit: string | null
    choices: Choice[] | null
    kind: ReferenceKind | null
  }
  operators: DescribedOperator[]
  parameters: DescribedParameter[]
  suggestions: "choices" | "references" | "occurring" | null
  depends_on_time: boolean
  is_ranked: boolean
  is_personal: boolean
}

/** Every attribute, in the order in which the builder lists them. */
export const describeAttributes = (language: Language): DescribedAttribute[] =>
  listAttributes().map((attribute) => describeAttribute(attribute, language))

/** One attribute; see `describeAttributes`. */
export function describeAttribute(attribute: Attribute, language: Language): DescribedAttribute {
  const { id, family, value } = attribute
  const its = texts.ofAttribute(id, language)
  return {
    id,
    family,
    family_label: texts.of(language).families[family] ?? family,
    label: its?.label ?? id,
    explanation: its?.hint ?? "",
    value: {
      type: value.type,
      control: value.control,
      unit: value.unit ? unitLabel(value.unit, language) : null,
      choices: choicesOf(id, value.choices, language),
      kind: value.kind ?? null,
    },
    operators: attribute.operators.map((operator) => describeOperator(operator, language)),
    parameters: Object.entries(attribute.parameters).map(([key, parameter]) =>
      describeParameter(key, parameter, language),
    ),
    suggestions: suggestionsOf(attribute),
    depends_on_time: attribute.dependsOnTime ?? false,
    is_ranked: attribute.isRanked ?? false,
    is_personal: attribute.suggestions?.isPersonal ?? false,
  }
}

/** What can be chosen of an attribute or a parameter, with its texts. */
export const choicesOf = (id: string, choices: readonly string[] | undefined, language: Language): Choice[] | null =>
  choices?.map((value) => ({ value, label: texts.of(language).choices[id]?.[value] ?? value })) ?? null

/** "days": the unit of many, without their number. */
const unitLabel = (unit: string, language: Language): string =>
  fill(texts.of(language).units[`${unit}_other`] ?? unit, { count: "" }).trim()

function describeOperator(id: OperatorId, language: Language): DescribedOperator {
  const positive = positiveOf(id)
  const limits = "days" in positive ? positive.days : {}
  return { id, label: texts.of(language).operators[id], takes: positive.takes, ...limits }
}

const describeParameter = (id: string, parameter: Parameter, language: Language): DescribedParameter => ({
  id,
  label: texts.of(language).parameters[id] ?? id,
  control: parameter.control ?? (parameter.choices ? "choice" : parameter.names ? "picker" : "text"),
  is_list: parameter.schema instanceof z.ZodArray,
  is_required: parameter.isRequired,
  fallback: typeof parameter.fallback === "string" ? parameter.fallback : null,
  choices: choicesOf(id, parameter.choices, language),
})

function suggestionsOf({ value, suggestions }: Attribute): DescribedAttribute["suggestions"] {
  if (value.choices) return "choices"
  if (value.kind) return "references"
  return suggestions ? "occurring" : null
}

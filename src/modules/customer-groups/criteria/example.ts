import type { Attribute } from "./attribute"
import { positiveOf, type Operand } from "./operators"
import type { Condition, OperatorId } from "./schema"
import type { ValueType } from "./values"

/** A right value of each type, the second after the first. */
const examples: Record<ValueType["type"], (type: ValueType) => [unknown, unknown]> = {
  text: () => ["a", "b"],
  integer: () => [1, 2],
  number: () => [1, 2.5],
  money: () => [1, 2.5],
  boolean: () => [false, true],
  date: () => ["2026-01-01", "2026-02-28"],
  choice: ({ choices = [] }) => [choices[0], choices[1]],
  reference: ({ kind }) => (kind === "country" ? ["de", "fr"] : ["id_1", "id_2"]),
}

const operandFrom: Record<Operand, (values: [unknown, unknown]) => { value?: unknown }> = {
  value: ([value]) => ({ value }),
  list: (value) => ({ value }),
  range: (value) => ({ value }),
  days: () => ({ value: 3 }),
  nothing: () => ({}),
}

/** A right value of each parameter of the built-in attributes. */
const parameterExamples: Record<string, unknown> = {
  window: { last: { n: 90, unit: "day" } },
  currency_code: "eur",
  amount: "paid",
  address: "default_shipping",
  key_path: ["loyalty", "tier"],
  seed: "spring",
  of: "category",
  items: ["pcat_1"],
}

interface ExampleOptions {
  /** What it compares with, the second after the first. */
  values?: [unknown, unknown]
  /** Whether parameters that can be left out are left out. */
  isShort?: boolean
}

/** A condition of an attribute with all of its parameters: for the reference page and for tests. */
export const exampleOf = (
  attribute: Attribute,
  operator: OperatorId,
  { values = examples[attribute.value.type](attribute.value), isShort = false }: ExampleOptions = {},
): Condition => {
  const parameters = Object.entries(attribute.parameters).filter(([, { isRequired }]) => isRequired || !isShort)
  return {
    attribute: attribute.id,
    operator,
    ...(operandFrom[positiveOf(operator).takes](values) as Partial<Condition>),
    ...Object.fromEntries(parameters.map(([key]) => [key, parameterExamples[key]])),
  }
}

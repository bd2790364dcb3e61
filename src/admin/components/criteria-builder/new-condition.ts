import type { AdminCriteriaAttribute } from "../../../types"
import type { DraftCondition } from "./tree"

/** What a value begins as: empty, but for what has only two values. */
const firstValue = (attribute: AdminCriteriaAttribute, operator: string): unknown => {
  const takes = attribute.operators.find(({ id }) => id === operator)?.takes
  if (takes === "list") return []
  if (takes === "value" && attribute.value.control === "switch") return true
  return undefined
}

/** What a shop owner means mostly: of a number "at least", of a moment "in the last", of things one of a list. */
const PREFERRED = ["gte", "in_last", "in"]
const PREFERRED_OF_TEXTS = ["eq"]

const firstOperator = ({ operators, value }: AdminCriteriaAttribute): string => {
  const preferred = value.control === "text" ? PREFERRED_OF_TEXTS : PREFERRED
  return preferred.find((each) => operators.some(({ id }) => id === each)) ?? operators[0]?.id ?? "eq"
}

/** A condition on an attribute, as it begins. */
export const newCondition = (attribute: AdminCriteriaAttribute, currencyCode: string | undefined): DraftCondition => {
  const operator = firstOperator(attribute)
  const parameters = attribute.parameters.flatMap(({ id, fallback, is_required, choices }): [string, unknown][] => {
    if (id === "currency_code") return currencyCode ? [[id, currencyCode]] : []
    const given = fallback ?? (is_required ? choices?.[0]?.value : undefined)
    return given === undefined || given === null ? [] : [[id, given]]
  })
  return withValue(
    { attribute: attribute.id, operator, ...Object.fromEntries(parameters) },
    firstValue(attribute, operator),
  )
}

/** The condition without one of its keys. */
export const without = (condition: DraftCondition, key: string): DraftCondition =>
  Object.fromEntries(Object.entries(condition).filter(([each]) => each !== key)) as DraftCondition

/** The condition with another value; without one, if it is undefined. */
export const withValue = (condition: DraftCondition, value: unknown): DraftCondition =>
  value === undefined ? without(condition, "value") : { ...condition, value }

/** The condition with another operator; the value stays where it still fits. */
export const withOperator = (
  condition: DraftCondition,
  attribute: AdminCriteriaAttribute,
  operator: string,
): DraftCondition => {
  const takes = (id: string) => attribute.operators.find((each) => each.id === id)?.takes
  const [before, after] = [takes(condition.operator), takes(operator)]
  const changed = { ...condition, operator }
  if (before === after) return changed
  const { value } = condition
  if (after === "list" && before === "value" && value !== undefined) return withValue(changed, [value])
  if (after === "value" && before === "list" && Array.isArray(value)) return withValue(changed, value[0])
  return withValue(changed, firstValue(attribute, operator))
}

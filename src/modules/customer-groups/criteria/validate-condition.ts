import type { z } from "@medusajs/framework/zod"
import type { Attribute } from "./attribute"
import { findAttribute } from "./catalogue"
import { CriteriaError, shown, type CriteriaPath } from "./errors"
import { operators, positiveOf, type Operand } from "./operators"
import type { Parameter } from "./parameters"
import { LIMITS, OPERATOR_IDS, type Condition, type OperatorId } from "./schema"

type Given = Record<string, unknown>

/** The attribute that a condition names. Throws if there is none: what cannot be compiled is never left out. */
export function attributeOf(condition: { attribute: unknown }, path: CriteriaPath): Attribute {
  const { attribute: id } = condition
  const attribute = typeof id === "string" ? findAttribute(id) : undefined
  if (!attribute) throw new CriteriaError(`${path}.attribute`, `${shown(id)} is not an attribute`)
  return attribute
}

/** A condition that is right in itself; whether the things exist that it names, the database says. */
export function parseCondition(given: Given, path: CriteriaPath): Condition {
  const attribute = attributeOf(given as { attribute: unknown }, path)
  const operator = parseOperator(given.operator, attribute, path)
  const { attribute: _attribute, operator: _operator, value, ...rest } = given
  return {
    attribute: attribute.id,
    operator,
    ...parseValue(value, operator, attribute, `${path}.value`),
    ...parseParameters(rest, attribute, path),
  }
}

function parseOperator(id: unknown, attribute: Attribute, path: CriteriaPath): OperatorId {
  const place = `${path}.operator`
  if (!OPERATOR_IDS.includes(id as OperatorId)) throw new CriteriaError(place, `${shown(id)} is not an operator`)
  if (attribute.operators.includes(id as OperatorId)) return id as OperatorId
  const own = attribute.operators.join(", ")
  throw new CriteriaError(place, `${shown(id)} is not an operator of ${attribute.id}. It has ${own}`)
}

type Check = (value: unknown, attribute: Attribute, path: CriteriaPath, operator: OperatorId) => unknown

function refuse(path: CriteriaPath, value: unknown, problem: string, attribute: Attribute): never {
  throw new CriteriaError(path, `${shown(value)} ${problem} (${attribute.id})`)
}

const one: Check = (value, attribute, path) => {
  const problem = attribute.value.problemOf(value)
  if (problem) refuse(path, value, problem, attribute)
  return value
}

const each = (values: unknown[], attribute: Attribute, path: CriteriaPath, operator: OperatorId) =>
  values.map((value, index) => one(value, attribute, `${path}[${index}]`, operator))

/** How each kind of operand is checked. */
const checks: Record<Operand, Check> = {
  value: one,
  list: (value, attribute, path, operator) => {
    if (!Array.isArray(value)) refuse(path, value, "is not a list", attribute)
    if (!value.length) refuse(path, value, "is an empty list", attribute)
    if (value.length > LIMITS.values)
      throw new CriteriaError(path, `A list of ${value.length} values is too long, up to ${LIMITS.values} are allowed`)
    return each(value, attribute, path, operator)
  },
  range: (value, attribute, path, operator) => {
    if (!Array.isArray(value) || value.length !== 2) refuse(path, value, "is not two ends [from, to]", attribute)
    const [low, high] = each(value, attribute, path, operator)
    if (attribute.value.isAfter(low, high)) refuse(path, value, "ends before it begins", attribute)
    return [low, high]
  },
  days: (value, attribute, path, operator) => {
    const { days } = operators[operator] as { days: { min: number; max: number } }
    if (typeof value !== "number" || !Number.isInteger(value) || value < days.min || value > days.max)
      refuse(path, value, `is not a whole number of days from ${days.min} to ${days.max}`, attribute)
    return value
  },
  nothing: (value, attribute, path, operator) => {
    if (value !== undefined) refuse(path, value, `is too much: ${operator} takes no value`, attribute)
  },
}

function parseValue(value: unknown, operator: OperatorId, attribute: Attribute, path: CriteriaPath) {
  const checked = checks[positiveOf(operator).takes](value, attribute, path, operator)
  return checked === undefined ? {} : { value: checked as Condition["value"] }
}

function parseParameters(given: Given, attribute: Attribute, path: CriteriaPath): Given {
  for (const key of Object.keys(given)) {
    if (Object.keys(attribute.parameters).includes(key)) continue
    const own = Object.keys(attribute.parameters).join(", ") || "none"
    throw new CriteriaError(`${path}.${key}`, `"${key}" is not a parameter of ${attribute.id}. It has ${own}`)
  }
  const parsed = Object.entries(attribute.parameters).flatMap(([key, parameter]) => {
    const value = parseParameter(given[key], parameter, attribute, `${path}.${key}`)
    return value === undefined ? [] : [[key, value] as const]
  })
  return Object.fromEntries(parsed)
}

/** A parameter of a condition, checked; the path is that of the parameter. */
export function parseParameter(
  value: unknown,
  parameter: Parameter,
  attribute: Attribute,
  path: CriteriaPath,
): unknown {
  if (value === undefined) {
    if (!parameter.isRequired) return undefined
    throw new CriteriaError(path, `is missing (${attribute.id})`)
  }
  const result = parameter.schema.safeParse(value)
  if (result.success) return result.data
  const issue = mostSpecific(result.error.issues[0]!)
  return refuse(`${path}${written(issue.path)}`, reached(value, issue.path), issue.message, attribute)
}

type Issue = z.core.$ZodIssue

/** Of a choice between shapes: what is wrong in the one that has the keys that were given. */
function mostSpecific(issue: Issue): Issue {
  if (issue.code !== "invalid_union") return issue
  const meant = issue.errors.filter((issues) => !issues.some(({ code }) => code === "unrecognized_keys"))
  const [found] = meant.length === 1 ? meant[0]! : []
  return found && found.path.length ? { ...found, path: [...issue.path, ...found.path] } : (found ?? issue)
}

const written = (path: PropertyKey[]) =>
  path.map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`)).join("")

const reached = (value: unknown, path: PropertyKey[]): unknown =>
  path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], value)

import { sql, type Sql } from "../sql/sql"
import { dayComparisons, type Clock } from "./dates"
import { LIMITS, type OperatorId } from "./schema"
import type { ValueType } from "./values"

/** What an operator compares with. */
export type Operand = "value" | "list" | "range" | "days" | "nothing"

/** Left is the column as its type compares it; the operand is what the condition says, checked. */
export type Comparison = (left: Sql, operand: never, type: ValueType, clock: Clock) => Sql

/** An operator: what it takes, how it compares, or of which other it is the exact complement. */
export type Operator =
  | { takes: Exclude<Operand, "days">; compare: Comparison }
  | { takes: "days"; days: { min: number; max: number }; compare: Comparison }
  | { complementOf: PositiveId }

type NegativeId = "ne" | "nin" | "not_contains" | "is_not_set"
export type PositiveId = Exclude<OperatorId, NegativeId>

type One = string | number | boolean

const eq = (left: Sql, value: One, type: ValueType) => {
  // A bare boolean column, so that "is among them" stays something that PostgreSQL can join by.
  if (typeof value === "boolean") return value ? left : sql`not (${left})`
  return sql`${left} = ${type.value(value)}`
}
const isIn = (left: Sql, values: One[], type: ValueType) => sql`${left} = any(${type.values(values)})`
const gt = (left: Sql, value: number, type: ValueType) => sql`${left} > ${type.value(value)}`
const gte = (left: Sql, value: number, type: ValueType) => sql`${left} >= ${type.value(value)}`
const lt = (left: Sql, value: number, type: ValueType) => sql`${left} < ${type.value(value)}`
const lte = (left: Sql, value: number, type: ValueType) => sql`${left} <= ${type.value(value)}`

const between = (left: Sql, ends: [One, One], type: ValueType, clock: Clock) =>
  type.type === "date"
    ? dayComparisons.between(left, ends as [string, string], clock)
    : sql`${left} between ${type.value(ends[0])} and ${type.value(ends[1])}`

// Not `like`: nothing in the text is a pattern.
const contains = (left: Sql, text: string, type: ValueType) => sql`strpos(${left}, ${type.value(text)}) > 0`
const startsWith = (left: Sql, text: string, type: ValueType) => sql`starts_with(${left}, ${type.value(text)})`
const endsWith = (left: Sql, text: string, type: ValueType) =>
  sql`right(${left}, char_length(${type.value(text)})) = ${type.value(text)}`

const isSet = (left: Sql) => sql`${left} is not null`

const byDay =
  <Value>(compare: (left: Sql, value: Value, clock: Clock) => Sql) =>
  (left: Sql, value: Value, _type: ValueType, clock: Clock) =>
    compare(left, value, clock)

const upTo = (max: number, min = 1) => ({ min, max })

/** Every operator of the format. */
export const operators: Record<OperatorId, Operator> = {
  eq: { takes: "value", compare: eq },
  ne: { complementOf: "eq" },
  in: { takes: "list", compare: isIn },
  nin: { complementOf: "in" },
  gt: { takes: "value", compare: gt },
  gte: { takes: "value", compare: gte },
  lt: { takes: "value", compare: lt },
  lte: { takes: "value", compare: lte },
  between: { takes: "range", compare: between },
  contains: { takes: "value", compare: contains },
  not_contains: { complementOf: "contains" },
  starts_with: { takes: "value", compare: startsWith },
  ends_with: { takes: "value", compare: endsWith },
  before: { takes: "value", compare: byDay(dayComparisons.before) },
  after: { takes: "value", compare: byDay(dayComparisons.after) },
  on: { takes: "value", compare: byDay(dayComparisons.on) },
  in_last: { takes: "days", days: upTo(LIMITS.days), compare: byDay(dayComparisons.in_last) },
  in_next: { takes: "days", days: upTo(LIMITS.days), compare: byDay(dayComparisons.in_next) },
  more_than_ago: { takes: "days", days: upTo(LIMITS.days, 0), compare: byDay(dayComparisons.more_than_ago) },
  anniversary_within: { takes: "days", days: upTo(365, 0), compare: byDay(dayComparisons.anniversary_within) },
  is_set: { takes: "nothing", compare: isSet },
  is_not_set: { complementOf: "is_set" },
}

/** The operator that compares: the one itself, or that of which it is the complement. */
export const positiveOf = (id: OperatorId) => {
  const operator = operators[id]
  const positive = "complementOf" in operator ? operator.complementOf : (id as PositiveId)
  return {
    id: positive,
    isNegative: positive !== id,
    ...(operators[positive] as Exclude<Operator, { complementOf: PositiveId }>),
  }
}

/** Operators whose result changes as days go by, with nothing else changing. */
export const RELATIVE_TO_TODAY: readonly OperatorId[] = ["in_last", "in_next", "more_than_ago", "anniversary_within"]

/** Whether 0 fits, for numbers of which nothing means 0. */
const zeroFits: Partial<Record<PositiveId, (operand: never) => boolean>> = {
  eq: (value: number) => value === 0,
  in: (values: number[]) => values.includes(0),
  gt: (value: number) => 0 > value,
  gte: (value: number) => 0 >= value,
  lt: (value: number) => 0 < value,
  lte: (value: number) => 0 <= value,
  between: ([low, high]: [number, number]) => low <= 0 && 0 <= high,
  is_set: () => true,
}

/** Whether a number of 0 satisfies a positive operator. */
export const fitsZero = (id: PositiveId, operand: unknown): boolean => zeroFits[id]?.(operand as never) ?? false

const PRESENCE: OperatorId[] = ["is_set", "is_not_set"]

/** The operators of each type of value. */
export const operatorsOf = {
  text: ["eq", "ne", "in", "nin", "contains", "not_contains", "starts_with", "ends_with"],
  number: ["eq", "ne", "in", "nin", "gt", "gte", "lt", "lte", "between"],
  boolean: ["eq", "ne"],
  date: ["on", "before", "after", "between", "in_last", "in_next", "more_than_ago", "anniversary_within"],
  choice: ["in", "nin", "eq", "ne"],
} satisfies Record<string, OperatorId[]>

/** The same, for values that somebody may not have. */
export const orMissing = (ids: readonly OperatorId[]): OperatorId[] => [...ids, ...PRESENCE]

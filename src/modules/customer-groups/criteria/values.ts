import { sql, type Sql } from "../sql/sql"
import { isDay, LIMITS } from "./schema"

/** Kinds of things in the shop that a condition names by id or code. The engine looks up whether they exist. */
export const REFERENCE_KINDS = [
  "category",
  "collection",
  "country",
  "currency",
  "group",
  "payment_provider",
  "product",
  "product_tag",
  "product_type",
  "region",
  "sales_channel",
  "shipping_option",
  "sku",
  "variant",
] as const

export type ReferenceKind = (typeof REFERENCE_KINDS)[number]

/** What draws a value in the builder. */
export type Control = "text" | "number" | "money" | "switch" | "date" | "choice" | "picker"

/** What a number counts; its texts are in `units`. */
export type Unit = "orders" | "days" | "items" | "percent" | "rank"

/** What the values of an attribute are: how they are checked, drawn, and written in SQL. */
export interface ValueType {
  type: "text" | "integer" | "number" | "money" | "boolean" | "date" | "choice" | "reference"
  control: Control
  unit?: Unit
  /** Of a choice: what can be chosen; their texts are in `choices`. */
  choices?: readonly string[]
  /** Of a reference: to what. */
  kind?: ReferenceKind
  /** What is wrong with a value, as a predicate (`is not a number`); nothing if it is right. */
  problemOf(value: unknown): string | undefined
  /** Whether the first of two right values comes after the second, for ranges. */
  isAfter(first: unknown, second: unknown): boolean
  /** A column, as it is compared. */
  column(column: Sql): Sql
  /** A value, as it is compared. */
  value(value: unknown): Sql
  /** Several values, as one array. */
  values(values: readonly unknown[]): Sql
}

const isAfter = (first: unknown, second: unknown) => (first as number | string) > (second as number | string)
const asIs = (column: Sql) => column

const textProblem = (value: unknown): string | undefined => {
  if (typeof value !== "string") return "is not a text"
  if (value === "") return "is empty"
  if (value.length > LIMITS.text) return `is longer than ${LIMITS.text} characters`
  return value.includes("\u0000") ? "holds a NUL character" : undefined
}

/** Compared without case; accents count. */
const caseless = {
  column: (column: Sql) => sql`lower(${column})`,
  value: (value: unknown) => sql`lower(${value}::text)`,
  values: (values: readonly unknown[]) => sql`array(select lower(v) from unnest(${values}::text[]) v)`,
}

/** Compared letter by letter: ids and codes. */
const exact = {
  column: asIs,
  value: (value: unknown) => sql`${value}::text`,
  values: (values: readonly unknown[]) => sql`${values}::text[]`,
}

export const text: ValueType = { type: "text", control: "text", problemOf: textProblem, isAfter, ...caseless }

interface NumberLimits {
  min?: number
  max?: number
  unit?: Unit
}

const numberProblem = (value: unknown, { min = 0, max = LIMITS.number }: NumberLimits): string | undefined => {
  if (typeof value !== "number" || !Number.isFinite(value)) return "is not a number"
  if (value < min) return `is less than ${min}`
  return value > max ? `is more than ${max}` : undefined
}

const numeric = {
  isAfter,
  column: asIs,
  value: (value: unknown) => sql`${value}::numeric`,
  values: (values: readonly unknown[]) => sql`${values}::numeric[]`,
}

/** A number, from 0 unless told otherwise. */
export const number = (limits: NumberLimits = {}): ValueType => ({
  type: "number",
  control: "number",
  unit: limits.unit,
  problemOf: (value) => numberProblem(value, limits),
  ...numeric,
})

/** A whole number, from 0 unless told otherwise. */
export const integer = (limits: NumberLimits = {}): ValueType => ({
  ...number(limits),
  type: "integer",
  problemOf: (value) => numberProblem(value, limits) ?? (Number.isInteger(value) ? undefined : "is not a whole number"),
  value: (value) => sql`${value}::bigint`,
  values: (values) => sql`${values}::bigint[]`,
})

/** An amount in the main unit of the condition's currency, as Medusa keeps it. */
export const money: ValueType = { ...number(), type: "money", control: "money" }

export const boolean: ValueType = {
  type: "boolean",
  control: "switch",
  problemOf: (value) => (typeof value === "boolean" ? undefined : "is neither true nor false"),
  isAfter,
  column: asIs,
  value: (value) => sql`${value}::boolean`,
  values: (values) => sql`${values}::boolean[]`,
}

/** A moment, compared by whole days of the store's time zone. A value is a day: `2026-03-31`. */
export const date: ValueType = {
  type: "date",
  control: "date",
  problemOf: (value) => (typeof value === "string" && isDay(value) ? undefined : "is not a day like 2026-03-31"),
  isAfter,
  column: asIs,
  value: (value) => sql`${value}::date`,
  values: (values) => sql`${values}::date[]`,
}

/** One of a few fixed values. */
export const choice = (choices: readonly string[]): ValueType => ({
  type: "choice",
  control: "choice",
  choices,
  problemOf: (value) => (choices.includes(value as string) ? undefined : `is none of ${choices.join(", ")}`),
  isAfter,
  ...exact,
})

/** The id of something in the shop. */
export const reference = (kind: ReferenceKind): ValueType => ({
  type: "reference",
  control: "picker",
  kind,
  problemOf: textProblem,
  isAfter,
  ...exact,
})

/** A country by its ISO code in two letters, as addresses have it, in either case. */
export const country: ValueType = {
  ...reference("country"),
  problemOf: (value) =>
    typeof value === "string" && /^[a-z]{2}$/i.test(value) ? undefined : "is not a country's code of two letters",
  ...caseless,
}

import { z } from "@medusajs/framework/zod"

/** How large criteria may be. */
export const LIMITS = {
  /** Nodes within each other, the root included. */
  depth: 5,
  conditions: 200,
  /** Values of one list. */
  values: 1_000,
  /** Characters of a text that is compared, and of an id. */
  text: 500,
  /** Characters of a name that somebody chooses: a key of metadata, the seed of a sample. */
  name: 100,
  /** Keys of a path into metadata. */
  keys: 5,
  /** Days or months of a window and of "in the last N days". */
  days: 36_500,
  /** The largest number that JavaScript and PostgreSQL read alike. */
  number: Number.MAX_SAFE_INTEGER,
} as const

/** What an operator of a condition can be: Medusa's own eight, and those that customers need beside them. */
export const OPERATOR_IDS = [
  "eq",
  "ne",
  "in",
  "nin",
  "gt",
  "gte",
  "lt",
  "lte",
  "between",
  "contains",
  "not_contains",
  "starts_with",
  "ends_with",
  "before",
  "after",
  "on",
  "in_last",
  "in_next",
  "more_than_ago",
  "anniversary_within",
  "is_set",
  "is_not_set",
] as const

export type OperatorId = (typeof OPERATOR_IDS)[number]

/** Messages of the schemas are predicates: what is wrong stands before them, `"x" is not a day`. */
const isStorable = (text: string) => !text.includes("\u0000")

/** A text that PostgreSQL can hold. Anything else in it is taken literally. */
export const boundedText = (longest: number) =>
  z
    .string({ error: "is not a text" })
    .min(1, { error: "is empty" })
    .max(longest, { error: `is longer than ${longest} characters` })
    .refine(isStorable, { error: "holds a NUL character" })

const FIRST_YEAR = 1000

/** A day that is in the calendar: 31 June is refused, and so is 29 February of a common year. */
export const isDay = (text: string): boolean => {
  const [, year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []).map(Number)
  if (!year || year < FIRST_YEAR || !month || !day) return false
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** A calendar day of the store's time zone: `2026-03-31`. */
export const day = z.string({ error: "is not a day like 2026-03-31" }).refine(isDay, {
  error: "is not a day like 2026-03-31",
})

/** How long a window reaches back. Today and the day that lies `n` units before it are both within. */
const lastWindow = z.strictObject({
  last: z.strictObject(
    {
      n: z
        .number({ error: "is not a whole number from 1" })
        .int({ error: "is not a whole number from 1" })
        .min(1, { error: "is not a whole number from 1" })
        .max(LIMITS.days, { error: `is more than ${LIMITS.days}` }),
      unit: z.enum(["day", "month"], { error: "is neither day nor month" }),
    },
    { error: "is not {n, unit}" },
  ),
})

const datesWindow = z.strictObject({ from: day, to: day }).refine(({ from, to }) => from < to, {
  error: "ends before it begins: `from` is within, `to` is the day after the last",
})

/** The time that a condition looks at: `{last: {n, unit}}`, or `{from, to}` with `from` within and `to` not. */
export const timeWindow = z.union([lastWindow, datesWindow], {
  error: "is not a window: {last: {n, unit}} or {from, to}",
})

export type TimeWindow = z.infer<typeof timeWindow>

/** Names that would reach behind a JavaScript object, where somebody copies what a path points to. */
const UNSAFE_KEYS = ["__proto__", "constructor", "prototype"]

/** Where a value stands in metadata: `["loyalty", "tier"]`. */
export const keyPath = z
  .array(
    boundedText(LIMITS.name).refine((key) => !UNSAFE_KEYS.includes(key), { error: "is not allowed as a key" }),
    { error: "is not a list of keys" },
  )
  .min(1, { error: "names no key" })
  .max(LIMITS.keys, { error: `has more than ${LIMITS.keys} keys` })

const scalar = z.union([boundedText(LIMITS.text), z.number(), z.boolean()])

/** What a condition compares with: one value, a list, or two ends. What exactly, its attribute and operator say. */
export const conditionValue = z.union([scalar, z.array(scalar).min(1).max(LIMITS.values)])

export type ConditionValue = z.infer<typeof conditionValue>

/** One question about a customer. The keys beside these three are parameters, which its attribute names. */
export const condition = z.looseObject({
  attribute: boundedText(LIMITS.name),
  operator: z.enum(OPERATOR_IDS, { error: "is not an operator" }),
  value: conditionValue.optional(),
})

export type Condition = z.infer<typeof condition>

export const NODE_KINDS = ["all", "any", "none"] as const

export type NodeKind = (typeof NODE_KINDS)[number]

/** Conditions and nodes of which all, at least one, or none must hold. */
export type Node = { all: Child[] } | { any: Child[] } | { none: Child[] }

export type Child = Node | Condition

/** The tree that decides who belongs to a group. Its root is a node. */
export type Criteria = Node

const children: z.ZodType<Child[]> = z.lazy(() => z.array(z.union([node, condition])).min(1))

/** The shape of the public format. Use `parseCriteria`: it knows the catalogue, the limits, and names the place. */
export const node: z.ZodType<Node> = z.union([
  z.strictObject({ all: children }),
  z.strictObject({ any: children }),
  z.strictObject({ none: children }),
])

import type { Attribute } from "./attribute"
import type { Condition } from "./schema"

/**
 * What a customer lacks for a condition, as data: `key` names a text of `missing`, `by` is the distance, in the unit (or
 * the currency) of the attribute.
 *
 * - `more`, `fewer`: so much, and it holds; `more_than`, `fewer_than`: a bit beyond that
 * - `nothing_known`: there is no value to compare
 * - `needs`: nothing that could be counted; the condition itself says it
 * - `must_not`: it holds, and should not
 */
export interface Missing {
  key: "more" | "fewer" | "more_than" | "fewer_than" | "nothing_known" | "needs" | "must_not"
  by?: number
}

const COUNTABLE = ["integer", "number", "money"]

/** Decimals that a distance keeps: more than any currency has, fewer than a float gets wrong. */
const DECIMALS = 6

/** What is missing of a condition whose result is not the wanted one. */
export function missingOf(
  condition: Condition,
  { value: type }: Attribute,
  found: unknown,
  isWanted: boolean,
): Missing {
  if (!isWanted) return { key: "must_not" }
  if (!COUNTABLE.includes(type.type)) return { key: "needs" }
  if (found === null || found === undefined) return { key: "nothing_known" }
  if (Array.isArray(found)) return { key: "needs" }
  return (
    distances[condition.operator]?.(condition.value as never, Number(found), type.type === "integer") ?? {
      key: "needs",
    }
  )
}

const rounded = (by: number) => Number(by.toFixed(DECIMALS))
const more = (by: number): Missing => ({ key: "more", by: rounded(by) })
const fewer = (by: number): Missing => ({ key: "fewer", by: rounded(by) })
const towards = (value: number, found: number) => (found < value ? more(value - found) : fewer(found - value))

type Distance<Value> = (value: Value, found: number, isWhole: boolean) => Missing

/** How far a number is from holding, by operator. Of whole numbers "more than 3" begins at 4. */
const distances: Partial<Record<Condition["operator"], Distance<never>>> = {
  eq: towards satisfies Distance<number>,
  gte: (value: number, found) => more(value - found),
  gt: (value: number, found, isWhole) =>
    isWhole ? more(value + 1 - found) : { key: "more_than", by: rounded(value - found) },
  lte: (value: number, found) => fewer(found - value),
  lt: (value: number, found, isWhole) =>
    isWhole ? fewer(found - value + 1) : { key: "fewer_than", by: rounded(found - value) },
  between: ([low, high]: [number, number], found) => towards(found < low ? low : high, found),
  in: (values: number[], found) =>
    towards(
      values.reduce((best, value) => (Math.abs(value - found) < Math.abs(best - found) ? value : best)),
      found,
    ),
}

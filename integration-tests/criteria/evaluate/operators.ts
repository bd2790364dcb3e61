import type { OperatorId } from "../../../src/modules/customer-groups/criteria"
import { daysToAnniversary, type Day } from "./calendar"
import { compareValues, type Value } from "./value"

/** Whether one value that a customer has is what was asked for. `wanted` has one value, a list, or two ends. */
type Test = (found: Value, wanted: Value[], today: Day) => boolean

const order = (found: Value, [wanted]: Value[]) => compareValues(found, wanted!)

/** For operators that count days: how many, and from which day. */
const days =
  (fits: (found: Day, count: number, today: Day) => boolean): Test =>
  (found, [count], today) =>
    fits(found as Day, count as number, today)

const text =
  (fits: (found: string, wanted: string) => boolean): Test =>
  (found, [wanted]) =>
    fits(found as string, wanted as string)

const tests = {
  eq: (found, wanted) => order(found, wanted) === 0,
  in: (found, wanted) => wanted.some((each) => compareValues(found, each) === 0),
  gt: (found, wanted) => order(found, wanted) > 0,
  gte: (found, wanted) => order(found, wanted) >= 0,
  lt: (found, wanted) => order(found, wanted) < 0,
  lte: (found, wanted) => order(found, wanted) <= 0,
  between: (found, [low, high]) => compareValues(found, low!) >= 0 && compareValues(found, high!) <= 0,
  contains: text((found, wanted) => found.includes(wanted)),
  starts_with: text((found, wanted) => found.startsWith(wanted)),
  ends_with: text((found, wanted) => found.endsWith(wanted)),
  before: (found, wanted) => order(found, wanted) < 0,
  after: (found, wanted) => order(found, wanted) > 0,
  on: (found, wanted) => order(found, wanted) === 0,
  in_last: days((found, count, today) => today - count <= found && found <= today),
  in_next: days((found, count, today) => today <= found && found <= today + count),
  more_than_ago: days((found, count, today) => found < today - count),
  anniversary_within: days((found, count, today) => daysToAnniversary(found, today) <= count),
  is_set: () => true,
} satisfies Partial<Record<OperatorId, Test>>

const complements = { ne: "eq", nin: "in", not_contains: "contains", is_not_set: "is_set" } as const

/** Whether any of the values is what was asked for; of a negative operator, whether none is. */
export const holds = (operator: OperatorId, found: Value[], wanted: Value[], today: Day): boolean =>
  operator in complements
    ? !holds(complements[operator as keyof typeof complements], found, wanted, today)
    : found.some((each) => tests[operator as keyof typeof tests](each, wanted, today))

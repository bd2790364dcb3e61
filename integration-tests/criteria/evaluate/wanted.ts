import { findAttribute, type Condition } from "../../../src/modules/customer-groups/criteria"
import { parseDay } from "./calendar"
import { Fraction } from "./fraction"
import { lower, type Value } from "./value"

const COUNTS_DAYS = ["in_last", "in_next", "more_than_ago", "anniversary_within"]

/** What a condition asks for, in the form in which customers have it. */
export const wantedBy = ({ attribute, operator, value }: Condition): Value[] => {
  const given = value === undefined ? [] : Array.isArray(value) ? value : [value]
  if (COUNTS_DAYS.includes(operator)) return given
  const { type, kind } = findAttribute(attribute)!.value
  if (type === "date") return given.map((day) => parseDay(String(day)))
  if (type === "text" || kind === "country") return given.map((text) => lower(String(text)))
  return given.map((each) => (typeof each === "number" ? Fraction.of(each) : each))
}

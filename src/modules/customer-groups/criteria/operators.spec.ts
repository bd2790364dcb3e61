import { sql } from "../sql/sql"
import { Clock } from "./dates"
import { fitsZero, operators, positiveOf } from "./operators"
import { OPERATOR_IDS, type OperatorId } from "./schema"
import * as values from "./values"

const clock = new Clock({ now: new Date("2026-03-15T11:00:00Z"), timeZone: "Europe/Berlin" })
const text = values.text
const whole = values.integer()

const compiled: [OperatorId, unknown, values.ValueType, string, unknown[]][] = [
  ["eq", 3, whole, "x = ?::bigint", [3]],
  ["eq", "A", text, "lower(x) = lower(?::text)", ["A"]],
  ["eq", true, values.boolean, "x", []],
  ["eq", false, values.boolean, "not (x)", []],
  ["in", [1, 2], whole, "x = any(?::bigint[])", [[1, 2]]],
  ["gt", 3, whole, "x > ?::bigint", [3]],
  ["gte", 2.5, values.money, "x >= ?::numeric", [2.5]],
  ["lt", 3, whole, "x < ?::bigint", [3]],
  ["lte", 3, whole, "x <= ?::bigint", [3]],
  ["between", [1, 5], whole, "x between ?::bigint and ?::bigint", [1, 5]],
  ["contains", "100%", text, "strpos(lower(x), lower(?::text)) > 0", ["100%"]],
  ["starts_with", "a", text, "starts_with(lower(x), lower(?::text))", ["a"]],
  ["ends_with", "a", text, "right(lower(x), char_length(lower(?::text))) = lower(?::text)", ["a", "a"]],
  ["is_set", undefined, whole, "x is not null", []],
]

describe("operators", () => {
  it.each(compiled)("%s %j", (id, operand, type, expected, expectedValues) => {
    const { compare } = positiveOf(id)
    const { text, values } = compare(type.column(sql`x`), operand as never, type, clock)
    expect({ text, values }).toEqual({ text: expected, values: expectedValues })
  })

  it.each([
    ["on", "2026-03-01"],
    ["before", "2026-03-01"],
    ["after", "2026-03-01"],
    ["between", ["2026-03-01", "2026-03-02"]],
    ["in_last", 3],
    ["in_next", 3],
    ["more_than_ago", 3],
  ] as [OperatorId, unknown][])("%s compares the bare column with bounds in the store's zone", (id, operand) => {
    const { text, values: given } = positiveOf(id).compare(sql`x`, operand as never, values.date, clock)
    expect(text).toMatch(/^x (<|>=) /)
    expect(text).not.toMatch(/\(x\b/)
    expect(given).toContain("Europe/Berlin")
  })

  it("are all there", () => {
    expect(Object.keys(operators)).toEqual([...OPERATOR_IDS])
  })

  it.each([
    ["ne", "eq"],
    ["nin", "in"],
    ["not_contains", "contains"],
    ["is_not_set", "is_set"],
  ] as [OperatorId, OperatorId][])("%s is the complement of %s", (negative, positive) => {
    expect(positiveOf(negative)).toMatchObject({ id: positive, isNegative: true })
    expect(positiveOf(positive)).toMatchObject({ id: positive, isNegative: false })
  })

  it.each([
    ["eq", 0, true],
    ["eq", 1, false],
    ["in", [0, 1], true],
    ["in", [1], false],
    ["gt", 0, false],
    ["gte", 0, true],
    ["lt", 1, true],
    ["lt", 0, false],
    ["lte", 0, true],
    ["between", [0, 5], true],
    ["between", [1, 5], false],
  ] as const)("%s %j fits zero: %s", (id, operand, fits) => {
    expect(fitsZero(id, operand)).toBe(fits)
  })
})

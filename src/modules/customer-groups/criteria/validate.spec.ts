import { CriteriaError } from "./errors"
import { criteriaSchema, parseCriteria, problemsOf } from "."

/**
 * All that criteria can be refused for stands in one list, a case to a line or a few: long, so that what is missing is seen.
 */

const orders = (more: object = {}) => ({ attribute: "order_count", operator: "gte", value: 3, ...more })
const spent = (more: object = {}) => ({
  attribute: "total_spent",
  operator: "gt",
  value: 1000,
  currency_code: "eur",
  ...more,
})
const all = (...children: unknown[]) => ({ all: children })
const deep = (levels: number): unknown => (levels === 1 ? all(orders()) : { any: [deep(levels - 1)] })

const errorOf = (given: unknown): CriteriaError => {
  try {
    parseCriteria(given)
  } catch (error) {
    return error as CriteriaError
  }
  throw new Error("It was accepted")
}

const refused: [string, unknown, string, string | RegExp][] = [
  ["nothing", undefined, "criteria", "nothing is not a node"],
  ["a text", "all", "criteria", '"all" is not a node'],
  ["a list", [], "criteria", "is not a node"],
  ["a condition as root", orders(), "criteria", "exactly one of the keys all, any, none"],
  ["a node with two keys", { all: [orders()], any: [orders()] }, "criteria", "exactly one"],
  ["an unknown key of a node", { some: [orders()] }, "criteria", "exactly one"],
  ["__proto__ as the key of a node", JSON.parse('{"__proto__": []}'), "criteria", "exactly one"],
  ["an empty node", { all: [] }, "criteria.all", "empty node"],
  ["an empty node within", all({ any: [] }), "criteria.all[0].any", "empty node"],
  ["a node that is no list", { all: orders() }, "criteria.all", "is not a list"],
  ["a child that is null", all(null), "criteria.all[0]", "null is neither a condition nor a node"],
  ["depth 6", deep(6), "criteria.any[0].any[0].any[0].any[0].any[0]", "up to 5 levels"],
  ["201 conditions", { all: Array.from({ length: 201 }, () => orders()) }, "criteria.all", "201 are too many"],
  [
    "201 conditions in two nodes",
    all(all(...Array(101).fill(orders())), all(...Array(100).fill(orders()))),
    "criteria",
    "201 conditions are too many",
  ],

  ["an unknown attribute", all(orders({ attribute: "shoe_size" })), "criteria.all[0].attribute", '"shoe_size" is not'],
  [
    "toString as an attribute",
    all(orders({ attribute: "toString" })),
    "criteria.all[0].attribute",
    "is not an attribute",
  ],
  ["an attribute that is no text", all(orders({ attribute: 7 })), "criteria.all[0].attribute", "7 is not an attribute"],
  ["an unknown operator", all(orders({ operator: "like" })), "criteria.all[0].operator", '"like" is not an operator'],
  ["no operator", all(orders({ operator: undefined })), "criteria.all[0].operator", "nothing is not an operator"],
  [
    "an operator that the attribute has not",
    all(orders({ operator: "contains" })),
    "criteria.all[0].operator",
    /of order_count. It has eq, ne/,
  ],
  [
    "an unknown parameter",
    all(orders({ currency_code: "eur" })),
    "criteria.all[0].currency_code",
    "not a parameter of order_count",
  ],
  [
    "__proto__ as a parameter",
    all(JSON.parse('{"attribute":"order_count","operator":"eq","value":1,"__proto__":1}')),
    "criteria.all[0].__proto__",
    "not a parameter",
  ],
  [
    "a required parameter that is missing",
    all(spent({ currency_code: undefined })),
    "criteria.all[0].currency_code",
    "is missing (total_spent)",
  ],

  [
    "a text for a number",
    all(orders({ value: "abc" })),
    "criteria.all[0].value",
    '"abc" is not a number (order_count)',
  ],
  ["a number in a text", all(orders({ value: "3" })), "criteria.all[0].value", '"3" is not a number'],
  ["NaN", all(orders({ value: NaN })), "criteria.all[0].value", "NaN is not a number"],
  ["infinity", all(orders({ value: -Infinity })), "criteria.all[0].value", "-Infinity is not a number"],
  ["10^400", all(orders({ value: JSON.parse("1e400") })), "criteria.all[0].value", "Infinity is not a number"],
  ["10^300", all(spent({ value: 1e300 })), "criteria.all[0].value", "is more than"],
  ["a negative count", all(orders({ value: -1 })), "criteria.all[0].value", "is less than 0"],
  ["half an order", all(orders({ value: 2.5 })), "criteria.all[0].value", "2.5 is not a whole number"],
  ["null", all(orders({ value: null })), "criteria.all[0].value", "null is not a number"],
  ["no value", all(orders({ value: undefined })), "criteria.all[0].value", "nothing is not a number"],
  ["a list for one value", all(orders({ value: [3] })), "criteria.all[0].value", "[3] is not a number"],
  [
    "an object for a text",
    all({ attribute: "email", operator: "eq", value: {} }),
    "criteria.all[0].value",
    "is not a text",
  ],
  ["an empty text", all({ attribute: "email", operator: "eq", value: "" }), "criteria.all[0].value", '"" is empty'],
  [
    "a text that is too long",
    all({ attribute: "email", operator: "eq", value: "a".repeat(501) }),
    "criteria.all[0].value",
    "longer than 500",
  ],
  ["NUL", all({ attribute: "email", operator: "contains", value: "a\u0000b" }), "criteria.all[0].value", "NUL"],
  [
    "yes for true",
    all({ attribute: "has_account", operator: "eq", value: "yes" }),
    "criteria.all[0].value",
    "neither true nor false",
  ],
  [
    "an unknown choice",
    all({ attribute: "order_status", operator: "in", value: ["pending", "canceled"] }),
    "criteria.all[0].value[1]",
    "is none of",
  ],
  [
    "a value where there is none",
    all({ attribute: "email", operator: "is_set", value: true }),
    "criteria.all[0].value",
    "takes no value",
  ],
  [
    "a country by name",
    all({ attribute: "country", operator: "in", value: ["Germany"] }),
    "criteria.all[0].value[0]",
    "two letters",
  ],

  ["an empty list", all({ attribute: "email", operator: "in", value: [] }), "criteria.all[0].value", "empty list"],
  [
    "one value for a list",
    all({ attribute: "email", operator: "in", value: "a" }),
    "criteria.all[0].value",
    "is not a list",
  ],
  [
    "1,001 values",
    all({ attribute: "email", operator: "in", value: Array(1001).fill("a") }),
    "criteria.all[0].value",
    "1001 values",
  ],
  [
    "a wrong value in a list",
    all({ attribute: "email", operator: "in", value: ["a", 7] }),
    "criteria.all[0].value[1]",
    "7 is not a text",
  ],
  ["between with one end", all(orders({ operator: "between", value: [1] })), "criteria.all[0].value", "not two ends"],
  [
    "between with three ends",
    all(orders({ operator: "between", value: [1, 2, 3] })),
    "criteria.all[0].value",
    "not two ends",
  ],
  [
    "between with swapped ends",
    all(orders({ operator: "between", value: [5, 1] })),
    "criteria.all[0].value",
    "ends before it begins",
  ],
  [
    "between with a text",
    all(orders({ operator: "between", value: [1, "x"] })),
    "criteria.all[0].value[1]",
    '"x" is not a number',
  ],
  [
    "swapped dates",
    all({ attribute: "created_at", operator: "between", value: ["2026-02-02", "2026-02-01"] }),
    "criteria.all[0].value",
    "ends before",
  ],

  [
    "an impossible date",
    all({ attribute: "created_at", operator: "on", value: "2026-02-30" }),
    "criteria.all[0].value",
    "is not a day",
  ],
  [
    "29 February of a common year",
    all({ attribute: "created_at", operator: "on", value: "2026-02-29" }),
    "criteria.all[0].value",
    "is not a day",
  ],
  [
    "a month 13",
    all({ attribute: "created_at", operator: "on", value: "2026-13-01" }),
    "criteria.all[0].value",
    "is not a day",
  ],
  [
    "a moment for a day",
    all({ attribute: "created_at", operator: "on", value: "2026-01-01T00:00:00Z" }),
    "criteria.all[0].value",
    "is not a day",
  ],
  [
    "negative days",
    all({ attribute: "created_at", operator: "in_last", value: -3 }),
    "criteria.all[0].value",
    "whole number of days",
  ],
  [
    "anniversary in two years",
    all({ attribute: "created_at", operator: "anniversary_within", value: 700 }),
    "criteria.all[0].value",
    "from 0 to 365",
  ],

  [
    "a negative window",
    all(orders({ window: { last: { n: -1, unit: "day" } } })),
    "criteria.all[0].window.last.n",
    "-1 is not a whole number from 1 (order_count)",
  ],
  [
    "a window in weeks",
    all(orders({ window: { last: { n: 1, unit: "week" } } })),
    "criteria.all[0].window.last.unit",
    "neither day nor month",
  ],
  [
    "a window without end",
    all(orders({ window: { from: "2026-01-01" } })),
    "criteria.all[0].window.to",
    "is not a day",
  ],
  [
    "a window that ends first",
    all(orders({ window: { from: "2026-01-02", to: "2026-01-02" } })),
    "criteria.all[0].window",
    "ends before it begins",
  ],
  [
    "a window of an impossible day",
    all(orders({ window: { from: "2026-02-30", to: "2026-03-02" } })),
    "criteria.all[0].window.from",
    "is not a day",
  ],
  ["a window that is a number", all(orders({ window: 30 })), "criteria.all[0].window", "30 is not a window"],
  ["an empty window", all(orders({ window: {} })), "criteria.all[0].window", "is not a window"],
  [
    "a window of two kinds",
    all(orders({ window: { last: { n: 1, unit: "day" }, from: "2026-01-01" } })),
    "criteria.all[0].window",
    "is not a window",
  ],
  ["a currency by name", all(spent({ currency_code: "Euro" })), "criteria.all[0].currency_code", "three small letters"],
  ["an unknown amount", all(spent({ amount: "net" })), "criteria.all[0].amount", '"net" is none of total, paid'],

  [
    "__proto__ in a path",
    all({ attribute: "metadata_text", operator: "is_set", key_path: ["a", "__proto__"] }),
    "criteria.all[0].key_path[1]",
    "is not allowed as a key",
  ],
  [
    "an empty path",
    all({ attribute: "metadata_text", operator: "is_set", key_path: [] }),
    "criteria.all[0].key_path",
    "names no key",
  ],
  [
    "a path that is a text",
    all({ attribute: "metadata_text", operator: "is_set", key_path: "a.b" }),
    "criteria.all[0].key_path",
    "is not a list of keys",
  ],
  [
    "NUL in a path",
    all({ attribute: "metadata_text", operator: "is_set", key_path: ["a\u0000"] }),
    "criteria.all[0].key_path[0]",
    "NUL",
  ],
  [
    "a sample of 101 %",
    all({ attribute: "sample", operator: "lt", value: 101, seed: "a" }),
    "criteria.all[0].value",
    "is more than 100",
  ],
  [
    "items of no kind",
    all({ attribute: "purchased_quantity", operator: "gt", value: 1, items: ["a"] }),
    "criteria.all[0].of",
    "is missing",
  ],
  [
    "the place within nested nodes",
    { all: [orders(), { any: [orders(), orders({ value: "abc" })] }] },
    "criteria.all[1].any[1].value",
    "is not a number",
  ],
]

describe("criteria are refused", () => {
  it.each(refused)("%s", (_name, given, path, problem) => {
    const error = errorOf(given)
    expect(error).toBeInstanceOf(CriteriaError)
    expect(error.path).toBe(path)
    expect(error.message).toMatch(
      problem instanceof RegExp ? problem : new RegExp(problem.replace(/[[\]().]/g, "\\$&")),
    )
  })

  it("says the place, the value and the attribute in one sentence", () => {
    expect(errorOf({ all: [orders({ value: "abc" })] }).message).toBe(
      'criteria.all[0].value: "abc" is not a number (order_count)',
    )
  })

  it("shortens a long value", () => {
    expect(errorOf(all(orders({ value: "x".repeat(10_000) }))).message.length).toBeLessThan(150)
  })

  it("survives a tree that is nested a million times", () => {
    let tree: unknown = orders()
    for (let level = 0; level < 1_000_000; level++) tree = { all: [tree] }
    expect(errorOf(tree).message).toMatch("nested too deep")
  })
})

const accepted: [string, unknown][] = [
  ["the smallest criteria", all(orders())],
  ["five levels", deep(5)],
  ["200 conditions", { all: Array.from({ length: 200 }, () => orders()) }],
  ["1,000 values", all({ attribute: "email", operator: "in", value: Array(1000).fill("a") })],
  ["a text with quotes", all({ attribute: "last_name", operator: "eq", value: `'; drop table customer; --"` })],
  ["a text like a pattern", all({ attribute: "email", operator: "contains", value: "^(a+)+$ 100%_\\" })],
  ["an emoji", all({ attribute: "first_name", operator: "eq", value: "👩‍👩‍👧" })],
  ["29 February of a leap year", all({ attribute: "created_at", operator: "on", value: "2024-02-29" })],
  ["between with equal ends", all(orders({ operator: "between", value: [3, 3] }))],
  ["a window of dates", all(orders({ window: { from: "2026-01-01", to: "2026-02-01" } }))],
  ["a window of months", all(spent({ window: { last: { n: 12, unit: "month" } }, amount: "paid" }))],
]

describe("criteria are accepted", () => {
  it.each(accepted)("%s", (_name, given) => {
    expect(parseCriteria(given)).toEqual(given)
    expect(criteriaSchema.safeParse(given).success).toBe(true)
  })

  it("as data of their own", () => {
    const given = all(orders({ window: { last: { n: 1, unit: "day" } } }))
    const parsed = parseCriteria(given)
    given.all.push(orders())
    expect(parsed).toEqual(all(orders({ window: { last: { n: 1, unit: "day" } } })))
  })
})

describe("problemsOf", () => {
  it("names every condition that is wrong", () => {
    const given = all(orders({ value: "x" }), orders(), { any: [spent({ operator: "on" }), { all: [] }] })
    expect(problemsOf(given).map(({ path }) => path)).toEqual([
      "criteria.all[0].value",
      "criteria.all[2].any[0].operator",
      "criteria.all[2].any[1].all",
    ])
  })

  it("has nothing to say of right criteria", () => {
    expect(problemsOf(all(orders()))).toEqual([])
  })
})

import { describeMissing, explain, type ExplainedCondition } from "./explain"
import { parseCriteria } from "./validate"

const eur = { currency_code: "eur" }
const account = { attribute: "has_account", operator: "eq", value: true }
const orders = { attribute: "order_count", operator: "gte", value: 3 }

const missingOf = (condition: object, found: unknown, holds = false) => {
  const tree = explain(parseCriteria({ all: [condition] }), [{ path: "criteria.all[0]", holds, found }])
  return tree.children[0] as ExplainedCondition
}

const lacks: [object, unknown, object, string][] = [
  [orders, 1, { key: "more", by: 2 }, "2 orders more"],
  [{ ...orders, operator: "gt" }, 3, { key: "more", by: 1 }, "1 order more"],
  [{ ...orders, operator: "lt" }, 3, { key: "fewer", by: 1 }, "1 order fewer"],
  [{ ...orders, operator: "lte" }, 5, { key: "fewer", by: 2 }, "2 orders fewer"],
  [{ ...orders, operator: "eq" }, 5, { key: "fewer", by: 2 }, "2 orders fewer"],
  [{ ...orders, operator: "between", value: [2, 4] }, 7, { key: "fewer", by: 3 }, "3 orders fewer"],
  [{ ...orders, operator: "in", value: [1, 9] }, 6, { key: "more", by: 3 }, "3 orders more"],
  [{ attribute: "total_spent", operator: "gte", value: 100, ...eur }, "99.90", { key: "more", by: 0.1 }, "€0.10 more"],
  [
    { attribute: "total_spent", operator: "gt", value: 100, ...eur },
    40,
    { key: "more_than", by: 60 },
    "more than €60 more",
  ],
  [
    { attribute: "average_order_value", operator: "gt", value: 100, ...eur },
    null,
    { key: "nothing_known" },
    "nothing is known",
  ],
  [{ attribute: "country", operator: "in", value: ["de"] }, ["fr"], { key: "needs" }, "needs: country is Germany"],
  [{ ...orders, operator: "ne" }, 3, { key: "needs" }, "needs: has placed not exactly 3 orders"],
]

describe("explain", () => {
  it.each(lacks)("%j, found %j", (condition, found, missing, words) => {
    const explained = missingOf(condition, found)
    expect(explained).toMatchObject({ holds: false, isWanted: true, found, missing })
    expect(describeMissing(explained, { locale: "en" })).toBe(words)
  })

  it("misses nothing where a condition holds", () => {
    expect(missingOf(orders, 5, true)).not.toHaveProperty("missing")
  })

  it("works out nodes from their conditions, and says what must not be within none", () => {
    const criteria = parseCriteria({ all: [account, { none: [orders] }, { any: [orders, account] }] })
    const results = [
      { path: "criteria.all[0]", holds: true, found: true },
      { path: "criteria.all[1].none[0]", holds: true, found: 4 },
      { path: "criteria.all[2].any[0]", holds: true, found: 4 },
      { path: "criteria.all[2].any[1]", holds: true, found: true },
    ]
    const tree = explain(criteria, results)
    expect(tree.holds).toBe(false)
    expect(tree.children.map(({ holds }) => holds)).toEqual([true, false, true])
    expect(tree.children[1]).toMatchObject({ children: [{ isWanted: false, missing: { key: "must_not" } }] })
  })

  it("does not make up a result that is not there", () => {
    expect(() => explain(parseCriteria({ all: [account] }), [])).toThrow("No result for criteria.all[0]")
  })
})

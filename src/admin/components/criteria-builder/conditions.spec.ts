import { describeAttributes } from "../../../modules/customer-groups/criteria"
import type { AdminCriteriaAttribute } from "../../../types"
import { isComplete, missingOf } from "./completeness"
import { newCondition, withOperator } from "./new-condition"

const catalogue = describeAttributes("en") as AdminCriteriaAttribute[]
const attribute = (id: string) => catalogue.find((each) => each.id === id)!

describe("a new condition", () => {
  it.each([
    ["total_spent", { attribute: "total_spent", operator: "gte", currency_code: "eur", amount: "total" }],
    ["country", { attribute: "country", operator: "in", value: [], address: "any" }],
    ["has_account", { attribute: "has_account", operator: "eq", value: true }],
    ["created_at", { attribute: "created_at", operator: "in_last" }],
  ])("on %s begins with what is meant mostly", (id, expected) => {
    expect(newCondition(attribute(id), "eur")).toEqual(expected)
  })

  it.each(catalogue.map(({ id }) => id))("on %s says what it needs, unless it has two values only", (id) => {
    const { value, parameters } = attribute(id)
    const needsNothing = value.control === "switch" && !parameters.some(({ control }) => control === "keys")
    expect(isComplete(newCondition(attribute(id), "eur"), attribute(id))).toBe(needsNothing)
  })
})

describe("a condition", () => {
  it("needs its value and the parameters that have to be given", () => {
    expect(missingOf({ attribute: "total_spent", operator: "gte" }, attribute("total_spent"))).toEqual([
      "currency_code",
      "value",
    ])
    expect(
      missingOf(
        { attribute: "total_spent", operator: "gte", value: 0, currency_code: "eur" },
        attribute("total_spent"),
      ),
    ).toEqual([])
  })

  it("needs both ends of a range, one of a list, and no value where none is taken", () => {
    const orders = (operator: string, value?: unknown) =>
      missingOf({ attribute: "order_count", operator, value }, attribute("order_count"))
    expect(orders("between", [1, undefined])).toEqual(["value"])
    expect(orders("between", [0, 3])).toEqual([])
    expect(orders("in", [])).toEqual(["value"])
    expect(missingOf({ attribute: "phone", operator: "is_set" }, attribute("phone"))).toEqual([])
  })

  it("whose attribute is gone cannot be counted", () => {
    expect(isComplete({ attribute: "gone", operator: "eq", value: 1 }, undefined)).toBe(false)
  })
})

describe("another operator", () => {
  const change = (id: string, operator: string, value: unknown, to: string) =>
    withOperator({ attribute: id, operator, value }, attribute(id), to).value

  it("keeps the value where it fits still", () => {
    expect(change("order_count", "gte", 3, "lt")).toBe(3)
    expect(change("order_count", "eq", 3, "in")).toEqual([3])
    expect(change("country", "in", ["de", "fr"], "eq")).toBe("de")
  })

  it("begins anew where it does not", () => {
    expect(change("order_count", "gte", 3, "between")).toBeUndefined()
    expect(change("created_at", "in_last", 30, "on")).toBeUndefined()
    expect(change("phone", "eq", "1", "is_set")).toBeUndefined()
  })
})

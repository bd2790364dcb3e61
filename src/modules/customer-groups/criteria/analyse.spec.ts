import { analyse } from "./analyse"
import { keyOf } from "./hash"
import { referencesOf } from "./references"
import { parseCriteria } from "./validate"

const account = { attribute: "has_account", operator: "eq", value: true }
const inGroups = { attribute: "member_of_group", operator: "nin", value: ["cusgroup_1", "cusgroup_2"] }
const spent = {
  attribute: "purchased_total",
  operator: "gt",
  value: 1,
  of: "category",
  items: ["pcat_1"],
  currency_code: "eur",
}

describe("analyse", () => {
  it("tells what criteria look at", () => {
    expect(analyse(parseCriteria({ all: [account, { none: [inGroups, spent, account] }] }))).toEqual({
      attributes: ["has_account", "member_of_group", "purchased_total"],
      dataKinds: ["profile", "groups", "orders", "purchases"],
      groupIds: ["cusgroup_1", "cusgroup_2"],
      currencyCodes: ["eur"],
      dependsOnTime: false,
      isRanked: false,
    })
  })

  it.each([
    [{ attribute: "order_count", operator: "gt", value: 1, window: { last: { n: 1, unit: "day" } } }, true],
    [{ attribute: "order_count", operator: "gt", value: 1, window: { from: "2026-01-01", to: "2026-02-01" } }, false],
    [{ attribute: "created_at", operator: "more_than_ago", value: 3 }, true],
    [{ attribute: "created_at", operator: "before", value: "2026-01-01" }, false],
    [{ attribute: "days_since_last_order", operator: "gt", value: 3 }, true],
    [{ attribute: "open_cart_age", operator: "gt", value: 3 }, true],
  ])("%j depends on time: %s", (condition, dependsOnTime) => {
    expect(analyse(parseCriteria({ all: [condition] })).dependsOnTime).toBe(dependsOnTime)
  })

  it("tells that ranks depend on everybody", () => {
    const rank = { attribute: "spend_rank", operator: "lte", value: 100, currency_code: "eur" }
    expect(analyse(parseCriteria({ any: [account, rank] })).isRanked).toBe(true)
  })
})

describe("referencesOf", () => {
  it("lists what the database has to know, with its place", () => {
    expect(referencesOf(parseCriteria({ all: [account, { any: [inGroups, spent] }] }))).toEqual([
      { path: "criteria.all[1].any[0].value[0]", kind: "group", id: "cusgroup_1" },
      { path: "criteria.all[1].any[0].value[1]", kind: "group", id: "cusgroup_2" },
      { path: "criteria.all[1].any[1].items[0]", kind: "category", id: "pcat_1" },
      { path: "criteria.all[1].any[1].currency_code", kind: "currency", id: "eur" },
    ])
  })
})

describe("keyOf", () => {
  it("is the same for the same condition, however it was written", () => {
    const written = { value: true, operator: "eq", attribute: "has_account", window: undefined } as never
    expect(keyOf(written)).toBe(keyOf(account as never))
  })

  it("is another for another order of a list, another value, another type", () => {
    const keys = [1, "1", [1], ["1"], [1, 2], [2, 1], true].map((value) => keyOf({ ...account, value } as never))
    expect(new Set(keys).size).toBe(7)
  })
})

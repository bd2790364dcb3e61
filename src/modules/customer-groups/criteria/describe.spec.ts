import { describe as inWords } from "./describe"
import { parseCriteria } from "./validate"

const names: Record<string, string> = { cusgroup_1: "VIP", prod_1: "Shirt", prod_2: "Hat", prod_3: "Boot" }
const said = (condition: unknown, locale: string) =>
  inWords(parseCriteria({ all: [condition] }), { locale, nameOf: (_kind, id) => names[id] }).replace(/\u00a0/g, " ")

const last90 = { window: { last: { n: 90, unit: "day" } } }
const eur = { currency_code: "eur" }

const sentences: [object, string, string][] = [
  [
    { attribute: "order_count", operator: "gte", value: 3, ...last90 },
    "has placed at least 3 orders in the last 90 days",
    "hat in den letzten 90 Tagen mindestens 3 Bestellungen aufgegeben",
  ],
  [
    { attribute: "order_count", operator: "eq", value: 1 },
    "has placed exactly 1 order",
    "hat genau 1 Bestellung aufgegeben",
  ],
  [
    { attribute: "total_spent", operator: "gt", value: 1000, ...eur },
    "has spent more than €1,000",
    "hat mehr als 1.000 € ausgegeben",
  ],
  [
    {
      attribute: "total_spent",
      operator: "between",
      value: [10, 99.5],
      amount: "paid",
      window: { last: { n: 1, unit: "month" } },
      ...eur,
    },
    "has spent between €10 and €99.50 in payments in the last month",
    "hat im letzten Monat zwischen 10 € und 99,50 € an Zahlungen ausgegeben",
  ],
  [
    { attribute: "order_count", operator: "lt", value: 2, window: { from: "2026-01-01", to: "2026-02-01" } },
    "has placed less than 2 orders from Jan 1, 2026 to Jan 31, 2026",
    "hat vom 01.01.2026 bis 31.01.2026 weniger als 2 Bestellungen aufgegeben",
  ],
  [
    { attribute: "country", operator: "in", value: ["de", "fr"] },
    "country is Germany or France",
    "Land ist Deutschland oder Frankreich",
  ],
  [
    { attribute: "country", operator: "nin", value: ["de", "fr"] },
    "country is neither Germany nor France",
    "Land ist weder Deutschland noch Frankreich",
  ],
  [
    { attribute: "country", operator: "ne", value: "de", address: "default_shipping" },
    "country of the default shipping address is not Germany",
    "Land der Standard-Lieferadresse ist nicht Deutschland",
  ],
  [{ attribute: "city", operator: "is_not_set" }, "City is not known", "Ort ist nicht bekannt"],
  [{ attribute: "email", operator: "ends_with", value: "  x" }, "email ends with “  x”", "E-Mail endet mit „  x“"],
  [{ attribute: "has_account", operator: "eq", value: false }, "has no account", "hat kein Konto"],
  [{ attribute: "has_account", operator: "ne", value: true }, "not: has an account", "nicht: hat ein Konto"],
  [
    { attribute: "purchased_product", operator: "nin", value: ["prod_1", "prod_2", "prod_3"], ...last90 },
    "has bought neither Shirt, Hat nor Boot in the last 90 days",
    "hat in den letzten 90 Tagen weder Shirt, Hat noch Boot gekauft",
  ],
  [
    { attribute: "purchased_quantity", operator: "gte", value: 2, of: "product", items: ["prod_1", "prod_2"] },
    "has bought at least 2 items of Shirt or Hat",
    "hat mindestens 2 Stück von Shirt oder Hat gekauft",
  ],
  [
    { attribute: "purchased_product", operator: "nin", value: ["prod_1"] },
    "has not bought Shirt",
    "hat nicht Shirt gekauft",
  ],
  [{ attribute: "member_of_group", operator: "nin", value: ["cusgroup_1"] }, "is not in VIP", "ist nicht in VIP"],
  [
    { attribute: "order_count", operator: "nin", value: [3, 10] },
    "has placed neither 3 orders nor 10 orders",
    "hat weder 3 Bestellungen noch 10 Bestellungen aufgegeben",
  ],
  [
    { attribute: "order_count", operator: "nin", value: [3] },
    "has placed not exactly 3 orders",
    "hat nicht genau 3 Bestellungen aufgegeben",
  ],
  [
    { attribute: "order_country", operator: "nin", value: ["de", "fr"] },
    "has had no order sent to Germany or France",
    "hat keine Bestellung nach Deutschland oder Frankreich erhalten",
  ],
  [
    { attribute: "last_order_at", operator: "more_than_ago", value: 180 },
    "last order is more than 180 days ago",
    "letzte Bestellung liegt mehr als 180 Tage zurück",
  ],
  [
    { attribute: "spend_rank_percent", operator: "lt", value: 1, ...eur },
    "is among the top 1 % by spend",
    "gehört nach Umsatz zu den besten 1 %",
  ],
  [
    { attribute: "rfm_group", operator: "in", value: ["at_risk", "lost"], ...eur },
    "belongs to the customers at risk or lost customers",
    "gehört zur Gruppe: gefährdete Kunden oder verlorene Kunden",
  ],
  [
    { attribute: "sample", operator: "lt", value: 10, seed: "spring" },
    "is among the 10 % in the sample “spring”",
    "gehört zu den 10 % der Stichprobe „spring“",
  ],
]

describe("describe", () => {
  it.each(sentences)("%j", (condition, english, german) => {
    expect(said(condition, "en")).toBe(english)
    expect(said(condition, "de")).toBe(german)
  })

  const account = { attribute: "has_account", operator: "eq", value: true }
  const inVip = { attribute: "member_of_group", operator: "in", value: ["cusgroup_1"] }

  it.each([
    [{ all: [account, { any: [inVip, account] }] }, "has an account and (is in VIP or has an account)"],
    [{ all: [account, { none: [inVip, account] }] }, "has an account and (none of this: is in VIP or has an account)"],
    [{ any: [{ all: [account] }, inVip] }, "has an account or is in VIP"],
    [{ none: [account] }, "none of this: has an account"],
  ])("tells which belong together: %j", (criteria, expected) => {
    const wording = { locale: "en-GB", nameOf: (_kind: string, id: string) => names[id] }
    expect(inWords(parseCriteria(criteria), wording)).toBe(expected)
  })

  it("shows ids of which it knows no name, and counts the rest of a long list", () => {
    const value = Array.from({ length: 12 }, (_, index) => `prod_${index + 10}`)
    expect(said({ attribute: "purchased_product", operator: "in", value }, "en")).toMatch(
      /prod_10, .*prod_19 and 2 more$/,
    )
  })

  it("counts the rest of a long list of what must not be", () => {
    const value = Array.from({ length: 12 }, (_, index) => `prod_${index + 10}`)
    expect(said({ attribute: "purchased_product", operator: "nin", value }, "en")).toMatch(
      /^has bought neither prod_10, .*prod_19 nor 2 more$/,
    )
  })

  it("keeps what looks like a place in somebody's text", () => {
    expect(said({ attribute: "email", operator: "eq", value: "{{window}} $1" }, "en")).toBe("email is “{{window}} $1”")
  })

  it("falls back to English", () => {
    expect(said({ attribute: "order_count", operator: "gt", value: 1000 }, "fr")).toMatch(/^has placed more than/)
  })
})

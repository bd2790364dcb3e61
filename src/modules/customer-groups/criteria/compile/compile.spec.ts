import { compile, compileMany } from "."
import { parseCriteria } from "../validate"

const environment = { now: new Date("2026-03-15T11:00:00Z"), timeZone: "Europe/Berlin" }
const account = { attribute: "has_account", operator: "eq", value: true }
const acme = { attribute: "email_domain", operator: "eq", value: "acme.com" }
const notInGroup = { attribute: "member_of_group", operator: "nin", value: ["cusgroup_1"] }
const spent = { attribute: "total_spent", operator: "gt", value: 1000, currency_code: "eur" }
const ordered = { attribute: "order_count", operator: "gte", value: 3, window: { last: { n: 180, unit: "day" } } }
const country = { attribute: "country", operator: "in", value: ["de", "fr"] }

const textOf = (given: unknown, scope: "all" | { ids: string[] } = "all") =>
  compile(parseCriteria(given), scope, environment).text.replace(/\s+/g, " ").trim()

/** Six mixed conditions, nested: an account, a domain, a group, money and country, or a window. */
const mixed = { all: [account, acme, notInGroup, { any: [{ all: [spent, country] }, ordered] }] }

describe("compile", () => {
  it("asks the customer first, and keeps every set to who is left", () => {
    const text = textOf(mixed)
    const [base, rest] = text.split("select c.id from base c") as [string, string]
    expect(base).toMatch(/^with base as materialized \( ?select c.id from customer c where/)
    expect(base).toContain("c.deleted_at is null")
    expect(base).toContain("c.has_account")
    expect(base).toContain("customer_group_customer")
    expect(rest.match(/left join/g)).toHaveLength(3)
    expect(rest).toContain("a.customer_id in (select base.id from base)")
  })

  it("makes no base of sets alone, nor sets of a customer's own values", () => {
    expect(textOf({ all: [spent, ordered] })).not.toContain("base")
    expect(textOf({ all: [account, acme] })).not.toMatch(/base|join/)
  })

  it("looks at the customer again only for a part that mixes both", () => {
    expect(textOf({ all: [account, { any: [acme, spent] }] })).toContain("from base join customer c on c.id = base.id")
    expect(textOf({ all: [account, { any: [spent, country] }] })).toContain("from base c")
  })

  it("begins with a set that everybody who matches is in, and leaves out who is deleted", () => {
    const text = textOf({ all: [ordered, country] })
    expect(text).toMatch(/^select c\.id from \(select .* customer_order_fact .*\) s0 cross join lateral/)
    expect(text).toContain(
      "not exists (select 1 from customer gone where gone.id = c.id and gone.deleted_at is not null)",
    )
    expect(text).not.toContain("from customer c")
  })

  it.each([
    ["somebody without a row may match", { all: [{ ...spent, operator: "lt" }] }],
    ["either of two sets is enough", { any: [ordered, country] }],
    ["it has to fail", { none: [ordered] }],
    [
      "nothing says that such customers exist",
      { all: [{ attribute: "has_cancelled_order", operator: "eq", value: true }] },
    ],
  ])("begins with all customers where %s", (_, criteria) => {
    expect(textOf(criteria)).toContain("from customer c")
  })

  it("keeps sets to given ids, which stand in it once", () => {
    const { text, values } = compile(parseCriteria(mixed), { ids: ["cus_1", "cus_2"] }, environment)
    expect(values.filter((value) => Array.isArray(value) && value.includes("cus_1"))).toHaveLength(1)
    expect(text.match(/customer_id = any\(array\(select scope.id from scope\)\)/g)!.length).toBeGreaterThanOrEqual(3)
    expect(text).toContain("c.id = any(array(select scope.id from scope))")
  })

  it("never keeps a rank to who is asked about", () => {
    const rank = { attribute: "spend_rank", operator: "lte", value: 100, currency_code: "eur" }
    expect(textOf({ all: [account, rank] })).not.toMatch(/s\.customer_id in \(\s*select base/)
    expect(textOf({ all: [rank] }, { ids: ["cus_1"] })).not.toContain("s.customer_id = any(array(select scope")
  })

  it("compares bare where nothing is false anyway, and takes nothing as 0 where 0 fits", () => {
    expect(textOf({ all: [spent] })).toContain("s0.spent > ?::numeric")
    expect(textOf({ all: [{ ...spent, operator: "lt" }] })).toContain("coalesce(s0.spent, 0) < ?::numeric")
  })

  it("turns a negative into the exact complement", () => {
    expect(textOf({ all: [{ ...country, operator: "nin" }] })).toContain("s0.customer_id is null")
    expect(textOf({ all: [{ ...spent, operator: "ne" }] })).toContain("(s0.spent = ?::numeric) is not true")
    expect(textOf({ none: [spent] })).toContain("(s0.spent > ?::numeric) is not true")
    expect(textOf({ none: [{ none: [spent] }] })).not.toContain("is not true")
  })

  it("joins the same set once", () => {
    const text = textOf({ any: [country, { all: [spent, country] }, { ...spent, value: 5 }] })
    expect(text.match(/left join/g)).toHaveLength(2)
  })

  it("looks members of a group up in the whole shop, and joins them for given ids", () => {
    expect(textOf({ all: [notInGroup] })).toMatch(/\(c\.id in \(select m\.customer_id .*\)\) is not true/)
    expect(textOf({ all: [notInGroup] }, { ids: ["cus_1"] })).toContain("s0.customer_id is null")
  })

  it("has no value in its text", () => {
    const text = textOf({
      all: [
        { attribute: "email", operator: "eq", value: "zebra" },
        { ...spent, value: 4711 },
      ],
    })
    expect(text).not.toMatch(/zebra|4711|eur|Berlin|2026/)
  })
})

describe("compileMany", () => {
  it("shares a window between groups that ask for different numbers in it", () => {
    const few = parseCriteria({ all: [ordered] })
    const many = parseCriteria({ all: [{ ...ordered, value: 9 }] })
    const { text } = compileMany([few, many], { ids: ["cus_1"] }, environment)
    expect(text.match(/left join/g)).toHaveLength(1)
    expect(text).toMatch(/as g0, .* as g1/)
  })

  it("reads the orders of a few customers once, whatever several groups ask of them", () => {
    const week = parseCriteria({ all: [{ ...ordered, window: { last: { n: 7, unit: "day" } } }] })
    const largest = parseCriteria({ all: [{ ...spent, attribute: "largest_order", window: ordered.window }] })
    const { text } = compileMany([parseCriteria({ all: [ordered] }), week, largest], { ids: ["cus_1"] }, environment)
    expect(text.match(/left join/g)).toHaveLength(1)
    expect(text.match(/filter \(where/g)).toHaveLength(3)
  })
})

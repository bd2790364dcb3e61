import { api, db } from "../helpers/http"
import { aCustomer, aGroup } from "../helpers/shop"

/** Criteria that are wrong: refused with the place, by saving and by previewing, and nothing has changed. */

const condition = (attribute: string, operator: string, value?: unknown, more: object = {}) => ({
  attribute,
  operator,
  ...(value === undefined ? {} : { value }),
  ...more,
})
const account = condition("has_account", "eq", true)
const many = (count: number) => Array.from({ length: count }, (_, index) => `a${index}`)
const nested = (depth: number): object => ({ all: [depth === 1 ? account : nested(depth - 1)] })
const spent = (more: object) => condition("total_spent", "gt", 5, { currency_code: "eur", ...more })
const first = (given: object) => ({ all: [given] })

/** Everything that criteria could change. */
const state = async () =>
  Promise.all(
    ["customer_group_criteria", "customer_group_operation", "customer_group_customer", "customer_group_state"].map(
      async (table) => (await db.query(`select * from ${table} order by id`)).rows,
    ),
  )

/** Sends criteria to be saved and to be previewed; as JSON text, so that anything can stand in it. */
const sendBoth = async (group: { id: string }, criteria: string) => {
  const before = await state()
  const answers = [
    await api("POST", `/admin/customer-groups/${group.id}/criteria`, `{"criteria":${criteria}}`),
    await api("POST", "/admin/customer-groups/criteria/preview", `{"criteria":${criteria}}`),
    await api("POST", "/admin/customer-groups/criteria/preview", `{"criteria":${criteria},"group_id":"${group.id}"}`),
  ]
  expect(await state()).toEqual(before)
  return answers.map(({ status, data }) => ({ status, message: data.message as string }))
}

const expectRefusal = async (criteria: string, place: string) => {
  const answers = await sendBoth(await aGroup(), criteria)
  for (const answer of answers) {
    expect(answer).toEqual({ status: 400, message: expect.stringContaining(place) })
  }
}

describe("are refused with their place:", () => {
  const inNode: [string, unknown, string][] = [
    ["criteria that are a list", [], "criteria: "],
    ["criteria that are a condition", account, "criteria: A node has exactly one"],
    ["a node of two kinds", { all: [account], any: [account] }, "criteria: A node has exactly one"],
    ["an unknown kind of node", { some: [account] }, "criteria: A node has exactly one"],
    ["an empty node", { all: [account, { any: [] }] }, "criteria.all[1].any: An empty node"],
    ["a node that is no list", { all: account }, "criteria.all: "],
    ["null in a node", { all: [null] }, "criteria.all[0]: null"],
    ["six levels", nested(6), "criteria.all[0].all[0].all[0].all[0].all[0]: Nodes are nested too deep"],
    ["201 conditions", { all: Array(201).fill(account) }, "criteria.all: 201 are too many"],
    [
      "201 conditions in several nodes",
      { all: [{ any: Array(101).fill(account) }, { any: Array(100).fill(account) }] },
      "criteria: 201 conditions are too many",
    ],
  ]

  const inCondition: [string, object, string][] = [
    [
      "an unknown attribute",
      condition("colour", "eq", "red"),
      'criteria.all[0].attribute: "colour" is not an attribute',
    ],
    ["an attribute that is a property of objects", condition("constructor", "eq", 1), "criteria.all[0].attribute: "],
    ["an unknown operator", condition("email", "like", "a"), 'criteria.all[0].operator: "like" is not an operator'],
    ["no operator", { attribute: "email", value: "a" }, "criteria.all[0].operator: "],
    ["another attribute's operator", condition("email", "gt", "a"), '"gt" is not an operator of email. It has eq'],
    ["an unknown parameter", condition("email", "eq", "a", { colour: 1 }), 'criteria.all[0].colour: "colour" is not a'],
    ["another attribute's parameter", condition("email", "eq", "a", { amount: "paid" }), "criteria.all[0].amount: "],
    ["no value", condition("email", "eq"), "criteria.all[0].value: "],
    ["a value too many", condition("email", "is_set", "a"), "criteria.all[0].value: "],
    ["null", condition("email", "eq", null), "criteria.all[0].value: null is not a text"],
    ["a number as a text", condition("email", "eq", 5), "criteria.all[0].value: 5 is not a text"],
    ["a text as a number", condition("order_count", "gt", "5"), 'criteria.all[0].value: "5" is not a number'],
    ["a fraction of an order", condition("order_count", "gt", 1.5), "criteria.all[0].value: 1.5 is not a whole number"],
    ["a negative number of orders", condition("order_count", "gt", -1), "criteria.all[0].value: -1 is less than 0"],
    ["a text as a yes", condition("has_account", "eq", "true"), "criteria.all[0].value: "],
    ["an object", condition("email", "eq", { a: 1 }), 'criteria.all[0].value: {"a":1} is not a text'],
    ["an empty text", condition("email", "eq", ""), "criteria.all[0].value: "],
    ["501 characters", condition("email", "eq", "x".repeat(501)), "criteria.all[0].value: "],
    ["NUL", condition("email", "eq", "a\0"), "criteria.all[0].value: "],
    ["NUL in an id", condition("member_of_group", "in", ["a\0"]), "criteria.all[0].value[0]: "],
    ["one value instead of a list", condition("email", "in", "a"), "criteria.all[0].value: "],
    ["an empty list", condition("email", "in", []), "criteria.all[0].value: [] is an empty list"],
    ["a list with a wrong value", condition("email", "in", ["a", 5]), "criteria.all[0].value[1]: 5 is not a text"],
    ["1,001 values", condition("email", "in", many(1_001)), "criteria.all[0].value: A list of 1001 values is too long"],
    ["between one end", condition("order_count", "between", [1]), "criteria.all[0].value: [1] is not two ends"],
    ["between three ends", condition("order_count", "between", [1, 2, 3]), "criteria.all[0].value: "],
    ["between swapped ends", condition("order_count", "between", [3, 1]), "[3,1] ends before it begins"],
    ["between swapped days", condition("created_at", "between", ["2026-02-02", "2026-02-01"]), "ends before it begins"],
    [
      "an impossible day",
      condition("created_at", "on", "2026-02-30"),
      'criteria.all[0].value: "2026-02-30" is not a day',
    ],
    ["a moment as a day", condition("created_at", "on", "2026-02-01T00:00:00Z"), "criteria.all[0].value: "],
    ["half a day", condition("created_at", "in_last", 0.5), "criteria.all[0].value: 0.5 is not a whole number of days"],
    ["a window of -1 days", spent({ window: { last: { n: -1, unit: "day" } } }), "criteria.all[0].window.last.n: -1"],
    ["a window of years", spent({ window: { last: { n: 1, unit: "year" } } }), "criteria.all[0].window.last.unit: "],
    ["a swapped window", spent({ window: { from: "2026-02-02", to: "2026-02-01" } }), "criteria.all[0].window: "],
    [
      "an impossible window",
      spent({ window: { from: "2026-02-30", to: "2026-03-01" } }),
      "criteria.all[0].window.from: ",
    ],
    ["no currency", condition("total_spent", "gt", 5), "criteria.all[0].currency_code: is missing"],
    ["a currency that is none", spent({ currency_code: "euros" }), 'criteria.all[0].currency_code: "euros"'],
    [
      "an unknown currency",
      spent({ currency_code: "zzz" }),
      'criteria.all[0].currency_code: There is no currency "zzz"',
    ],
    ["an unknown amount", spent({ amount: "net" }), 'criteria.all[0].amount: "net" is none of total, paid'],
    [
      "an unknown group",
      condition("member_of_group", "nin", ["cusgroup_none"]),
      'criteria.all[0].value[0]: There is no group "cusgroup_none"',
    ],
    [
      "an unknown product",
      condition("purchased_product", "eq", "prod_none"),
      'criteria.all[0].value: There is no product "prod_none"',
    ],
    [
      "an unknown category among items",
      condition("purchased_quantity", "gt", 1, { of: "category", items: ["pcat_none"] }),
      'criteria.all[0].items[0]: There is no category "pcat_none"',
    ],
    [
      "a kind of items that is a property of objects",
      condition("purchased_quantity", "gt", 1, { of: "__proto__", items: ["a"] }),
      "criteria.all[0].of: ",
    ],
    [
      "a key path behind the object",
      condition("metadata_text", "eq", "a", { key_path: ["__proto__", "a"] }),
      'criteria.all[0].key_path[0]: "__proto__" is not allowed',
    ],
    ["an empty key path", condition("metadata_text", "eq", "a", { key_path: [] }), "criteria.all[0].key_path: "],
    ["a country that is none", condition("country", "eq", "germany"), "criteria.all[0].value: "],
    ["an unknown status", condition("order_status", "in", ["draft"]), 'criteria.all[0].value[0]: "draft"'],
    ["more than all of a sample", condition("sample", "lt", 101, { seed: "a" }), "criteria.all[0].value: 101"],
  ]

  it.each(inNode)("%s", (_, criteria, place) => expectRefusal(JSON.stringify(criteria), place))

  it.each(inCondition)("%s", (_, given, place) => expectRefusal(JSON.stringify(first(given)), place))

  it.each([
    ["a number beyond all numbers", "1e400", "criteria.all[0].value: Infinity is not a number"],
    ["a number below all numbers", "-1e400", "criteria.all[0].value: -Infinity is not a number"],
    ["a number larger than both sides read alike", "1e300", "criteria.all[0].value: 1e+300 is more than"],
  ])("%s", (_, number, place) =>
    expectRefusal(`{"all":[{"attribute":"order_count","operator":"gt","value":${number}}]}`, place),
  )

  it("a property of objects as a key", () =>
    expectRefusal(
      '{"all":[{"attribute":"email","operator":"eq","value":"a","__proto__":{"operator":"ne"}}]}',
      "criteria.all.0.__proto__: is not allowed as a key",
    ))

  it("a list in a list in a list, 50,000 times", () =>
    expectRefusal(`{"all":[${"[".repeat(50_000)}${"]".repeat(50_000)}]}`, "criteria.all.0.0."))

  it.each(["__proto__", "constructor"])("a node of the kind %s", (kind) =>
    expectRefusal(`{"${kind}":[{"attribute":"email","operator":"eq","value":"a"}]}`, "criteria"),
  )
})

it.each(["NaN", "Infinity", "undefined", "0x10"])("are refused where %s makes them no JSON", async (value) => {
  for (const { status } of await sendBoth(
    await aGroup(),
    `{"all":[{"attribute":"order_count","operator":"gt","value":${value}}]}`,
  )) {
    expect(status).toBe(400)
  }
})

it("are refused for a group that is gone", async () => {
  const group = await aGroup()
  await api("DELETE", `/admin/customer-groups/${group.id}`)
  const [saved, , previewed] = await sendBoth(group, JSON.stringify(first(account)))
  expect(saved).toEqual({ status: 404, message: expect.stringContaining(group.id) })
  expect(previewed).toEqual({ status: 404, message: expect.stringContaining(group.id) })
})

it("are refused where they lead back to their group", async () => {
  const group = await aGroup()
  const [saved, alone, previewed] = await sendBoth(
    group,
    JSON.stringify(first(condition("member_of_group", "in", [group.id]))),
  )
  expect(saved).toEqual({ status: 400, message: expect.stringContaining("in a circle") })
  expect(previewed).toEqual(saved)
  expect(alone!.status).toBe(200)
})

describe("take a text as it is:", () => {
  const texts = [
    "'; drop table customer; --",
    'O"Neil\\',
    ".*",
    "^a+$",
    "100%",
    "a_b",
    "$1 ? ?? :name",
    "\\",
    "(?i)x",
    "${7*7} {{7*7}}",
    "Ünï 🦊",
    "\ud800",
  ]

  it.each(texts)("%j", async (text) => {
    await aCustomer({ first_name: "Anna" })
    const exact = text === "\ud800" ? undefined : await aCustomer({ first_name: `x${text}y` })
    for (const operator of ["contains", "eq", "starts_with", "ends_with"]) {
      const { status, data } = await api("POST", "/admin/customer-groups/criteria/preview", {
        criteria: first(condition("first_name", operator, text)),
      })
      const found = (data.preview?.sample ?? []).map(({ id }: { id: string }) => id)
      const expected = operator === "contains" && exact ? [exact.id] : []
      expect({ operator, status, found }).toEqual({ operator, status: 200, found: expected })
    }
  })
})

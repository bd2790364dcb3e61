import { api, db } from "../helpers/http"
import { aCustomer, aGroup } from "../helpers/shop"

const CRITERIA = "/admin/customer-groups/criteria"

it("lists the attributes with all that a builder draws, in the language", async () => {
  const { status, data } = await api("GET", `${CRITERIA}/attributes`)
  expect(status).toBe(200)
  const { data: german } = await api("GET", `${CRITERIA}/attributes?language=de-AT`)

  const order = (attributes: { id: string }[]) => attributes.find(({ id }) => id === "order_count")
  expect(order(data.attributes)).toEqual({
    id: "order_count",
    family: "orders",
    family_label: "Orders",
    label: "Number of orders",
    explanation: "Without drafts and cancelled orders",
    value: { type: "integer", control: "number", unit: "orders", choices: null, kind: null },
    operators: expect.arrayContaining([{ id: "gte", label: "is at least", takes: "value" }]),
    parameters: [
      {
        id: "window",
        label: "Time",
        control: "window",
        is_list: false,
        is_required: false,
        fallback: null,
        choices: null,
      },
    ],
    suggestions: null,
    depends_on_time: false,
    is_ranked: false,
    is_personal: false,
  })
  expect(order(german.attributes)).toMatchObject({ family_label: "Bestellungen" })
})

describe("values", () => {
  const valuesOf = async (path: string) => {
    const { status, data } = await api("GET", `${CRITERIA}/attributes/${path}`)
    expect({ status, message: data.message }).toEqual({ status: 200, message: undefined })
    return data.values
  }

  it("are those that occur among customers", async () => {
    await aCustomer({ company_name: "Acme" })
    await aCustomer({ company_name: "Zeta" })
    expect(await valuesOf("company_name/values?q=ACM")).toEqual([{ value: "Acme", label: "Acme", hint: null }])
  })

  it("are things of the shop", async () => {
    const group = await aGroup("Old friends")
    await aGroup("Others")
    expect(await valuesOf("member_of_group/values?q=old&limit=5")).toEqual([
      { value: group.id, label: "Old friends", hint: null },
    ])
    expect(await valuesOf(`member_of_group/values?value=${group.id}`)).toMatchObject([{ label: "Old friends" }])
  })

  it("are countries by their names in the language", async () => {
    expect(await valuesOf("country/values?q=deutschl&language=de")).toEqual([
      { value: "de", label: "Deutschland", hint: "DE" },
    ])
    expect(await valuesOf("country/values?value=de&value=fr")).toEqual([
      { value: "fr", label: "France", hint: "FR" },
      { value: "de", label: "Germany", hint: "DE" },
    ])
  })

  it("are those of a parameter", async () => {
    expect(await valuesOf("total_spent/values?parameter=currency_code&q=euro")).toContainEqual({
      value: "eur",
      label: "Euro",
      hint: "EUR",
    })
  })

  it("are those at a place of the metadata", async () => {
    const anna = await aCustomer()
    await db.query("update customer set metadata = $1 where id = $2", [{ loyalty: { tier: "Gold" } }, anna.id])
    expect(await valuesOf("metadata_text/values?key_path[]=loyalty&key_path[]=tier")).toMatchObject([{ value: "Gold" }])
  })

  it.each([
    ["company/values", 404, 'There is no attribute "company"'],
    ["__proto__/values", 404, "There is no attribute"],
    ["total_spent/values?parameter=colour", 404, 'has no parameter "colour"'],
    ["metadata_text/values", 400, "key_path: is missing"],
    ["metadata_text/values?key_path=__proto__", 400, "key_path[0]: "],
    ["purchased_quantity/values?parameter=items&of=__proto__", 400, "of: "],
    ["country/values?limit=0", 400, "limit: "],
    ["country/values?limit=101", 400, "limit: "],
    ["country/values?q=a%00", 400, "q: "],
    ["country/values?colour=red", 400, 'unknown field "colour"'],
  ])("refuses %s", async (path, status, message) => {
    const answer = await api("GET", `${CRITERIA}/attributes/${path}`)
    expect({ status: answer.status, message: answer.data.message }).toEqual({
      status,
      message: expect.stringContaining(message),
    })
  })
})

describe("names that are pasted or typed", () => {
  const match = (attribute: string, body: object) => api("POST", `${CRITERIA}/attributes/${attribute}/match`, body)
  const value = (id: string, label: string, hint: string | null = null) => ({ value: id, label, hint })

  it("are found by name, code or id, in any case, and the closest is told of those that are none", async () => {
    const { status, data } = await match("country", { entries: ["Germany", "FR", "swedn", "Atlantis"] })
    expect(status).toBe(200)
    expect(data.matches).toEqual([
      { entry: "Germany", value: value("de", "Germany", "DE"), closest: null },
      { entry: "FR", value: value("fr", "France", "FR"), closest: null },
      { entry: "swedn", value: null, closest: value("se", "Sweden", "SE") },
      { entry: "Atlantis", value: null, closest: null },
    ])
  })

  it("are things of the store", async () => {
    const group = await aGroup("Old friends")
    const { data } = await match("member_of_group", { entries: ["old FRIENDS", "Old frends", group.id] })
    expect(data.matches).toEqual([
      { entry: "old FRIENDS", value: value(group.id, "Old friends"), closest: null },
      { entry: "Old frends", value: null, closest: value(group.id, "Old friends") },
      { entry: group.id, value: value(group.id, "Old friends"), closest: null },
    ])
  })

  it("are texts that occur among customers", async () => {
    await aCustomer({ company_name: "Acme" })
    const { data } = await match("company_name", { entries: ["ACME", "Acmee"] })
    expect(data.matches).toEqual([
      { entry: "ACME", value: value("Acme", "Acme"), closest: null },
      { entry: "Acmee", value: null, closest: value("Acme", "Acme") },
    ])
  })

  it.each([
    ["of no attribute", "company", { entries: ["a"] }, 404, 'There is no attribute "company"'],
    ["none", "country", {}, 400, "entries: is required"],
    ["an empty list", "country", { entries: [] }, 400, "entries: "],
    ["an empty one", "country", { entries: [""] }, 400, "entries.0: "],
    ["one with NUL", "country", { entries: ["a\0"] }, 400, "entries.0: "],
    ["1,001", "country", { entries: Array.from({ length: 1_001 }, () => "a") }, 400, "entries: "],
    ["with a field more", "country", { entries: ["a"], colour: "red" }, 400, 'unknown field "colour"'],
    ["without their place", "metadata_text", { entries: ["a"] }, 400, "key_path: is missing"],
  ])("are refused: %s", async (_what, attribute, body, status, message) => {
    const answer = await match(attribute, body)
    expect({ status: answer.status, message: answer.data.message }).toEqual({
      status,
      message: expect.stringContaining(message),
    })
  })
})

it("has templates that can be previewed once their places are filled", async () => {
  const { data } = await api("GET", `${CRITERIA}/templates?language=de`)
  const { rows } = await db.query("select currency_code from store_currency where is_default")
  await db.query(`insert into product (id, title, handle) values ('prod_1', 'Boots', 'boots')`)
  expect(data.templates).toHaveLength(10)
  expect(data.templates[0]).toMatchObject({
    id: "vip",
    label: "VIP",
    explanation: expect.stringContaining("zwölf Monaten"),
    criteria: { all: [{ currency_code: rows[0].currency_code }] },
    to_fill: [],
  })

  for (const { id, criteria, to_fill } of data.templates) {
    for (const place of to_fill) {
      const condition = criteria.all[Number(/\[(\d+)\]\.value$/.exec(place)![1])]
      condition.value = condition.attribute === "country" ? ["de"] : ["prod_1"]
    }
    const { status, data } = await api("POST", `${CRITERIA}/preview`, { criteria })
    expect({ id, status, message: data.message }).toEqual({ id, status: 200, message: undefined })
  }
})

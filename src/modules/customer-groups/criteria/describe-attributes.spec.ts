import { listAttributes } from "./catalogue"
import { describeAttributes } from "./describe-attributes"
import { LANGUAGES } from "./texts"

const described = (id: string, language: "en" | "de" = "en") =>
  describeAttributes(language).find((attribute) => attribute.id === id)!

it("describes every attribute, in the order of the catalogue", () => {
  expect(describeAttributes("en").map(({ id }) => id)).toEqual(listAttributes().map(({ id }) => id))
})

it("says what a control needs", () => {
  expect(described("order_count")).toMatchObject({
    family: "orders",
    family_label: "Orders",
    label: "Number of orders",
    value: { type: "integer", control: "number", unit: "orders", choices: null, kind: null },
    suggestions: null,
    is_ranked: false,
  })
  expect(described("total_spent").parameters).toEqual([
    expect.objectContaining({ id: "window", control: "window", is_required: false }),
    expect.objectContaining({ id: "currency_code", control: "picker", is_required: true, is_list: false }),
    expect.objectContaining({
      id: "amount",
      control: "choice",
      fallback: "total",
      choices: [
        { value: "total", label: "counting order totals" },
        { value: "paid", label: "counting payments, less refunds" },
      ],
    }),
  ])
  expect(described("purchased_quantity").parameters).toContainEqual(
    expect.objectContaining({ id: "items", control: "picker", is_list: true, is_required: true }),
  )
  expect(described("metadata_text").parameters).toEqual([
    expect.objectContaining({ id: "key_path", control: "keys", is_list: true }),
  ])
})

it("says what each operator takes", () => {
  expect(described("created_at").operators).toContainEqual(
    expect.objectContaining({ id: "anniversary_within", takes: "days", min: 0, max: 365 }),
  )
  expect(described("country").operators.map(({ id, takes }) => [id, takes])).toEqual([
    ["in", "list"],
    ["nin", "list"],
    ["eq", "value"],
    ["ne", "value"],
    ["is_set", "nothing"],
    ["is_not_set", "nothing"],
  ])
})

it.each([
  ["email", "occurring", true],
  ["country", "references", false],
  ["order_promotion_code", "occurring", false],
  ["rfm_group", "choices", false],
  ["metadata_text", "occurring", true],
  ["total_spent", null, false],
])("says where values of %s are found, and whether they are of customers", (id, suggestions, isPersonal) => {
  expect(described(id)).toMatchObject({ suggestions, is_personal: isPersonal })
})

it("marks what depends on time and on everybody", () => {
  expect(described("days_since_last_order").depends_on_time).toBe(true)
  expect(described("spend_rank").is_ranked).toBe(true)
})

it("speaks the language that is asked for", () => {
  expect(described("order_count", "de").value.unit).toBe("Bestellungen")
  expect(described("rfm_group", "de").value.choices).toContainEqual({ value: "at_risk", label: expect.any(String) })
})

it.each(LANGUAGES)("has a text for everything in %s", (language) => {
  for (const { id, label, explanation, operators, parameters, value } of describeAttributes(language)) {
    expect(label).not.toBe(id)
    expect(explanation).not.toBe("")
    for (const operator of operators) expect(operator.label).toBeTruthy()
    for (const parameter of parameters) expect(parameter.label).not.toBe(parameter.id)
    for (const choice of value.choices ?? []) expect(choice.label).toBeTruthy()
  }
})

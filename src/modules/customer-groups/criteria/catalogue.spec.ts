import { numbered, sql } from "../sql/sql"
import { analyse, compile, compileConditions, compileMany, compileSuggestions, findAttribute, listAttributes } from "."
import { defineAttribute, FAMILIES } from "./attribute"
import { registerCustomerAttribute } from "./catalogue"
import { describe as inWords } from "./describe"
import { exampleOf } from "./example"
import { describeMissing, explain, type ExplainedCondition } from "./explain"
import { operatorsOf } from "./operators"
import { documentAttribute } from "./reference-page"
import { REFERENCE_KINDS } from "./values"
import { OPERATOR_IDS } from "./schema"
import { sources, values } from "."
import { LANGUAGES, texts } from "./texts"
import { parseCriteria } from "./validate"

const environment = { now: new Date("2026-03-15T11:00:00Z"), timeZone: "Europe/Berlin" }
const entries = listAttributes().flatMap((attribute) =>
  attribute.operators.map((operator) => ({ attribute, operator, name: `${attribute.id} ${operator}` })),
)

describe.each(listAttributes())("$id", (attribute) => {
  it("has an id in snake_case, a family, and operators of the format", () => {
    expect(attribute.id).toMatch(/^[a-z][a-z0-9_]*$/)
    expect(FAMILIES).toContain(attribute.family)
    expect(attribute.operators.length).toBeGreaterThan(0)
    expect(OPERATOR_IDS).toEqual(expect.arrayContaining([...attribute.operators]))
  })

  it("can be drawn: a control, and what it needs", () => {
    const { control, choices, kind } = attribute.value
    expect(["text", "number", "money", "switch", "date", "choice", "picker"]).toContain(control)
    if (control === "choice") expect(choices!.length).toBeGreaterThan(1)
    if (control === "picker") expect(REFERENCE_KINDS).toContain(kind)
    if (control === "money") expect(attribute.parameters).toHaveProperty("currency_code")
    if (control === "text" && attribute.suggestions) expect(compileSuggestions(attribute.id, "a", 10)).toBeDefined()
  })

  it.each(LANGUAGES)("has its texts in %s", (language) => {
    const its = texts.ofAttribute(attribute.id, language)
    const words = texts.of(language)
    expect(its?.label).toBeTruthy()
    expect(its?.hint).toBeTruthy()
    expect(its?.sentence).toBeTruthy()
    expect(words.families[attribute.family]).toBeTruthy()
    for (const operator of attribute.operators) expect(words.operators[operator]).toBeTruthy()
    for (const [parameter, { choices = [] }] of Object.entries(attribute.parameters)) {
      expect(words.parameters[parameter]).toBeTruthy()
      for (const choice of choices) expect(words.choices[parameter]?.[choice]).toBeTruthy()
    }
    for (const choice of attribute.value.choices ?? []) expect(words.choices[attribute.id]?.[choice]).toBeTruthy()
    if (attribute.value.unit) expect(words.units[`${attribute.value.unit}_other`]).toBeTruthy()
  })

  it("says each of its parameters in a sentence", () => {
    const shown = Object.keys(attribute.parameters).filter((key) => key !== "currency_code" && key !== "of")
    const { sentence, byOperator = {}, not = sentence } = texts.ofAttribute(attribute.id, "en")!
    for (const said of [sentence, not, ...Object.values(byOperator)])
      for (const parameter of shown) expect(said).toContain(`{{${parameter}}}`)
  })

  it("is documented", () => {
    expect(documentAttribute(attribute)).toContain(`\`${attribute.id}\``)
  })
})

describe.each(entries)("$name", ({ attribute, operator }) => {
  const condition = exampleOf(attribute, operator)
  const criteria = { all: [condition] }

  it("is accepted, with all of its parameters", () => {
    expect(parseCriteria(criteria)).toEqual(criteria)
  })

  it("compiles into a statement with as many values as places, whichever way", () => {
    const scope = { ids: ["cus_1"] }
    for (const statement of [
      compile(criteria, "all", environment),
      compile({ all: [{ attribute: "email", operator: "is_set" }, condition] }, "all", environment),
      compile({ none: [condition] }, scope, environment),
      compileConditions(criteria, scope, environment).statement,
      compileMany([criteria, criteria], scope, environment),
    ]) {
      const { text, values } = numbered(statement)
      expect(text.match(/\$\d+/g)?.length ?? 0).toBe(values.length)
      expect(values).not.toContain(undefined)
    }
  })

  it.each(LANGUAGES)("is a sentence in %s, with nothing left open", (locale) => {
    const sentence = inWords(criteria, { locale })
    expect(sentence.length).toBeGreaterThan(5)
    expect(sentence).not.toMatch(/\{|\}|undefined|null|NaN| {2}|\[object/)
  })

  it("explains what is missing", () => {
    const missing = explain(criteria, [{ path: "criteria.all[0]", holds: false, found: null }])
    expect(missing.holds).toBe(false)
    for (const locale of LANGUAGES)
      expect(describeMissing(missing.children[0] as ExplainedCondition, { locale })).toBeTruthy()
  })

  it("is analysed", () => {
    const analysis = analyse(criteria)
    expect(analysis.attributes).toEqual([attribute.id])
    expect(analysis.isRanked).toBe(attribute.isRanked ?? false)
    if ("currency_code" in attribute.parameters) expect(analysis.currencyCodes).toEqual(["eur"])
  })
})

describe("another plugin's attribute", () => {
  const points = defineAttribute({
    id: "loyalty_points",
    family: "other",
    value: values.integer(),
    operators: operatorsOf.number,
    parameters: {},
    looksAt: [],
    source: () =>
      sources.valueOfRows(
        { from: sql`loyalty_account l`, customerId: sql`l.customer_id` },
        (of) => of(sql`sum(l.points)`),
        "zero",
      ),
  })
  const itsTexts = { en: { label: "Points", hint: "Of the club", sentence: "has {{comparison}} points" } }
  const criteria = { all: [{ attribute: "loyalty_points", operator: "gte", value: 3 }] }

  it("works like any other until it is taken out", () => {
    const takeOut = registerCustomerAttribute(points, itsTexts)
    expect(inWords(parseCriteria(criteria), { locale: "de" })).toBe("has mindestens 3 points")
    expect(compile(parseCriteria(criteria), "all", environment).text).toContain("loyalty_account")
    takeOut()
    expect(findAttribute("loyalty_points")).toBeUndefined()
    expect(() => parseCriteria(criteria)).toThrow('"loyalty_points" is not an attribute')
  })

  it("is never left out when it is gone: stored criteria do not compile", () => {
    expect(() => compile(criteria as never, "all", environment)).toThrow("criteria.all[0].attribute")
  })

  it.each([
    ["Loyalty-Points", "snake_case"],
    ["email", "there already"],
  ])("cannot be called %s", (id, problem) => {
    expect(() => registerCustomerAttribute({ ...points, id }, itsTexts)).toThrow(problem)
  })
})

import { compile } from "./compile"
import { LANGUAGES } from "./texts"
import { templatesIn } from "./templates"
import { parseCriteria } from "./validate"

const environment = { now: new Date("2026-03-15T11:00:00Z"), timeZone: "Europe/Berlin" }

const templates = templatesIn("en", "eur")

/** What somebody chooses in the places of a template. */
const choices: Record<string, unknown> = { country: ["de"], purchased_product: ["prod_1"] }

/** A template as it is when somebody has filled its places. */
const filled = ({ criteria, to_fill }: (typeof templates)[number]) => {
  const copy = structuredClone(criteria) as { all: Record<string, unknown>[] }
  for (const place of to_fill) {
    const [, index, key] = /^criteria\.all\[(\d+)\]\.(\w+)$/.exec(place)!
    const condition = copy.all[Number(index)]!
    condition[key!] = choices[String(condition.attribute)]
  }
  return copy
}

describe.each(templates)("the template $id", (template) => {
  it("is right and compiles once its places are filled", () => {
    const criteria = parseCriteria(filled(template))
    expect(compile(criteria, "all", environment).text).toContain("select c.id")
  })

  it.each(LANGUAGES)("has its texts in %s", (language) => {
    const { label, explanation } = templatesIn(language, "eur").find(({ id }) => id === template.id)!
    expect(label).not.toBe(template.id)
    expect(explanation).toMatch(/\w{3,}/)
  })
})

it("names the places that somebody has to fill, and no others", () => {
  const places = Object.fromEntries(
    templates.map(({ id, to_fill }) => [id, to_fill]).filter(([, to_fill]) => to_fill!.length),
  )
  expect(places).toEqual({
    big_spenders_in_country: ["criteria.all[1].value"],
    bought_one_not_other: ["criteria.all[0].value", "criteria.all[1].value"],
  })
})

it("leaves the currency to be filled where the store has none", () => {
  const [vip] = templatesIn("en", undefined)
  expect(vip).toMatchObject({ id: "vip", to_fill: ["criteria.all[0].currency_code"] })
})

import type { Attribute } from "./attribute"
import { listAttributes } from "./catalogue"
import { describe } from "./describe"
import { exampleOf } from "./example"
import { operators } from "./operators"
import { type Condition, LIMITS, OPERATOR_IDS, type OperatorId } from "./schema"
import { texts } from "./texts"

const en = texts.of("en")
const code = (text: string) => `\`${text}\``
const codes = (names: readonly string[]) => names.map(code).join(", ")

/** What a shop might compare with, where the type alone would say little. */
const VALUES: Record<string, [unknown, unknown]> = {
  email: ["anna@example.com", "ben@example.com"],
  email_domain: ["acme.com", "example.org"],
  first_name: ["Anna", "Ben"],
  last_name: ["Meier", "Lee"],
  company_name: ["Acme", "Zeta"],
  phone: ["+49 30 123", "+33 1 456"],
  city: ["Berlin", "Paris"],
  postal_code: ["10115", "75001"],
  province: ["Bavaria", "Ohio"],
  metadata_text: ["gold", "silver"],
  order_promotion_code: ["SPRING", "WELCOME"],
  purchased_sku: ["COAT-M", "COAT-L"],
}

const VALUES_OF_TYPE: Partial<Record<Attribute["value"]["type"], [unknown, unknown]>> = {
  integer: [3, 10],
  number: [3, 12.5],
  money: [100, 1_000],
}

const LETTERS = 4
const begin = (value: unknown) => String(value).slice(0, LETTERS)

/** Of texts that are compared by a part. */
const partOf: Partial<Record<OperatorId, (value: unknown) => string>> = {
  contains: begin,
  not_contains: begin,
  starts_with: begin,
  ends_with: (value) => String(value).slice(-LETTERS),
}

/** What stands for things of a shop that are named by their ids. */
const NAMES: Record<string, string> = { id_1: "First", id_2: "Second", pcat_1: "Shoes" }

const inWords = (condition: Condition) =>
  describe({ all: [condition] }, { locale: "en", nameOf: (_kind, id) => NAMES[id] })

const valuesFor = ({ id, value }: Attribute) => VALUES[id] ?? VALUES_OF_TYPE[value.type]

/** Each comparison by an example. */
const comparisonsOf = (attribute: Attribute): string => {
  const values = valuesFor(attribute)
  const rows = attribute.operators.map((operator) => {
    const part = partOf[operator]
    const compared = values && part ? ([part(values[0]), values[1]] as [unknown, unknown]) : values
    const sentence = inWords(exampleOf(attribute, operator, { values: compared, isShort: true }))
    return `| ${en.operators[operator]} | ${code(operator)} | ${sentence.replaceAll("|", "\\|")} |`
  })
  return ["| comparison | in the API | for example |", "| --- | --- | --- |", ...rows].join("\n")
}

/** What the reference says of an attribute. */
export function documentAttribute(attribute: Attribute): string {
  const { id, value, operators, parameters, isRanked, dependsOnTime } = attribute
  const its = texts.ofAttribute(id, "en")
  const declared = Object.entries(parameters).map(([key, { isRequired, choices }]) =>
    [code(key), isRequired ? "required" : "", choices ? `(${choices.join(", ")})` : ""].filter(Boolean).join(" "),
  )
  const facts = [
    `Value: ${value.type}${value.kind ? ` (${value.kind})` : ""}${value.choices ? `: ${codes(value.choices)}` : ""}`,
    ...(declared.length ? [`Parameters: ${declared.join(", ")}`] : []),
    ...(isRanked ? ["Depends on all customers: its groups are evaluated whole, on time"] : []),
    ...(dependsOnTime ? ["Changes as days go by"] : []),
  ]
  const condition = exampleOf(attribute, operators[0]!, { values: valuesFor(attribute) })
  return [
    `#### ${its?.label ?? id}: ${code(id)}`,
    `${its?.hint ?? ""}.`,
    comparisonsOf(attribute),
    facts.map((fact) => `- ${fact}`).join("\n"),
    ...(declared.length ? [`With all of its parameters: _${inWords(condition)}_`] : []),
    `\`\`\`json\n${JSON.stringify(condition)}\n\`\`\``,
  ].join("\n\n")
}

const taken = (id: (typeof OPERATOR_IDS)[number]): string => {
  const operator = operators[id]
  if ("complementOf" in operator) return `exactly where ${code(operator.complementOf)} does not hold`
  return operator.takes === "days" ? `days, ${operator.days.min} to ${operator.days.max}` : operator.takes
}

/** What somebody may wonder about; plain evaluation on random shops holds each of these. */
const ODD_CASES = [
  "Of several open carts each counts, with its own value and age. A cart without items is none.",
  "Products, variants and promotions that were deleted stay bought and used. What came back whole was not bought, a payment that was cancelled is none, and the way in which something came back is no shipping option.",
  "Only customers with orders (in the window, and in the currency) have a rank. Of equal ones the smaller id comes first, so that the first hundred are a hundred.",
  "An anniversary is a year or more after the day. That of 29 February is the 28th in other years.",
  'In metadata, a text can be a number (`"12.50"`), true or false, or a date: `2026-03-31` or `2026-03-31T10:00:00Z`; a time without zone is one on the store\'s clock. Whatever does not read as asked for is missing.',
  "A sample goes by the first 32 bits of the md5 of the seed, a colon, and the id of the customer.",
]

/** The reference of the format, from the catalogue. */
export function referencePage(): string {
  const families = Object.keys(en.families).flatMap((family) => {
    const attributes = listAttributes().filter((attribute) => attribute.family === family)
    return attributes.length ? [`### ${en.families[family]}`, ...attributes.map(documentAttribute)] : []
  })
  const parts = [
    "# Criteria",
    "Everything that a group can be filled by, and each comparison by an example: what is found in the builder under the same names. The sentences are those that the dashboard writes, so that criteria can be read as they stand here. How to build them: [for people who run a shop](admin-users.md).",
    "Made from the catalogue by `UPDATE_DOCS=1 npm run test:unit -- reference-page`.",
    "## Format",
    `A node has exactly one key, \`{"all" | "any" | "none": [node or condition, …]}\`; the root is a node. Up to ${LIMITS.depth} levels, ${LIMITS.conditions} conditions, ${LIMITS.values} values a list. A condition is \`{attribute, operator, value?, …parameters}\`.`,
    'A `window` is `{last: {n, unit: "day" | "month"}}` (today and the days back to the same day `n` units ago) or `{from, to}` (`from` is within, `to` is not). Days are those of the store\'s time zone.',
    "## Missing data",
    "Counts and sums over nothing are 0. Anything else that is missing makes a comparison false. A negative operator holds exactly where its positive does not. Of several values a positive operator means any of them. Texts are compared without case; accents count.",
    "## Odd cases",
    ODD_CASES.map((sentence) => `- ${sentence}`).join("\n"),
    "## Operators",
    OPERATOR_IDS.map((id) => `- ${code(id)}: ${taken(id)}`).join("\n"),
    "## Attributes",
    ...families,
  ]
  return `${parts.join("\n\n")}\n`
}

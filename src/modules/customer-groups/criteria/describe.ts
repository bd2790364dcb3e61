import { ROOT, isCondition, partsOf } from "./tree"
import type { Attribute } from "./attribute"
import { positiveOf, type Operand } from "./operators"
import { kindOfPurchase, type PurchaseKind } from "./parameters"
import type { Child, Condition, Criteria, NodeKind, OperatorId, TimeWindow } from "./schema"
import { fill, type AttributeTexts } from "./texts"
import { attributeOf } from "./validate-condition"
import { Words, type Wording } from "./words"

/**
 * Criteria as a sentence that a person reads: "has spent more than €1,000 and (country is Germany or has an account)".
 *
 * @param criteria parsed by `parseCriteria`
 */
export const describe = (criteria: Criteria, wording: Wording): string => sentenceOf(criteria, new Words(wording), true)

/** One condition, or a part of criteria, as a sentence. */
export const describePart = (child: Child, wording: Wording): string => sentenceOf(child, new Words(wording), true)

function sentenceOf(child: Child, words: Words, isOuter = false): string {
  if (isCondition(child)) return sentenceOfCondition(child, words)
  const { kind, children } = partsOf(child)
  const sentences = children.map((inner) => sentenceOf(inner, words, children.length === 1 && kind !== "none"))
  const joined = joinedBy[kind](sentences, words)
  return isOuter || (sentences.length === 1 && kind !== "none")
    ? joined
    : fill(words.texts.tree.within!, { sentences: joined })
}

const joinedBy: Record<NodeKind, (sentences: string[], words: Words) => string> = {
  all: (sentences, words) => sentences.join(words.texts.tree.and),
  any: (sentences, words) => sentences.join(words.texts.tree.or),
  none: (sentences, words) => fill(words.texts.tree.none!, { sentences: sentences.join(words.texts.tree.or) }),
}

/** A list of one is said as the one. */
const ofOneValue: Partial<Record<OperatorId, OperatorId>> = { in: "eq", nin: "ne" }

function asSaid(condition: Condition): Condition {
  const operator = ofOneValue[condition.operator]
  const { value } = condition
  return operator && Array.isArray(value) && value.length === 1
    ? { ...condition, operator, value: value[0] }
    : condition
}

function sentenceOfCondition(given: Condition, words: Words): string {
  const condition = asSaid(given)
  const attribute = attributeOf(condition, ROOT)
  const texts = words.ofAttribute(attribute.id) ?? {
    label: attribute.id,
    hint: "",
    sentence: "{{label}} {{comparison}}",
  }
  const parts = { label: texts.label, ...parametersInWords(condition, attribute, words) }
  if (attribute.value.type === "boolean") {
    const said = sentenceOfBoolean(condition, texts, words)
    if (said) return fill(said, parts)
  }
  const { sentence, operator } = chosenSentence(condition.operator, texts, words)
  const compared = { ...condition, operator }
  return fill(sentence, {
    ...parts,
    value: operandInWords(compared, attribute, words).value,
    comparison: comparisonInWords(compared, attribute, words),
  })
}

/** Yes and no are told by the sentence itself. */
function sentenceOfBoolean({ operator, value }: Condition, texts: AttributeTexts, words: Words): string | undefined {
  if (operator !== "eq" && operator !== "ne") return undefined
  const opposite = texts.not ?? fill(words.texts.tree.not!, { sentence: texts.sentence })
  const said = value ? texts.sentence : opposite
  return operator === "eq" ? said : words.texts.tree.not!.replace("{{sentence}}", said)
}

/** The sentence of an attribute for an operator, and the operator whose comparison stands in it. */
function chosenSentence(id: OperatorId, texts: AttributeTexts, words: Words) {
  const { id: positive, isNegative } = positiveOf(id)
  if (positive === "is_set") return { sentence: words.texts.presence[id as "is_set"], operator: id }
  const byOperator = texts.byOperator?.[id]
  if (byOperator) return { sentence: byOperator, operator: id }
  if (isNegative && texts.not) return { sentence: texts.not, operator: positive }
  return { sentence: texts.sentence, operator: id }
}

/** Which comparisons a type of value is said with. */
const kindOfComparison = {
  text: "text",
  choice: "text",
  reference: "text",
  boolean: "text",
  integer: "number",
  number: "number",
  money: "number",
  date: "date",
} as const

function comparisonInWords(condition: Condition, attribute: Attribute, words: Words): string {
  const comparison = words.texts.comparisons[kindOfComparison[attribute.value.type]][condition.operator]
  return fill(comparison ?? "{{value}}", operandInWords(condition, attribute, words))
}

type InWords = Record<string, string>

/** How the operand of a condition is written: as a value, or as two ends. */
const operandsInWords: Record<Operand, (condition: Condition, attribute: Attribute, words: Words) => InWords> = {
  value: (condition, { value }, words) => ({ value: words.value(condition.value, value, condition) }),
  list: (condition, { value }, words) => {
    const values = (condition.value as unknown[]).map((one) => words.value(one, value, condition))
    return { value: condition.operator === "nin" ? words.noneOf(values) : words.anyOf(values) }
  },
  range: (condition, { value }, words) => {
    const [low, high] = condition.value as [unknown, unknown]
    return { low: words.value(low, value, condition), high: words.value(high, value, condition) }
  },
  days: (condition, _attribute, words) => ({ value: words.counted(condition.value as number, "days") }),
  nothing: () => ({}),
}

const operandInWords = (condition: Condition, attribute: Attribute, words: Words): InWords =>
  operandsInWords[positiveOf(condition.operator).takes](condition, attribute, words)

/** How parameters are said that are not said as they are. */
const parameterWriters: Record<string, (value: never, condition: Condition, words: Words) => string> = {
  window: (window: TimeWindow, _condition, words) => words.window(window),
  key_path: (keys: string[], _condition, words) => words.quoted(keys.join(".")),
  seed: (seed: string, _condition, words) => words.quoted(seed),
  items: (items: string[], { of }, words) =>
    words.anyOf(items.map((item) => words.reference(kindOfPurchase[of as PurchaseKind], item))),
}

const parametersInWords = (condition: Condition, attribute: Attribute, words: Words): InWords =>
  Object.fromEntries(
    Object.keys(attribute.parameters).flatMap((key) => {
      const value = condition[key]
      if (value === undefined) return []
      const write = parameterWriters[key]
      return [[key, write ? write(value as never, condition, words) : said(key, String(value), words)]]
    }),
  )

/** A parameter with fixed values, as it is said within a sentence. */
const said = (key: string, value: string, words: Words): string =>
  words.texts.phrases[key]?.[value] ?? words.texts.choices[key]?.[value] ?? value

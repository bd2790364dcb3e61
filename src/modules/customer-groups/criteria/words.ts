import { formats } from "./formats"
import type { Condition, TimeWindow } from "./schema"
import { fill, texts, type Texts } from "./texts"
import type { ReferenceKind, ValueType } from "./values"

/** How sentences are written. */
export interface Wording {
  /** A language or locale, `en` or `de-AT`: its words, and how it writes numbers, dates and lists. */
  locale: string
  /** The name of something that criteria know by its id; without one the id is shown. */
  nameOf?: (kind: ReferenceKind, id: string) => string | undefined
}

/** Values of a list that a sentence names before it counts the others. */
const NAMED = 10

/** Writes values as a person of the language reads them. */
export class Words {
  readonly texts: Texts
  private readonly language

  constructor(private readonly wording: Wording) {
    this.language = texts.languageOf(wording.locale)
    this.texts = texts.of(this.language)
  }

  ofAttribute(id: string) {
    return texts.ofAttribute(id, this.language)
  }

  number(value: number): string {
    return formats.number(this.wording.locale).format(value)
  }

  money(value: number, currencyCode: unknown): string {
    const currency = typeof currencyCode === "string" ? currencyCode.toUpperCase() : undefined
    if (!currency) return this.number(value)
    return formats.money(this.wording.locale, currency, Number.isInteger(value)).format(value)
  }

  /** A day of the calendar, whatever zone the reader is in. */
  day(day: string): string {
    return formats.day(this.wording.locale).format(new Date(`${day}T00:00:00Z`))
  }

  /** A number with its unit: "1 order", "3 days". */
  counted(count: number, unit: string): string {
    return this.plural(this.texts.units, unit, count)
  }

  private plural(forms: Record<string, string>, key: string, count: number): string {
    const form = formats.plural(this.wording.locale).select(count)
    return fill(forms[`${key}_${form}`] ?? forms[`${key}_other`] ?? "{{count}}", { count: this.number(count) })
  }

  quoted(text: string): string {
    return fill(this.texts.tree.quoted!, { text })
  }

  /** The name of something in the shop. A country's is in the language itself. */
  reference(kind: ReferenceKind, id: string): string {
    const name = this.wording.nameOf?.(kind, id)
    if (name) return name
    if (kind !== "country") return id
    try {
      return formats.country(this.wording.locale).of(id.toUpperCase()) ?? id
    } catch {
      return id
    }
  }

  /** "a, b or c"; of a long list the first ones. */
  anyOf(values: string[]): string {
    return this.listed(values, "or")
  }

  /** "a, b nor c", as it follows on "neither"; of a long list the first ones. */
  noneOf(values: string[]): string {
    return this.listed(values, "nor")
  }

  private listed(values: string[], joint: "or" | "nor"): string {
    const named = values.slice(0, NAMED)
    const others = values.length - named.length
    const { [joint]: before, [`${joint}_more`]: more } = this.texts.tree
    if (others) return fill(more!, { values: named.join(", "), count: this.number(others) })
    return [named.slice(0, -1).join(", "), named.slice(-1)[0]].filter(Boolean).join(before)
  }

  window(window: TimeWindow): string {
    if ("last" in window) return this.plural(this.texts.window, window.last.unit, window.last.n)
    return fill(this.texts.window.dates!, { from: this.day(window.from), to: this.day(dayBefore(window.to)) })
  }

  /** One value of an attribute, as its type is written. */
  value(value: unknown, type: ValueType, { attribute, currency_code }: Condition): string {
    return writers[type.type](this, value as never, type, { attribute, currency_code })
  }
}

/** A window ends before its `to`; a person names the last day that is in it. */
const dayBefore = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

type Writer<Value> = (words: Words, value: Value, type: ValueType, of: Record<string, unknown>) => string

const writeNumber: Writer<number> = (words, value, { unit }) =>
  unit ? words.counted(Number(value), unit) : words.number(Number(value))

/** How a value of each type is written. */
const writers: { [Type in ValueType["type"]]: Writer<never> } = {
  text: (words, value: string) => words.quoted(value),
  integer: writeNumber,
  number: writeNumber,
  money: (words, value: number, _type, { currency_code }) => words.money(Number(value), currency_code),
  boolean: (words, value: boolean) => (value ? words.texts.yes : words.texts.no),
  // What was found is a moment; what a condition says a day.
  date: (words, value: string) => words.day(value.slice(0, 10)),
  choice: (words, value: string, _type, { attribute }) => words.texts.choices[String(attribute)]?.[value] ?? value,
  reference: (words, value: string, { kind }) => words.reference(kind!, value),
}

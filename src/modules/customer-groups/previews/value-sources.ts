import { MedusaError } from "@medusajs/framework/utils"
import type { Context } from "@medusajs/framework/types"
import type { AdminCriteriaValue, ListCriteriaValuesInput } from "../../../types"
import { asMedusaError } from "../checks/criteria"
import {
  choicesOf,
  compileSuggestions,
  findAttribute,
  parseParameter,
  texts,
  type Attribute,
  type Condition,
} from "../criteria"
import { formats } from "../criteria/formats"
import type { ReferenceKind } from "../criteria/values"
import type { ReferenceOption, ReferencesRepository } from "../repositories/references"

export interface ValueDependencies {
  referencesRepository: ReferencesRepository
}

/** Where the values of an attribute, or of one of its parameters, come from. */
export type ValueSource =
  | { from: "choices"; choices: AdminCriteriaValue[] }
  | { from: "countries"; language: string }
  | { from: "references"; kind: Exclude<ReferenceKind, "country"> }
  | { from: "occurring"; attribute: string; given: Record<string, unknown> }

/** Whose values are asked for. */
export type AskedSource = Pick<ListCriteriaValuesInput, "attribute" | "parameter" | "of" | "key_path" | "language">

/** More than the world has. */
const ALL_COUNTRIES = 1_000

const requireAttribute = (id: string): Attribute => {
  const attribute = findAttribute(id)
  if (!attribute) throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no attribute "${id}"`)
  return attribute
}

const requireParameter = ({ id, parameters }: Attribute, key: string) => {
  const parameter = Object.entries(parameters).find(([name]) => name === key)?.[1]
  if (!parameter) throw new MedusaError(MedusaError.Types.NOT_FOUND, `The attribute ${id} has no parameter "${key}"`)
  return parameter
}

/**
 * Whether values are shown only to who may see customers.
 * @throws NOT_FOUND no such attribute or parameter
 */
export const isPersonal = ({ attribute: id, parameter }: AskedSource): boolean => {
  const attribute = requireAttribute(id)
  if (parameter !== undefined) requireParameter(attribute, parameter)
  return parameter === undefined && (attribute.suggestions?.isPersonal ?? false)
}

const ofKind = (kind: ReferenceKind, language: string): ValueSource =>
  kind === "country" ? { from: "countries", language } : { from: "references", kind }

const ofChoices = (id: string, choices: readonly string[], language: string): ValueSource => ({
  from: "choices",
  choices: (choicesOf(id, choices, texts.languageOf(language)) ?? []).map((choice) => ({ ...choice, hint: null })),
})

/** The parameters by which values are found: those that the attribute has, checked as in a condition. */
const foundBy = (attribute: Attribute, by: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    ["of", "key_path"].flatMap((key) => {
      const declared = Object.entries(attribute.parameters).find(([name]) => name === key)?.[1]
      return declared ? [[key, asMedusaError(() => parseParameter(by[key], declared, attribute, key))]] : []
    }),
  )

/**
 * Undefined where anything can be written.
 *
 * @throws NOT_FOUND no such attribute or parameter · INVALID_DATA what values are found by is wrong or missing
 */
export const sourceOf = ({ attribute: id, parameter: key, language = "en", ...by }: AskedSource) => {
  const attribute = requireAttribute(id)
  if (key === undefined) return sourceOfAttribute(attribute, by, language)

  const parameter = requireParameter(attribute, key)
  if (parameter.choices) return ofChoices(key, parameter.choices, language)
  const kind = parameter.names?.({ attribute: id, ...foundBy(attribute, by) } as Condition)
  return kind && ofKind(kind, language)
}

const sourceOfAttribute = (
  attribute: Attribute,
  by: Pick<AskedSource, "of" | "key_path">,
  language: string,
): ValueSource | undefined => {
  const { id, value, suggestions } = attribute
  if (value.choices) return ofChoices(id, value.choices, language)
  if (value.kind) return ofKind(value.kind, language)
  return suggestions && { from: "occurring", attribute: id, given: foundBy(attribute, by) }
}

export const asValue = ({ id, label, hint }: ReferenceOption): AdminCriteriaValue => ({
  value: id,
  label: label ?? id,
  hint,
})

/** A text that occurs, as it is. */
export const asItIs = (value: string): AdminCriteriaValue => ({ value, label: value, hint: null })

/** All countries by their names in the language: nobody looks for "Germany" who reads "Deutschland". */
export const countriesIn = async (
  { referencesRepository }: ValueDependencies,
  language: string,
  context: Context,
): Promise<AdminCriteriaValue[]> => {
  const locale = texts.languageOf(language)
  const names = formats.country(locale)
  const all = await referencesRepository.suggest("country", undefined, ALL_COUNTRIES, context)
  return all
    .map(({ id }) => ({ value: id, label: names.of(id.toUpperCase()) ?? id, hint: id.toUpperCase() }))
    .sort((a, b) => a.label.localeCompare(b.label, locale))
}

/** The same, those of customers' addresses first, the commonest at the top: a shop sells to a few of the world's countries. */
export const countriesToChoose = async (
  dependencies: ValueDependencies,
  language: string,
  context: Context,
): Promise<AdminCriteriaValue[]> => {
  const all = await countriesIn(dependencies, language, context)
  const statement = compileSuggestions("country", "", ALL_COUNTRIES)
  const occurring = await dependencies.referencesRepository.listOccurring(statement!, context)
  const placeOf = new Map([...new Set(occurring.map((code) => code.toLowerCase()))].map((code, place) => [code, place]))
  const place = ({ value }: AdminCriteriaValue) => placeOf.get(value.toLowerCase()) ?? placeOf.size
  return all.sort((a, b) => place(a) - place(b))
}

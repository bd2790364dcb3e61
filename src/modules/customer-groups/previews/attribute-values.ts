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
import type { ReferenceKind } from "../criteria/values"
import type { ReferenceOption, ReferencesRepository } from "../repositories/references"

interface Dependencies {
  referencesRepository: ReferencesRepository
}

/** What is asked for, with its attribute. */
interface Asked extends Required<Pick<ListCriteriaValuesInput, "q" | "limit" | "language">> {
  attribute: Attribute
  values?: string[]
}

const LIMIT = 20
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
export const isPersonal = ({ attribute: id, parameter }: Pick<ListCriteriaValuesInput, "attribute" | "parameter">) => {
  const attribute = requireAttribute(id)
  if (parameter !== undefined) requireParameter(attribute, parameter)
  return parameter === undefined && (attribute.suggestions?.isPersonal ?? false)
}

/**
 * Values that a condition can compare with, or that one of its parameters can be.
 *
 * @throws NOT_FOUND no such attribute or parameter · INVALID_DATA what they are found by is wrong or missing
 */
export const listAttributeValues = async (
  dependencies: Dependencies,
  { attribute: id, parameter: key, q = "", limit = LIMIT, language = "en", values, ...by }: ListCriteriaValuesInput,
  context: Context,
): Promise<AdminCriteriaValue[]> => {
  const attribute = requireAttribute(id)
  const asked = { attribute, q, limit, language, values }
  if (key === undefined) return valuesOfAttribute(dependencies, asked, by, context)

  const parameter = requireParameter(attribute, key)
  if (parameter.choices) return chosen(key, parameter.choices, asked)
  const kind = parameter.names?.({ attribute: id, ...foundBy(attribute, by) } as Condition)
  return kind ? references(dependencies, kind, asked, context) : []
}

const valuesOfAttribute = async (
  dependencies: Dependencies,
  asked: Asked,
  by: Pick<ListCriteriaValuesInput, "of" | "key_path">,
  context: Context,
): Promise<AdminCriteriaValue[]> => {
  const { id, value, suggestions } = asked.attribute
  if (value.choices) return chosen(id, value.choices, asked)
  if (value.kind) return references(dependencies, value.kind, asked, context)
  if (!suggestions) return []
  if (asked.values) return asked.values.map((occurring) => asItIs(occurring))
  const given = foundBy(asked.attribute, by)
  const statement = asMedusaError(() => compileSuggestions(id, asked.q, asked.limit, given))
  const found = await dependencies.referencesRepository.listOccurring(statement!, context)
  return found.map(asItIs)
}

const asItIs = (value: string): AdminCriteriaValue => ({ value, label: value, hint: null })

/** The parameters by which values are found: those that the attribute has, checked as in a condition. */
const foundBy = (attribute: Attribute, by: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    ["of", "key_path"].flatMap((key) => {
      const declared = Object.entries(attribute.parameters).find(([name]) => name === key)?.[1]
      return declared ? [[key, asMedusaError(() => parseParameter(by[key], declared, attribute, key))]] : []
    }),
  )

const containing = (q: string, ...names: (string | null)[]) =>
  names.some((name) => name?.toLowerCase().includes(q.toLowerCase()))

const chosen = (of: string, choices: readonly string[], { q, limit, language, values }: Asked): AdminCriteriaValue[] =>
  (choicesOf(of, choices, texts.languageOf(language)) ?? [])
    .filter(({ value, label }) => (values ? values.includes(value) : containing(q, label)))
    .slice(0, limit)
    .map((choice) => ({ ...choice, hint: null }))

const references = async (
  { referencesRepository }: Dependencies,
  kind: ReferenceKind,
  { q, limit, language, values }: Asked,
  context: Context,
): Promise<AdminCriteriaValue[]> => {
  if (kind === "country") {
    const all = await referencesRepository.suggest(kind, undefined, ALL_COUNTRIES, context)
    return countries(all, { q, limit, language, values })
  }
  const found = values
    ? await referencesRepository.listNames(kind, values, context)
    : await referencesRepository.suggest(kind, q, limit, context)
  return found.map(({ id, label, hint }) => ({ value: id, label: label ?? id, hint }))
}

/** By their names in the language: nobody looks for "Germany" who reads "Deutschland". */
const countries = (
  all: ReferenceOption[],
  { q, limit, language, values }: Omit<Asked, "attribute">,
): AdminCriteriaValue[] => {
  const locale = texts.languageOf(language)
  const names = new Intl.DisplayNames(locale, { type: "region" })
  return all
    .map(({ id }) => ({ value: id, label: names.of(id.toUpperCase()) ?? id, hint: id.toUpperCase() }))
    .filter(({ value, label, hint }) => (values ? values.includes(value) : containing(q, label, hint)))
    .sort((a, b) => a.label.localeCompare(b.label, locale))
    .slice(0, limit)
}

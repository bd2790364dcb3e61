import type { Context } from "@medusajs/framework/types"
import type { AdminCriteriaValue, ListCriteriaValuesInput } from "../../../types"
import { compileSuggestions } from "../criteria"
import { asItIs, asValue, countriesIn, countriesToChoose, sourceOf, type ValueDependencies } from "./value-sources"

const LIMIT = 20

const containing = (q: string, ...names: (string | null)[]) =>
  names.some((name) => name?.toLowerCase().includes(q.toLowerCase()))

/**
 * Values that a condition can compare with, or that one of its parameters can be.
 *
 * @throws NOT_FOUND no such attribute or parameter · INVALID_DATA what they are found by is wrong or missing
 */
export const listAttributeValues = async (
  dependencies: ValueDependencies,
  { q = "", limit = LIMIT, values, ...asked }: ListCriteriaValuesInput,
  context: Context,
): Promise<AdminCriteriaValue[]> => {
  const { referencesRepository } = dependencies
  const source = sourceOf(asked)
  const among = (all: AdminCriteriaValue[]) =>
    all
      .filter(({ value, label, hint }) => (values ? values.includes(value) : containing(q, label, hint)))
      .slice(0, limit)

  switch (source?.from) {
    case "choices":
      return among(source.choices)
    case "countries":
      return among(await (values ? countriesIn : countriesToChoose)(dependencies, source.language, context))
    case "references": {
      const found = values
        ? await referencesRepository.listNames(source.kind, values, context)
        : await referencesRepository.suggest(source.kind, q, limit, context)
      return found.map(asValue)
    }
    case "occurring": {
      if (values) return values.map(asItIs)
      const statement = compileSuggestions(source.attribute, q, limit, source.given)
      return (await referencesRepository.listOccurring(statement!, context)).map(asItIs)
    }
    default:
      return []
  }
}

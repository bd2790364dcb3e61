import { distance } from "fastest-levenshtein"
import type { Context } from "@medusajs/framework/types"
import type { AdminCriteriaValue, AdminCriteriaValueMatch, MatchCriteriaValuesInput } from "../../../types"
import { compileOccurring, compileSuggestions } from "../criteria"
import { asItIs, asValue, countriesIn, sourceOf, type ValueDependencies, type ValueSource } from "./value-sources"

/** Among how many values of the shop the closest is looked for. */
const CLOSEST_AMONG = 1_000
/** Of how many entries that nothing has the closest is looked for; whoever pastes a thousand wrong ones has another list. */
const MOST_CORRECTED = 50
/** Letters of a word for each that may differ. */
const LETTERS_A_MISTAKE = 3

const namesOf = ({ value, label, hint }: AdminCriteriaValue) =>
  [value, label, hint ?? value].map((name) => name.toLowerCase())

/** What may have been meant: what differs by the fewest letters, if these are few for its length. */
export const closestTo = (entry: string, values: readonly AdminCriteriaValue[]): AdminCriteriaValue | null => {
  const typed = entry.toLowerCase()
  let fewest = Math.max(1, Math.floor(typed.length / LETTERS_A_MISTAKE)) + 1
  let closest: AdminCriteriaValue | null = null
  for (const value of values) {
    const mistakes = distance(typed, value.label.toLowerCase())
    if (mistakes < fewest) [fewest, closest] = [mistakes, value]
  }
  return closest
}

/** Those that are called as one of the entries says. */
const named = async (
  dependencies: ValueDependencies,
  source: ValueSource,
  entries: string[],
  context: Context,
): Promise<AdminCriteriaValue[]> => {
  const { referencesRepository } = dependencies
  switch (source.from) {
    case "choices":
      return source.choices
    case "countries":
      return countriesIn(dependencies, source.language, context)
    case "references":
      return (await referencesRepository.listNamed(source.kind, entries, context)).map(asValue)
    case "occurring": {
      const statement = compileOccurring(source.attribute, entries, source.given)
      return (await referencesRepository.listOccurring(statement!, context)).map(asItIs)
    }
  }
}

/** Some to look for the closest among; where all are known already, these. */
const candidates = async (
  { referencesRepository }: ValueDependencies,
  source: ValueSource,
  known: AdminCriteriaValue[],
  context: Context,
): Promise<AdminCriteriaValue[]> => {
  if (source.from === "references")
    return (await referencesRepository.suggest(source.kind, undefined, CLOSEST_AMONG, context)).map(asValue)
  if (source.from !== "occurring") return known
  const statement = compileSuggestions(source.attribute, "", CLOSEST_AMONG, source.given)
  return (await referencesRepository.listOccurring(statement!, context)).map(asItIs)
}

/**
 * Which values are meant by entries that somebody has pasted or typed; of those that name none, what may have been meant.
 *
 * @throws NOT_FOUND no such attribute or parameter · INVALID_DATA what values are found by is wrong or missing
 */
export const matchAttributeValues = async (
  dependencies: ValueDependencies,
  { entries, ...asked }: MatchCriteriaValuesInput,
  context: Context,
): Promise<AdminCriteriaValueMatch[]> => {
  const source = sourceOf(asked)
  // Anything can be written: all of it is meant as it is.
  if (!source) return entries.map((entry) => ({ entry, value: asItIs(entry), closest: null }))

  const known = await named(dependencies, source, entries, context)
  const byName = new Map([...known].reverse().flatMap((value) => namesOf(value).map((name) => [name, value])))
  const unknown = entries.filter((entry) => !byName.has(entry.toLowerCase()))
  const others = unknown.length ? await candidates(dependencies, source, known, context) : []
  const corrected = new Map(unknown.slice(0, MOST_CORRECTED).map((entry) => [entry, closestTo(entry, others)]))
  return entries.map((entry) => ({
    entry,
    value: byName.get(entry.toLowerCase()) ?? null,
    closest: corrected.get(entry) ?? null,
  }))
}

import type { Context } from "@medusajs/framework/types"
import { type Criteria, referencesOf, type Wording } from "../criteria"
import type { ReferencesRepository } from "../repositories/references"

/** How sentences about criteria are written: what these know by its id is named as the shop names it, asked for at once. */
export const wordingOf = async (
  { referencesRepository }: { referencesRepository: ReferencesRepository },
  criteria: readonly Criteria[],
  locale: string,
  context: Context,
): Promise<Wording> => {
  const names = new Map<string, string>()
  const references = criteria.flatMap(referencesOf).filter(({ kind }) => kind !== "country")
  for (const kind of new Set(references.map((reference) => reference.kind))) {
    const ids = references.filter((reference) => reference.kind === kind).map(({ id }) => id)
    for (const { id, label } of await referencesRepository.listNames(kind, [...new Set(ids)], context))
      if (label) names.set(`${kind}:${id}`, label)
  }
  return { locale, nameOf: (kind, id) => names.get(`${kind}:${id}`) }
}

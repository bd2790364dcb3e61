import type { Attribute } from "./attribute"
import { builtInAttributes } from "./attributes"
import { texts, type AttributeTexts, type Language } from "./texts"

const known = new Map<string, Attribute>(builtInAttributes.map((attribute) => [attribute.id, attribute]))

/** The attribute of this id, or nothing if there is none (any more). */
export const findAttribute = (id: string): Attribute | undefined => known.get(id)

/** Every attribute, in the order in which the builder lists them. */
export const listAttributes = (): Attribute[] => [...known.values()]

/**
 * Adds an attribute to the catalogue, for another plugin. Call it while that plugin's module is loaded: stored criteria
 * that name an attribute which is not there pause their group.
 *
 * @param attribute from `defineAttribute`; its source from `customerValue`, `anyOfRows`, `valueOfRows` …
 * @param attributeTexts its label, hint and sentence; English at least, which stands in for other languages
 * @returns a function that takes it out again
 * @throws Error if the id is not snake_case or taken
 *
 * @example
 * registerCustomerAttribute(
 *   defineAttribute({
 *     id: "loyalty_points", family: "other", value: values.integer(), operators: operatorsOf.number, parameters: {},
 *     looksAt: [],
 *     source: () => valueOfRows({ from: sql`loyalty_account l`, customerId: sql`l.customer_id` }, (of) => of(sql`sum(l.points)`), "zero"),
 *   }),
 *   { en: { label: "Loyalty points", hint: "…", sentence: "has {{comparison}} loyalty points" } },
 * )
 */
export function registerCustomerAttribute(
  attribute: Attribute,
  attributeTexts: { en: AttributeTexts } & Partial<Record<Language, AttributeTexts>>,
): () => void {
  const { id } = attribute
  if (!/^[a-z][a-z0-9_]*$/.test(id)) throw new Error(`Customer attribute "${id}": an id is written in snake_case`)
  if (known.has(id)) throw new Error(`Customer attribute "${id}" is there already`)
  known.set(id, attribute)
  const takeOut = texts.addAttribute(id, attributeTexts)
  return () => {
    known.delete(id)
    takeOut()
  }
}

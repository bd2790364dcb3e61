import type { CriteriaPath } from "./errors"
import type { Criteria } from "./schema"
import { conditionsOf, type Placed } from "./tree"
import { attributeOf } from "./validate-condition"
import type { ReferenceKind } from "./values"

/** Something in the shop that criteria name, for looking up whether it exists. */
export interface Reference {
  path: CriteriaPath
  kind: ReferenceKind
  id: string
}

/** Everything that criteria name by id or code, in the order of the tree. */
export const referencesOf = (criteria: Criteria): Reference[] =>
  conditionsOf(criteria).flatMap((placed) => [...inValue(placed), ...inParameters(placed)])

const named = (kind: ReferenceKind | undefined, given: unknown, path: CriteriaPath): Reference[] => {
  if (!kind || given === undefined) return []
  if (Array.isArray(given)) return given.flatMap((id, index) => named(kind, id, `${path}[${index}]`))
  return [{ path, kind, id: String(given) }]
}

const inValue = ({ condition, path }: Placed) =>
  named(attributeOf(condition, path).value.kind, condition.value, `${path}.value`)

const inParameters = ({ condition, path }: Placed) =>
  Object.entries(attributeOf(condition, path).parameters).flatMap(([key, parameter]) =>
    named(parameter.names?.(condition), condition[key], `${path}.${key}`),
  )

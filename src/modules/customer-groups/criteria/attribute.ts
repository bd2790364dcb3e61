import type { Sql } from "../sql/sql"
import type { Clock } from "./dates"
import type { Given, Parameters } from "./parameters"
import type { OperatorId } from "./schema"
import type { Source } from "./sources"
import type { ValueType } from "./values"

/** Under which heading the builder lists an attribute. */
export const FAMILIES = [
  "profile",
  "address",
  "orders",
  "products",
  "ranks",
  "carts",
  "groups",
  "sample",
  "other",
] as const

export type Family = (typeof FAMILIES)[number]

/** What an attribute reads. A change of it makes the groups that look at it due. */
export const DATA_KINDS = ["profile", "address", "orders", "statistics", "purchases", "carts", "groups"] as const

export type DataKind = (typeof DATA_KINDS)[number]

/** Something known of a customer that a condition can test. Everything about it follows from this entry and its texts. */
export interface Attribute<Declared extends Parameters = Parameters> {
  /** In snake_case; never changes once released. */
  id: string
  family: Family
  value: ValueType
  operators: readonly OperatorId[]
  parameters: Declared
  looksAt: readonly DataKind[]
  /** The value changes as days go by, with nothing else changing: an age, days since. */
  dependsOnTime?: boolean
  /** The value depends on everybody, so it is never worked out for one customer alone. */
  isRanked?: boolean
  /**
   * Values that occur in the shop: a select of one column `value`, or one for the parameters of a condition; personal
   * ones are shown to who may see customers.
   */
  suggestions?: { values: Sql | ((given: Given<Declared>) => Sql); isPersonal: boolean }
  /** Its SQL, for the parameters of a condition. */
  source(given: Given<Declared>, clock: Clock): Source
}

/** Declares an attribute; `source` gets its parameters with their types. */
export const defineAttribute = <Declared extends Parameters>(attribute: Attribute<Declared>): Attribute =>
  attribute as unknown as Attribute

import type { Sql } from "../../sql/sql"
import type { Truth } from "../missing-data"
import type { Sets } from "./sets"

/** The positive comparison of a condition. */
export interface Test {
  /** Compares a value, which may be missing. */
  compare(value: Sql): Sql
  /** Whether 0 passes. */
  fitsZero: boolean
}

/**
 * Where an attribute's value comes from: SQL over the customer `c` and the sets that it joins. Other plugins make theirs
 * from the functions beside this file.
 */
export interface Source {
  /** It needs no set: the condition can be asked of the customer first, before anything is joined. */
  asksCustomerOnly: boolean
  /** Whether a value passes, as SQL. */
  truth(test: Test, sets: Sets): Truth
  /** The value found, for explanations: one, or an array of a few. */
  found(sets: Sets): Sql
}

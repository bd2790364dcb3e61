import { sql, type Sql } from "../../sql/sql"
import { truthOf } from "../missing-data"
import { anyOfRows, foundAmong } from "./any-of"
import type { Rows } from "./sets"
import type { Source } from "./source"

/** A value that stands on the customer `c` itself. */
export const customerValue = (value: Sql): Source => ({
  asksCustomerOnly: true,
  truth: (test) => truthOf(test.compare(value)),
  found: () => value,
})

/**
 * A set that the customer's id is looked up in, before anything is joined. PostgreSQL reads it once into a hash table,
 * whatever it believes of its size; of a group that was just filled it believes that it is empty (docs/decisions/0004),
 * and would join by reading the whole group for each customer. Kept to a few customers it is joined like any other set.
 */
export const lookedUpIn = (rows: Rows, value: Sql): Source => ({
  asksCustomerOnly: true,
  truth: (test, sets) => {
    if (sets.use.isOfFew) return anyOfRows({ rows, value }).truth(test, sets)
    const customers = sql`select ${rows.customerId} ${sets.fromRows(rows, [test.compare(value)])}`
    return { holds: sql`(c.id in (${customers})) is true`, fails: sql`(c.id in (${customers})) is not true` }
  },
  found: (sets) => foundAmong(rows, value, sets),
})

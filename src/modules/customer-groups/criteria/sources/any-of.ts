import { sql, type Sql } from "../../sql/sql"
import { isAmong, truthOf } from "../missing-data"
import type { Rows, Sets } from "./sets"
import type { Source } from "./source"

/** Values that an explanation shows of somebody who has many. */
const SHOWN_VALUES = 20

/** A few of the values that a customer has, as an array. */
export const foundAmong = (rows: Rows, value: Sql, sets: Sets): Sql => {
  const found = sql`(array_agg(distinct ${value}))[1:${SHOWN_VALUES}::int]`
  const customers = sets.fromRows(rows, [sql`${value} is not null`])
  return sql`${sets.joined(sql`select ${rows.customerId} as customer_id, ${found} as value ${customers} group by 1`)}.value`
}

/** Whether a customer has such rows, among all that are read of their tables; null for somebody without any. */
const isAnyOf = (rows: Rows, sets: Sets): Sql => sets.fromGathered(rows, (isOfSet) => sql`bool_or(${isOfSet})`)

interface AnyOf {
  rows: Rows
  value: Sql
  /** How rows are found whose value passes; without it each value is compared. */
  where?: (compare: (value: Sql) => Sql) => Sql
  /** The rows and the value that are shown, if they are others than those compared. */
  shown?: { rows: Rows; value: Sql }
}

/** Several values a customer: any of them has to pass. */
export const anyOfRows = ({ rows, value, where = (compare) => compare(value), shown }: AnyOf): Source => ({
  asksCustomerOnly: false,
  truth: (test, sets) => {
    if (sets.gathers) return truthOf(isAnyOf({ ...rows, where: [...(rows.where ?? []), where(test.compare)] }, sets))
    const passing = sets.fromRows(rows, [where(test.compare)])
    const alias = sets.joined(sql`select distinct ${rows.customerId} as customer_id ${passing}`, rows.areOfCustomers)
    return isAmong(alias)
  },
  found: (sets) => foundAmong(shown?.rows ?? rows, shown?.value ?? value, sets),
})

/** True for customers who have such rows, false for all others. */
export const existsIn = (rows: Rows): Source => {
  const isThere = (sets: Sets) =>
    sets.gathers
      ? sql`coalesce(${isAnyOf(rows, sets)}, false)`
      : sql`${sets.joined(sql`select distinct ${rows.customerId} as customer_id ${sets.fromRows(rows)}`)}.customer_id is not null`
  return {
    asksCustomerOnly: false,
    truth: (test, sets) => truthOf(test.compare(isThere(sets))),
    found: (sets) => sql`(${isThere(sets)})`,
  }
}

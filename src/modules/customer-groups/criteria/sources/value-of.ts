import { sql, type Sql } from "../../sql/sql"
import { comparedOverNothing, isAmong, type OverNothing } from "../missing-data"
import type { Rows, Sets } from "./sets"
import type { Source } from "./source"

const shown = (value: Sql, over: OverNothing) => (over === "zero" ? sql`coalesce(${value}, 0)` : value)

/**
 * A value of the customer's row of statistics.
 *
 * @param currencyCode of the row; `*` is the one over all currencies, without amounts
 * @param value from the alias of the row
 */
export const statisticsValue = (currencyCode: string, value: (row: Sql) => Sql, over: OverNothing): Source => ({
  asksCustomerOnly: false,
  truth: (test, sets) => {
    const row = sets.statistics(currencyCode)
    const truth = comparedOverNothing(value(row), over, test)
    return over === "zero" && test.fitsZero ? truth : { ...truth, needs: row }
  },
  found: (sets) => shown(value(sets.statistics(currencyCode)), over),
})

/** An aggregate over the rows that are meant, which may be some of those that are read. */
export type Aggregate = (aggregate: Sql) => Sql

const overAll: Aggregate = (aggregate) => aggregate

/**
 * A value worked out from a customer's rows: a count, a sum, a latest date.
 *
 * @param valueOf an expression of aggregates, each given to its parameter: `(of) => sql`${of(sql`sum(l.points)`)} / 10``
 */
export const valueOfRows = (rows: Rows, valueOf: (of: Aggregate) => Sql, over: OverNothing): Source => {
  const value = valueOf(overAll)
  const joined = (sets: Sets) =>
    sets.gathers
      ? sets.fromGathered(rows, (isOfSet) => valueOf((aggregate) => sql`${aggregate} filter (where ${isOfSet})`))
      : sql`${sets.joined(sql`select ${rows.customerId} as customer_id, ${value} as value ${sets.fromRows(rows)} group by 1`)}.value`
  return {
    asksCustomerOnly: false,
    truth: (test, sets) => {
      if (sets.use.isShared || (over === "zero" && test.fitsZero)) return comparedOverNothing(joined(sets), over, test)
      // Nobody without rows passes, so the set holds those only who pass: it is smaller, and is joined rather than kept.
      const passing = sql`select ${rows.customerId} as customer_id ${sets.fromRows(rows)} group by 1 having ${test.compare(value)}`
      return isAmong(sets.joined(passing, rows.areOfCustomers))
    },
    found: (sets) => shown(joined(sets), over),
  }
}

/**
 * A value that depends on all customers, such as a place in an order: never kept to those who are asked about.
 *
 * @param select `(customer_id, value)`, one row a customer
 */
export const valueAmongAll = (select: Sql): Source => ({
  asksCustomerOnly: false,
  truth: (test, sets) => comparedOverNothing(sql`${sets.joined(select)}.value`, "missing", test),
  found: (sets) => sql`${sets.joined(select)}.value`,
})

import { allOf, sql, type Sql } from "../../sql/sql"
import type { Limit } from "../sources"

/** For whom criteria are worked out: all living customers, or the living ones of these. */
export type Scope = "all" | { ids: readonly string[] }

/** The ids, once for the whole statement; sets and customers are read by them. */
export const scopeTable = (ids: readonly string[]): Sql =>
  sql`scope as materialized (select distinct id from unnest(${ids}::text[]) as given (id))`

/** Read into an array once, so that an index on the customer's id serves whatever PostgreSQL believes of the sizes. */
const inScope = (id: Sql): Sql => sql`${id} = any(array(select scope.id from scope))`

/** Living customers `c` of a scope. */
export const customersOf = (scope: Scope): Sql[] => [
  ...(scope === "all" ? [] : [inScope(sql`c.id`)]),
  sql`c.deleted_at is null`,
]

/** Keeps sets to the ids of the scope. */
export const toScope: Limit = ({ customerId }) => [inScope(customerId)]

/** All customers are asked about. */
export const toEverybody: Limit = () => []

/**
 * Keeps sets to the customers of the base. Of these, statistics tell beforehand who cannot have such rows at all, which
 * is cheaper than looking for them.
 */
export const toBase: Limit = ({ customerId, lastOrderFrom, ordersAtLeast }) => {
  const known = [
    ...(lastOrderFrom ? [sql`known.last_order_at >= ${lastOrderFrom}`] : []),
    ...(ordersAtLeast ? [sql`known.order_count >= ${ordersAtLeast}::bigint`] : []),
  ]
  if (!known.length) return [sql`${customerId} in (select base.id from base)`]
  return [
    sql`${customerId} in (
      select base.id from base
      join customer_statistics known on known.customer_id = base.id and known.currency_code = '*' and ${allOf(known)})`,
  ]
}

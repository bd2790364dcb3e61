import { sql, type Sql } from "../../sql/sql"
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

/** `c`, who is known to exist, is not deleted: looked up among the few who are. */
export const notDeleted = sql`not exists (select 1 from customer gone where gone.id = c.id and gone.deleted_at is not null)`

/** Keeps sets to the ids of the scope. */
export const toScope: Limit = ({ customerId }) => [inScope(customerId)]

/** All customers are asked about. */
export const toEverybody: Limit = () => []

/**
 * Keeps sets to the customers of the base. Not by their statistics too, of who can have such rows at all: reading those
 * costs more than it saves (docs/decisions/0008).
 */
export const toBase: Limit = ({ customerId }) => [sql`${customerId} in (select base.id from base)`]

import { randomBytes } from "node:crypto"
import { sql, type Sql } from "./sql"

const ID_DIGITS_OF_ROW = 7

/**
 * Ids of new memberships in the order of the rows, so that a large insert fills the index page by page: `cusgc_` and 26
 * hex digits. To number them, PostgreSQL sorts all rows before it inserts the first; without that it may look for
 * members in the very table that it is filling, row after row.
 *
 * @param customerId the column to number by
 */
export const newMembershipIds = (customerId: Sql): Sql => {
  const stamp = Date.now().toString(16).padStart(12, "0") + randomBytes(4).toString("hex").slice(0, 7)
  return sql`'cusgc_' || ${stamp}::text || lpad(to_hex(row_number() over (order by ${customerId})), ${ID_DIGITS_OF_ROW}::int, '0')`
}

import { sql } from "../sql/sql"

/** Held by a check while it reads the facts, and by a rebuild while it puts others in their place. */
export const CHECK_LOCK = sql`hashtextextended('customer_groups:statistics:check', 0)`

import { sql } from "./sql"

/** From when on the logs are kept; `-infinity` where nothing was ever pruned. */
export const keptSince = sql`coalesce((select pruned_until from customer_group_pruning), '-infinity')`

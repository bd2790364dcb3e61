import { sql, type Sql } from "./sql"

/** A moment from now on, by the clock rather than the beginning of the transaction. */
export const inSeconds = (seconds: number): Sql => sql`clock_timestamp() + make_interval(secs => ${seconds})`

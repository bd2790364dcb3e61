import { sql } from "./sql"

/** Seconds of silence after which whoever worked on an operation is taken for dead: a heartbeat is due each ten seconds. */
const SILENCE = 60

/** Whether a row of operations is running and nobody has heard of it for a while; as the index on running ones says it. */
export const isSilent = sql`status = 'running' and deleted_at is null and updated_at < now() - make_interval(secs => ${SILENCE})`

/** Whoever dies of a piece of work three times is not given it again. */
const MOST_ATTEMPTS = 3

/** Whether a row of operations says what was to be done, and another try is worth it. */
export const isWorthRetrying = sql`(work is not null and attempts < ${MOST_ATTEMPTS})`

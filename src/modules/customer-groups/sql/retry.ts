import { setTimeout as wait } from "node:timers/promises"

const DEADLOCK = "40P01"
const ATTEMPTS = 10
/** Milliseconds; the wait before an attempt is random up to this times its number, so that two do not meet again. */
const LONGEST_FIRST_WAIT = 20

/**
 * Runs a transaction again when PostgreSQL ended it to resolve a deadlock with another writer, for example a script that
 * updates many customers in no order. The transaction changed nothing by then.
 */
export async function retryDeadlocks<Result>(transaction: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction()
    } catch (error) {
      if ((error as { code?: string }).code !== DEADLOCK || attempt === ATTEMPTS) throw error
      await wait(Math.random() * LONGEST_FIRST_WAIT * attempt)
    }
  }
}

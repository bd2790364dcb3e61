const DEADLOCK = "40P01"
const ATTEMPTS = 5

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
    }
  }
}

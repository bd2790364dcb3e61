import type { Context } from "@medusajs/framework/types"

/** What a repository asks of the entity manager that MikroORM gives a service, for a transaction of Knex's. */
export const contextOf = (transaction: unknown): Context => ({
  transactionManager: { getTransactionContext: () => transaction, getKnex: () => transaction },
})

import type { LoaderOptions } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/**
 * A loader that attaches triggers at each start. In a fresh store a package's migrations run before Medusa's own tables are
 * made, so this is where the triggers come from; later it mends them if somebody took them away.
 *
 * @param missing what is not so while they could not be attached
 */
export const attachAtStart =
  (statement: string, missing: string) =>
  async ({ container, logger }: LoaderOptions): Promise<void> => {
    const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    try {
      await knex.raw(statement)
    } catch (error) {
      // A loader that throws would keep the whole store from starting.
      logger?.warn(`[customer-groups] ${missing}: ${(error as Error).message}`)
    }
  }

import type { LoaderOptions } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ATTACH_LOG } from "../log/triggers"

/**
 * Attaches the log at each start. In a fresh store a package's migrations run before Medusa's own tables are made, so
 * this is where the triggers come from; later it mends them if somebody took them away.
 */
export default async function attachLogLoader({ container, logger }: LoaderOptions): Promise<void> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  try {
    await knex.raw(ATTACH_LOG)
  } catch (error) {
    // A loader that throws would keep the whole store from starting.
    logger?.warn(`[customer-groups] The log of membership changes is not attached yet: ${(error as Error).message}`)
  }
}

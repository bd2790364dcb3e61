import type { LoaderOptions } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ATTACH_MARKS } from "../marks/triggers"

/** Attaches the marks at each start, as the log is attached and for the same reasons. */
export default async function attachMarksLoader({ container, logger }: LoaderOptions): Promise<void> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  try {
    await knex.raw(ATTACH_MARKS)
  } catch (error) {
    logger?.warn(`[customer-groups] Changes made by SQL do not mark customers yet: ${(error as Error).message}`)
  }
}

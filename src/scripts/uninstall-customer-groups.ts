import type { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { UNINSTALL } from "../modules/customer-groups/log/uninstall"
import restoreMedusasEntries from "./restore-medusas-entries"

/**
 * Takes the plugin's triggers, tables and indexes out of the database and brings Medusa's own entries in the dashboard back. Groups
 * and their members stay. Run it before the package is removed.
 *
 * @example npx medusa exec ./node_modules/medusa-plugin-customer-groups/.medusa/server/src/scripts/uninstall-customer-groups.js
 */
export default async function uninstallCustomerGroups({ container }: ExecArgs): Promise<void> {
  await restoreMedusasEntries({ container })
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  await knex.transaction((transaction: { raw(sql: string): Promise<unknown> }) => transaction.raw(UNINSTALL))
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .info("The customer groups plugin is out of the database. Groups and members were not touched.")
}

import { MedusaApp } from "@medusajs/framework/modules-sdk"
import type { Context } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules, ModulesSdkUtils } from "@medusajs/framework/utils"
import { contextOf } from "../integration-tests/helpers/context-of"
import type CustomerGroupsModuleService from "../src/modules/customer-groups/service"

/** The plugin's module in this process, without a store around it: for what no person waits for at a page. */
export type ModuleApp = {
  groups: CustomerGroupsModuleService
  /** Runs work in a transaction that is rolled back afterwards: what it wrote is gone. */
  tryOut<Result>(work: (context: Context) => Promise<Result>): Promise<Result>
  stop(): Promise<void>
}

/** Boots it. Nothing runs by itself: its loops begin with a store's start. */
export const startModule = async (clientUrl: string): Promise<ModuleApp> => {
  const knex = ModulesSdkUtils.createPgConnection({ clientUrl, schema: "public", pool: { min: 0, max: 10 } })
  const app = await MedusaApp({
    modulesConfig: {
      [Modules.CUSTOMER]: { resolve: "@medusajs/medusa/customer" },
      customerGroups: {
        resolve: "./src/modules/customer-groups",
        definition: { key: "customerGroups", label: "CustomerGroups", isQueryable: true },
      },
    },
    injectedDependencies: {
      [ContainerRegistrationKeys.PG_CONNECTION]: knex,
      [ContainerRegistrationKeys.LOGGER]: { ...console, info: () => undefined },
    },
    sharedResourcesConfig: { database: { clientUrl } },
  })

  return {
    groups: app.modules.customerGroups as unknown as CustomerGroupsModuleService,
    tryOut: async (work) => {
      const transaction = await knex.transaction()
      try {
        return await work(contextOf(transaction))
      } finally {
        await transaction.rollback()
      }
    },
    stop: async () => {
      await app.onApplicationPrepareShutdown()
      await app.onApplicationShutdown()
      await knex.destroy()
    },
  }
}

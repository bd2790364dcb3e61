import { randomBytes } from "node:crypto"
import { MedusaApp } from "@medusajs/framework/modules-sdk"
import { asValue } from "@medusajs/framework/awilix"
import type { Context, ICustomerModuleService, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, createMedusaContainer, Modules, ModulesSdkUtils } from "@medusajs/framework/utils"
import { Client } from "pg"
import { cloneDatabase, dropDatabase } from "../../scripts/postgres"
import { folders } from "../../scripts/paths"
import { migratedTemplate } from "../../scripts/store/template"
import type CustomerGroupsModuleService from "../../src/modules/customer-groups/service"
import type { CustomerGroupsOptions } from "../../src/modules/customer-groups/service"
import { contextOf } from "./context-of"
import { resetOf } from "./module-reset"
import { testServer } from "./store"

/** This plugin's module beside Medusa's customer module, on a database of their own. */
export interface ModuleApp {
  groups: CustomerGroupsModuleService
  customers: ICustomerModuleService
  /** Holds both, and `query`, for running workflows. */
  container: MedusaContainer
  databaseUrl: string
  /** What the modules have written to the log. */
  logged: string[]
  /** One connection that is always open, for arranging and looking. */
  db: Client
  /** A further connection, for somebody who writes at the same time. Closed with the app. */
  connect(): Promise<Client>
  /** Runs work in a transaction as the service would, to try a repository. */
  inTransaction<Result>(work: (context: Context) => Promise<Result>): Promise<Result>
  /** Empties the tables that tests fill. */
  reset(): Promise<void>
  stop(): Promise<void>
}

const FILLED = [
  "customer",
  "customer_group",
  "customer_group_state",
  "customer_group_criteria",
  "customer_group_exclusion",
  "customer_group_exclusion_change",
  "customer_group_operation",
  "customer_group_outbox",
  "customer_group_membership_change",
  "customer_group_hourly_change",
  "customer_group_untold_change",
  "customer_group_worker_run",
  "customer_group_pending_customer",
  "customer_group_file",
  "customer_group_pruning",
  "customer_group_size_alert",
  "customer_group_import",
  "customer_group_import_row",
]

/** Modules whose package is not named like them, or that need options. */
const configured: Record<string, { resolve: string; options?: Record<string, unknown> }> = {
  [Modules.EVENT_BUS]: { resolve: "@medusajs/medusa/event-bus-local" },
  [Modules.FILE]: {
    resolve: "@medusajs/medusa/file",
    options: {
      providers: [
        {
          resolve: "@medusajs/medusa/file-local",
          id: "local",
          options: { upload_dir: folders.run, private_upload_dir: folders.run },
        },
      ],
    },
  },
  [Modules.NOTIFICATION]: {
    resolve: "@medusajs/medusa/notification",
    options: {
      providers: [
        {
          resolve: "@medusajs/medusa/notification-local",
          id: "local",
          options: { name: "Local", channels: ["feed", "email"] },
        },
      ],
    },
  },
}

/**
 * @param furtherModules keys of Medusa's modules that shall run too, for instance `[Modules.ORDER]`
 * @param template the database that it gets a copy of; an empty one, unless given
 * @param options of this plugin's module
 */
export async function startModuleApp(
  furtherModules: string[] = [],
  template?: string,
  options: CustomerGroupsOptions = {},
): Promise<ModuleApp> {
  const server = testServer()
  const database = `customer_groups_module_${process.pid}_${randomBytes(3).toString("hex")}`
  await cloneDatabase(server, template ?? (await migratedTemplate(server)), database)
  const clientUrl = server.url(database)

  const knex = ModulesSdkUtils.createPgConnection({ clientUrl, schema: "public", pool: { min: 0, max: 30 } })
  const medusas = [Modules.CUSTOMER, Modules.EVENT_BUS, ...furtherModules]
  const logged: string[] = []
  const app = await MedusaApp({
    modulesConfig: {
      ...Object.fromEntries(medusas.map((key) => [key, configured[key] ?? { resolve: `@medusajs/medusa/${key}` }])),
      customerGroups: {
        resolve: "./src/modules/customer-groups",
        options: { ...options },
        definition: {
          key: "customerGroups",
          label: "CustomerGroups",
          isQueryable: true,
        },
      },
    },
    injectedDependencies: {
      [ContainerRegistrationKeys.PG_CONNECTION]: knex,
      [ContainerRegistrationKeys.LOGGER]: Object.fromEntries(
        ["debug", "info", "warn", "error", "log"].map((level) => [
          level,
          (line: unknown) => void logged.push(String(line)),
        ]),
      ),
    },
    sharedResourcesConfig: { database: { clientUrl } },
  })

  const container = createMedusaContainer()
  container.register({
    customerGroups: asValue(app.modules.customerGroups),
    ...Object.fromEntries(medusas.map((key) => [key, asValue(app.modules[key])])),
    [ContainerRegistrationKeys.QUERY]: asValue(app.query),
    [ContainerRegistrationKeys.LOGGER]: asValue(console),
  })

  const connections: Client[] = []
  const connect = async () => {
    const client = new Client({ connectionString: clientUrl })
    await client.connect()
    connections.push(client)
    return client
  }
  const db = await connect()

  return {
    groups: app.modules.customerGroups as unknown as CustomerGroupsModuleService,
    customers: app.modules[Modules.CUSTOMER] as unknown as ICustomerModuleService,
    container: container as unknown as MedusaContainer,
    databaseUrl: clientUrl,
    logged,
    db,
    connect,
    inTransaction: (work) => knex.transaction((transaction) => work(contextOf(transaction))),
    reset: await resetOf(db, FILLED),
    stop: async () => {
      await app.onApplicationPrepareShutdown()
      await app.onApplicationShutdown()
      await knex.destroy()
      await Promise.all(connections.map((client) => client.end()))
      await dropDatabase(server, database)
    },
  }
}

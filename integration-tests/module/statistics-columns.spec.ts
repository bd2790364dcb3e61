import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { Modules } from "@medusajs/framework/utils"
import checkColumnsLoader from "../../src/modules/customer-groups/loaders/check-columns"
import { StatisticsRepository } from "../../src/modules/customer-groups/repositories/statistics"
import { StatisticsCheckRepository } from "../../src/modules/customer-groups/repositories/statistics-check"
import { missingColumns, STATISTICS_COLUMNS } from "../../src/modules/customer-groups/statistics/columns"
import { rowsOf } from "../../src/modules/customer-groups/sql/run"
import { sql } from "../../src/modules/customer-groups/sql/sql"
import { type ModuleApp, startModuleApp } from "../helpers/module-app"
import { anOrder, factsIn, resetOrders } from "../helpers/orders"

/** What is declared to be read of Medusa's tables is what is there, and what is read. */

const reader = `customer_groups_reader_${process.pid}`

let app: ModuleApp
beforeAll(async () => {
  app = await startModuleApp([Modules.ORDER, Modules.CURRENCY])
})
beforeEach(() => resetOrders(app))
afterAll(async () => {
  await app.db.query(`drop owned by ${reader}; drop role ${reader}`)
  await app.stop()
})

it("Medusa's tables have every declared column", async () => {
  expect(await app.inTransaction((context) => rowsOf(context, missingColumns(STATISTICS_COLUMNS)))).toEqual([])
})

it("the start of a store warns of columns that are gone, by name", async () => {
  const warnings: string[] = []
  const connection = {
    raw: (text: string, values: Knex.RawBinding[]): Promise<unknown> =>
      app.inTransaction(async (context) => {
        await rowsOf(context, sql`alter table order_credit_line rename column amount to amount_now`)
        const { getKnex } = context.transactionManager as { getKnex(): Knex }
        const rows = await getKnex().raw(text, values)
        await rowsOf(context, sql`alter table order_credit_line rename column amount_now to amount`)
        return rows
      }),
  }
  await checkColumnsLoader({
    container: { resolve: () => connection },
    logger: { warn: (message: string) => warnings.push(message) },
  } as never)
  expect(warnings).toEqual([expect.stringContaining("order_credit_line.amount.")])
})

it("the facts are made from no other columns", async () => {
  await app.db.query(`create role ${reader}`)
  for (const [table, columns] of Object.entries(STATISTICS_COLUMNS))
    await app.db.query(`grant select (${columns.join(", ")}) on "${table}" to ${reader}`)
  await app.db.query(
    `grant all on customer_order_fact, customer_purchase_fact, customer_statistics, customer_statistics_changed,
      customer_statistics_refresh, customer_statistics_state to ${reader}`,
  )
  await anOrder(app, {
    lines: [{ tax: 19, discount: 3 }],
    shipping: [{ amount: 5, tax: 19, discount: 1 }],
    credit: [2],
  })

  const statistics = new StatisticsRepository()
  const differences = await app.inTransaction(async (context) => {
    await rowsOf(context, sql`select set_config('role', ${reader}, true)`)
    await statistics.refresh(["cus_somebody"], context)
    return {
      ids: await statistics.listDifferences(["cus_somebody"], context),
      suspects: await new StatisticsCheckRepository().listSuspects(1, 10, context),
    }
  })

  expect(differences).toEqual({ ids: [], suspects: { count: 0, customer_ids: [] } })
  expect((await factsIn(app)).orders).toHaveLength(1)
})

import type { LoaderOptions } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { missingColumns, STATISTICS_COLUMNS } from "../statistics/columns"

/** Says at each start, and clearly, when Medusa's tables are not what the statistics are made from. */
export default async function checkColumnsLoader({ container, logger }: LoaderOptions): Promise<void> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { text, values } = missingColumns(STATISTICS_COLUMNS)
  try {
    const { rows } = await knex.raw(text, [...values] as never)
    if (!rows.length) return
    const names = rows.map((row: { table_name: string; column_name: string }) => `${row.table_name}.${row.column_name}`)
    logger?.warn(
      `[customer-groups] This version of Medusa lacks columns that the statistics of orders are read from: ${names.join(", ")}. Criteria that look at orders or purchases will fail.`,
    )
  } catch (error) {
    // A loader that throws would keep the whole store from starting.
    logger?.warn(`[customer-groups] Medusa's tables could not be checked: ${(error as Error).message}`)
  }
}

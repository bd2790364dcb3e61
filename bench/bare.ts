import type { Context } from "@medusajs/framework/types"
import { rowsOf } from "../src/modules/customer-groups/sql/run"
import { sql } from "../src/modules/customer-groups/sql/sql"
import { forgetPlans } from "../src/modules/customer-groups/sql/writer"

/** Until the transaction ends, memberships are written as in a shop without the plugin: nothing is logged. */
export const forBare = async (context: Context) => {
  await rowsOf(context, sql`alter table customer_group_customer disable trigger user`)
  await forgetPlans(context)
}

import { attachTriggers, detachTriggers } from "../log/attach-triggers"

/** The tables of Medusa that mark customers, and the function that does so. */
const MARKED = {
  order: "customer_groups_mark_orders",
  order_transaction: "customer_groups_mark_transactions",
  customer: "customer_groups_mark_customers",
  customer_address: "customer_groups_mark_addresses",
}

const ROWS = {
  insert: "referencing new table as new_rows",
  update: "referencing old table as old_rows new table as new_rows",
  delete: "referencing old table as old_rows",
}

const TRIGGERS = Object.entries(MARKED).flatMap(([table, runs]) =>
  Object.entries(ROWS).map(([change, rows]) => ({
    table: `"${table}"`,
    name: `customer_groups_mark_${change}`,
    when: `after ${change}`,
    each: `${rows} for each statement`,
    runs,
  })),
)

/** Attaches the marks where Medusa's tables stand. */
export const ATTACH_MARKS = attachTriggers({
  needs: [...Object.keys(MARKED).map((table) => `"${table}"`), "customer_group_pending_customer"],
  triggers: TRIGGERS,
})

export const DETACH_MARKS = detachTriggers(TRIGGERS)

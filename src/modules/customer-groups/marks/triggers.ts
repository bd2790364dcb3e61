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

const OF_CUSTOMERS = Object.entries(MARKED).flatMap(([table, runs]) =>
  Object.entries(ROWS).map(([change, rows]) => ({
    table: `"${table}"`,
    name: `customer_groups_mark_${change}`,
    when: `after ${change}`,
    each: `${rows} for each statement`,
    runs,
  })),
)

const TRIGGERS = [
  ...OF_CUSTOMERS,
  {
    table: "cart",
    name: "customer_groups_mark_former_owner",
    when: "after update of customer_id",
    each: "for each row when (old.customer_id is not null and old.customer_id is distinct from new.customer_id)",
    runs: "customer_groups_mark_former_owner",
  },
  ...["insert", "delete"].map((change) => ({
    table: "product_category_product",
    name: `customer_groups_mark_${change}`,
    when: `after ${change}`,
    each: "for each statement",
    runs: "customer_groups_mark_categories",
  })),
]

/** Attaches the marks where Medusa's tables stand. */
export const ATTACH_MARKS = attachTriggers({
  needs: [...new Set(TRIGGERS.map(({ table }) => table)), "customer_group_pending_customer", "customer_group_criteria"],
  triggers: TRIGGERS,
})

export const DETACH_MARKS = detachTriggers(TRIGGERS)

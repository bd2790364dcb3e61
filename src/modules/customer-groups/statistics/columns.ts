import { sql } from "../sql/sql"

/** Columns of Medusa's tables from which facts are made. A new version of Medusa that changes them must be noticed. */
export const STATISTICS_COLUMNS: Record<string, readonly string[]> = {
  customer: ["id"],
  currency: ["code", "decimal_digits"],
  order: [
    "id",
    "version",
    "customer_id",
    "created_at",
    "updated_at",
    "deleted_at",
    "canceled_at",
    "currency_code",
    "region_id",
    "sales_channel_id",
    "status",
    "is_draft_order",
  ],
  order_item: [
    "order_id",
    "version",
    "item_id",
    "unit_price",
    "quantity",
    "return_received_quantity",
    "return_dismissed_quantity",
    "deleted_at",
  ],
  order_line_item: ["id", "product_id", "variant_id", "unit_price", "is_tax_inclusive"],
  order_line_item_tax_line: ["item_id", "rate", "deleted_at"],
  order_line_item_adjustment: ["item_id", "version", "amount", "is_tax_inclusive", "deleted_at"],
  order_shipping: ["order_id", "version", "shipping_method_id", "deleted_at"],
  order_shipping_method: ["id", "amount", "is_tax_inclusive"],
  order_shipping_method_tax_line: ["shipping_method_id", "rate", "deleted_at"],
  order_shipping_method_adjustment: ["shipping_method_id", "version", "amount", "deleted_at"],
  order_credit_line: ["order_id", "version", "amount", "updated_at", "deleted_at"],
  order_transaction: ["order_id", "amount", "updated_at", "deleted_at"],
}

/**
 * Which of these columns the database has not; rows `(table_name, column_name)`. None while Medusa's tables are not made
 * yet: in a fresh store a package's migrations run first.
 */
export const missingColumns = (columns: Record<string, readonly string[]>) => sql`
  select wanted.table_name, wanted.column_name
  from unnest(
    ${Object.entries(columns).flatMap(([table, names]) => names.map(() => table))}::text[],
    ${Object.values(columns).flat()}::text[]
  ) wanted (table_name, column_name)
  where to_regclass('customer') is not null and not exists (
    select 1 from pg_attribute
    where attrelid = to_regclass(quote_ident(wanted.table_name)) and attname = wanted.column_name and not attisdropped
  )
  order by 1, 2`

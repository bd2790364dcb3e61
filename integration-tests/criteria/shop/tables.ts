import type { ModuleApp } from "../../helpers/module-app"
import { resetOrders } from "../../helpers/orders"

export type Row = Record<string, unknown>

const quoted = (names: string[]) => names.map((name) => `"${name}"`).join(", ")

/** Writes rows of which all have the same columns. */
export const insertRows = async (app: ModuleApp, table: string, rows: Row[]): Promise<void> => {
  if (!rows.length) return
  const columns = quoted(Object.keys(rows[0]!))
  await app.db.query(
    `insert into "${table}" (${columns}) select ${columns} from jsonb_populate_recordset(null::"${table}", $1)`,
    [JSON.stringify(rows)],
  )
}

/** Sets the other columns of the rows with these ids. */
export const updateRows = async (app: ModuleApp, table: string, rows: Row[], key = "id"): Promise<void> => {
  if (!rows.length) return
  const columns = Object.keys(rows[0]!).filter((column) => column !== key)
  await app.db.query(
    `update "${table}" t set ${columns.map((column) => `"${column}" = given."${column}"`).join(", ")}
     from jsonb_populate_recordset(null::"${table}", $1) given where t."${key}" = given."${key}"`,
    [JSON.stringify(rows)],
  )
}

/** An amount or quantity with the exact notation that Medusa keeps beside it. */
export const exactly = (column: string, value: number): Row => ({
  [column]: value,
  [`raw_${column}`]: { value: String(value), precision: 20 },
})

const FILLED = [
  "customer_address",
  "customer_group_customer",
  "order_address",
  '"return"',
  "product",
  "product_collection",
  "product_type",
  "product_tag",
  "product_category",
  "cart",
  "promotion",
  "order_promotion",
  "payment_collection",
  "order_payment_collection",
]

/** Empties whatever a shop fills. */
export const emptyShop = async (app: ModuleApp): Promise<void> => {
  await app.reset()
  await resetOrders(app)
  await app.db.query(`truncate ${FILLED.join(", ")} cascade`)
}

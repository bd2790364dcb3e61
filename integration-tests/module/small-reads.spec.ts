import type { Context } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { rowsOf } from "../../src/modules/customer-groups/sql/run"
import { sql } from "../../src/modules/customer-groups/sql/sql"
import { type ModuleApp, startModuleApp } from "../helpers/module-app"
import { anOrder, giveBack, resetOrders } from "../helpers/orders"
import { repositories } from "../helpers/repositories"

/** What is done with each order reads the rows of that order, however many others the shop has. */

const { pendingCustomersRepository: pending, statisticsRepository: statistics } = repositories
const OTHERS = 5_000
/** Rows of a table, `currency` among them, that may be read whole without anybody noticing. */
const FEW = 500

let app: ModuleApp
let order: { id: string; items: string[] }
const customer = { id: "cus_anna" }
const paymentId = "pay_of_anna"

/** Which columns say whose a row is: of each copy they say so of somebody else. */
const COPIED: Record<string, string[]> = {
  customer: ["id"],
  customer_address: ["id", "customer_id"],
  cart: ["id", "customer_id"],
  payment: ["id", "payment_collection_id", "payment_session_id"],
  order_payment_collection: ["id", "order_id", "payment_collection_id"],
  order: ["id", "customer_id"],
  order_item: ["id", "order_id", "item_id"],
  order_line_item: ["id"],
  order_line_item_tax_line: ["id", "item_id"],
  order_line_item_adjustment: ["id", "item_id"],
  order_shipping: ["id", "order_id", "shipping_method_id"],
  order_shipping_method: ["id"],
  order_shipping_method_tax_line: ["id", "shipping_method_id"],
  order_shipping_method_adjustment: ["id", "shipping_method_id"],
  order_credit_line: ["id", "order_id"],
  order_transaction: ["id", "order_id"],
  customer_order_fact: ["order_id", "customer_id"],
  customer_purchase_fact: ["item_id", "order_id", "customer_id"],
  customer_statistics: ["customer_id"],
}

/** Every row that there is, many times, each copy with ids of its own. */
const multiply = async () => {
  await app.db.query("begin; set local session_replication_role = replica")
  for (const [table, ids] of Object.entries(COPIED)) {
    const others = ids.map((column) => `'${column}', known.${column} || '_' || n`).join(", ")
    await app.db.query(
      `insert into "${table}" select copy.* from "${table}" known, generate_series(1, ${OTHERS}) n,
        jsonb_populate_record(null::"${table}", to_jsonb(known) || jsonb_build_object(${others})) copy`,
    )
  }
  await app.db.query("commit; analyze")
}

beforeAll(async () => {
  app = await startModuleApp([Modules.ORDER, Modules.CURRENCY])
  await resetOrders(app)
  order = await anOrder(app, {
    customer,
    lines: [{ price: 20, quantity: 2, tax: 19, discount: 1 }, { price: 5 }],
    shipping: [{ amount: 5, tax: 19, discount: 1 }],
    credit: [2],
    paid: [40],
  })
  await giveBack(app, order.items[0]!, 1)
  await app.groups.refreshStatistics([customer.id])
  await app.db.query(
    `insert into customer_address (id, customer_id) values ('cuaddr_anna', '${customer.id}');
     insert into cart (id, customer_id, currency_code) values ('cart_anna', '${customer.id}', 'eur');
     insert into order_payment_collection (id, order_id, payment_collection_id)
       values ('link_anna', '${order.id}', 'pay_col_anna');
     set session_replication_role = replica;
     insert into payment (id, amount, raw_amount, currency_code, provider_id, payment_collection_id, payment_session_id)
       values ('${paymentId}', 1, '{"value": "1"}', 'eur', 'pp_system_default', 'pay_col_anna', 'payses_anna');
     set session_replication_role = default`,
  )
  await multiply()
})
afterAll(() => app.stop())

/** How many rows of each table the connection has read, in whatever way. */
const readBy = async (context: Context): Promise<Map<string, number>> => {
  const rows = await rowsOf<{ relname: string; read: string }>(
    context,
    sql`select relname, coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) as read from pg_stat_xact_user_tables`,
  )
  return new Map(rows.map(({ relname, read }) => [relname, Number(read)]))
}

/** The tables of which work reads many rows. */
const readMuchBy = (work: (context: Context) => Promise<unknown>): Promise<string[]> =>
  app.inTransaction(async (context) => {
    const before = await readBy(context)
    await work(context)
    const read = [...(await readBy(context))].map(([table, rows]) => [table, rows - (before.get(table) ?? 0)] as const)
    return read.filter(([, rows]) => rows > FEW).map(([table, rows]) => `${table}: ${rows}`)
  })

it("it is seen when a table is read whole", async () => {
  const work = (context: Context) => rowsOf(context, sql`select count(quantity) from order_item`)
  expect(await readMuchBy(work)).toEqual([`order_item: ${2 * (OTHERS + 1)}`])
})

it.each([
  [
    "an order that has changed is counted anew",
    (context: Context) => statistics.refreshOrders([order.id], [customer.id], context),
  ],
  ["all orders of a customer are counted anew", (context: Context) => statistics.refresh([customer.id], context)],
  ["the facts of a customer are checked", (context: Context) => statistics.listDifferences([customer.id], context)],
  ["a changed order marks", (context: Context) => pending.mark("order", [order.id], "orders", context)],
  ["a payment marks", (context: Context) => pending.mark("payment", [paymentId], "orders", context)],
  ["an address marks", (context: Context) => pending.mark("address", ["cuaddr_anna"], "address", context)],
  ["a cart marks", (context: Context) => pending.mark("cart", ["cart_anna"], "cart", context)],
])("%s by few rows of a large shop", async (_title, work) => {
  expect(await readMuchBy(work)).toEqual([])
})

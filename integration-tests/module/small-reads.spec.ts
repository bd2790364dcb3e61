import type { Context } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { rowsOf } from "../../src/modules/customer-groups/sql/run"
import { sql } from "../../src/modules/customer-groups/sql/sql"
import { type ModuleApp, startModuleApp } from "../helpers/module-app"
import { anOrder, giveBack, resetOrders } from "../helpers/orders"
import { multiply, readMuchBy } from "../helpers/reads"
import { repositories } from "../helpers/repositories"

/** What is done with each order reads the rows of that order, however many others the shop has. */

const { pendingCustomersRepository: pending, statisticsRepository: statistics } = repositories
const OTHERS = 5_000

let app: ModuleApp
let order: { id: string; items: string[] }
const customer = { id: "cus_anna" }
const paymentId = "pay_of_anna"

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
  await multiply(app, OTHERS)
})
afterAll(() => app.stop())

it("it is seen when a table is read whole", async () => {
  const work = (context: Context) => rowsOf(context, sql`select count(quantity) from order_item`)
  expect(await readMuchBy(app, work)).toEqual([`order_item: ${2 * (OTHERS + 1)}`])
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
  expect(await readMuchBy(app, work)).toEqual([])
})

import type { ModuleApp } from "../../helpers/module-app"
import { Random } from "../random"
import { makeCarts } from "./carts"
import { deleteSomeProducts, makeCatalogue } from "./catalogue"
import { makeCustomers } from "./customers"
import { makeGroups } from "./groups"
import { Moments } from "./moments"
import { makeVersions } from "./order-versions"
import { makeOrders } from "./orders"
import { makePayments } from "./payments"
import { makePromotions } from "./promotions"
import { makeReturns } from "./returns"
import { emptyShop } from "./tables"

/** When and where the shop is looked at, and the ids that were given. */
export interface MadeShop {
  now: Date
  timeZone: string
  customerIds: string[]
  orderIds: string[]
}

/** A shop in which every odd case stands, the same for the same seed. Its facts of orders are not there yet. */
export const makeShop = async (app: ModuleApp, seed: number): Promise<MadeShop> => {
  const random = new Random(seed)
  await emptyShop(app)
  const moments = new Moments(random.fork(), seed)
  const variants = await makeCatalogue(app, random.fork())
  const customerIds = await makeCustomers(app, random.fork(), moments, random.whole(60, 90))
  await makeGroups(app, random.fork(), customerIds)
  await makeCarts(app, random.fork(), moments, customerIds, variants)
  const orders = await makeOrders(app, random.fork(), moments, customerIds, variants)
  await makeVersions(app, random.fork(), orders)
  await makeReturns(app, random.fork(), orders)
  await makePayments(app, random.fork(), orders)
  await makePromotions(app, random.fork(), orders)
  await deleteSomeProducts(app)
  await app.customers.softDeleteCustomers(random.several(customerIds, 4))
  return { now: moments.now, timeZone: moments.timeZone, customerIds, orderIds: orders.map(({ id }) => id) }
}

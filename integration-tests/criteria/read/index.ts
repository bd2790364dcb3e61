import type { ModuleApp } from "../../helpers/module-app"
import type { Customer, Shop } from "../data"
import type { MadeShop } from "../shop"
import { readOpenCarts } from "./carts"
import { readOrders } from "./orders"
import { readProducts } from "./products"

type Found = Awaited<ReturnType<ModuleApp["customers"]["listCustomers"]>>[number]

/** What Medusa's customer module says of a customer, without what is linked. */
const profileOf = (found: Found): Omit<Customer, "orders" | "openCarts"> => ({
  id: found.id,
  email: found.email ?? null,
  first_name: found.first_name ?? null,
  last_name: found.last_name ?? null,
  company_name: found.company_name ?? null,
  phone: found.phone ?? null,
  created_by: found.created_by ?? null,
  has_account: found.has_account,
  created_at: new Date(found.created_at!),
  metadata: found.metadata ?? null,
  addresses: found.addresses.map((address) => ({
    country_code: address.country_code ?? null,
    province: address.province ?? null,
    city: address.city ?? null,
    postal_code: address.postal_code ?? null,
    isDefaultShipping: address.is_default_shipping,
    isDefaultBilling: address.is_default_billing,
  })),
  groupIds: (found.groups ?? []).map(({ id }) => id!),
})

/** The shop as plain data, through Medusa's own services: neither our facts nor our SQL have a part in it. */
export const readShop = async (
  app: ModuleApp,
  { now, timeZone }: Pick<MadeShop, "now" | "timeZone">,
): Promise<Shop> => {
  const orders = await readOrders(app, await readProducts(app))
  const carts = await readOpenCarts(app)
  const found = await app.customers.listCustomers({}, { take: 100_000, relations: ["addresses", "groups"] })
  const customers = found.map((customer) => ({
    ...profileOf(customer),
    orders: orders.get(customer.id) ?? [],
    openCarts: carts.get(customer.id) ?? [],
  }))
  return { now, timeZone, customers: customers.sort((a, b) => (a.id < b.id ? -1 : 1)) }
}

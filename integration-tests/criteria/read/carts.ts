import type { ICartModuleService } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { ModuleApp } from "../../helpers/module-app"
import type { Cart } from "../data"
import { Fraction } from "../evaluate/fraction"

/** Carts by customer that are not completed. */
export const readOpenCarts = async ({ container }: ModuleApp): Promise<Map<string, Cart[]>> => {
  const found = await container
    .resolve<ICartModuleService>(Modules.CART)
    .listCarts({}, { take: 100_000, relations: ["items"] })
  const carts = new Map<string, Cart[]>()
  for (const { customer_id, completed_at, currency_code, updated_at, items = [] } of found) {
    if (completed_at || !customer_id) continue
    const cart = {
      currency: currency_code,
      updatedAt: new Date(updated_at!),
      items: items.map(({ product_id, unit_price, quantity }) => ({
        productId: product_id ?? null,
        price: Fraction.of(Number(unit_price)),
        quantity: Fraction.of(Number(quantity)),
      })),
    }
    carts.set(customer_id, [...(carts.get(customer_id) ?? []), cart])
  }
  return carts
}

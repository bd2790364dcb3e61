import type { ICartModuleService } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { ModuleApp } from "../../helpers/module-app"
import type { Random } from "../random"
import type { Variant } from "./catalogue"
import type { Moments } from "./moments"
import { updateRows } from "./tables"

/** Carts that are open, empty, bought, or deleted; with items that were taken out. */
export const makeCarts = async (
  app: ModuleApp,
  random: Random,
  moments: Moments,
  customerIds: string[],
  variants: Variant[],
): Promise<void> => {
  const carts = app.container.resolve<ICartModuleService>(Modules.CART)
  const owners = [...random.several(customerIds, Math.floor(customerIds.length / 2)), ...random.several(customerIds, 8)]
  const anItem = (id: string) => {
    const variant = random.percent(10) ? undefined : random.pick(variants)
    return {
      id,
      title: "Item",
      product_id: variant?.productId,
      variant_id: variant?.id,
      quantity: random.pick([1, 1, 2, 3]),
      unit_price: random.pick([0, 5, 19.99, 40, 40, 0.333]),
    }
  }
  const made = await carts.createCarts(
    owners.map((customer_id, index) => ({
      id: `cart_${index}`,
      customer_id,
      currency_code: random.pick(["eur", "eur", "usd", "jpy"]),
      items: Array.from({ length: random.pick([0, 1, 1, 2, 3]) }, (_, n) => anItem(`cali_${index}_${n}`)),
    })) as never,
  )
  await updateRows(
    app,
    "cart",
    made.map(({ id }) => ({
      id,
      updated_at: moments.aMoment(),
      completed_at: random.percent(25) ? moments.aMoment() : null,
      deleted_at: random.percent(8) ? moments.aMoment() : null,
    })),
  )
  const items = made.flatMap(({ items = [] }) => items.map(({ id }) => id)).sort()
  const takenOut = random.several(items, Math.floor(items.length / 8))
  await app.db.query("update cart_line_item set deleted_at = now() where id = any($1)", [takenOut])
}

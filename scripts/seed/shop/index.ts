import type { ExecArgs } from "@medusajs/framework/types"
import makeAdmin from "../admin"
import { createGroupsAndOffers, createOrderPromotion } from "./offers"
import { createProducts } from "./products"
import { createSelling } from "./selling"

/**
 * Run by `medusa exec` in an empty, migrated database: what has rules of its own in Medusa is made by Medusa. Customers
 * and orders, of any number, are written by SQL afterwards.
 *
 * Environment: SEED_OFFERS=true for the demo's groups, price lists and promotions; ADMIN_EMAIL and ADMIN_PASSWORD.
 */
export default async function createShop(args: ExecArgs) {
  const { container } = args
  const shop = await createSelling(container)
  const products = await createProducts(container, shop)
  await createOrderPromotion(container)

  if (process.env.SEED_OFFERS === "true") {
    const variants = products.flatMap((product) =>
      product.variants.map((variant) => {
        const { prices = [] } = variant as { prices?: { currency_code?: string; amount?: unknown }[] }
        return { id: variant.id, eur: Number(prices.find(({ currency_code }) => currency_code === "eur")?.amount) }
      }),
    )
    await createGroupsAndOffers(container, variants)
  }
  if (process.env.ADMIN_EMAIL) await makeAdmin(args)
}

import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { CUSTOMER_GROUPS } from "../modules/customer-groups"

/**
 * Products that may stand in another category, collection or type now, or have another tag. Not every buyer is marked,
 * but the groups that ask for such places.
 */
export default async function markProductsMoved({ container }: SubscriberArgs): Promise<void> {
  await container.resolve(CUSTOMER_GROUPS).markProductsMoved()
}

export const config: SubscriberConfig = {
  event: [
    "product.updated",
    "product.product.updated",
    "product-category.updated",
    "product-category.deleted",
    "product.product-category.updated",
    "product.product-category.deleted",
    "product-collection.updated",
    "product-collection.deleted",
  ],
  context: { subscriberId: "customer-groups-products" },
}

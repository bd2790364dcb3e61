import type { SubscriberConfig } from "@medusajs/framework"
import { marks } from "../marking/marks"

/** Carts, while a group looks at them. */
export default marks("cart", "cart")

export const config: SubscriberConfig = {
  event: ["cart.created", "cart.updated", "cart.customer_updated", "cart.customer_transferred", "cart.cart.updated"],
  context: { subscriberId: "customer-groups-carts" },
}

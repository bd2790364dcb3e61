import type { SubscriberConfig } from "@medusajs/framework"
import { marks } from "../marking/marks"

/** Customers themselves, by the events of the module: guests who are made with a cart or an order have no others. */
export default marks("customer", "profile")

export const config: SubscriberConfig = {
  event: ["customer.customer.created", "customer.customer.updated", "customer.customer.restored"],
  context: { subscriberId: "customer-groups-customers" },
}

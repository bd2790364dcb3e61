import type { SubscriberConfig } from "@medusajs/framework"
import { marks } from "../marking/marks"

/** Addresses. Whose an address was that is gone only the database can say: it has marked them itself. */
export default marks("address", "address")

export const config: SubscriberConfig = {
  event: [
    "customer.customer-address.created",
    "customer.customer-address.updated",
    "customer.customer-address.restored",
  ],
  context: { subscriberId: "customer-groups-addresses" },
}
